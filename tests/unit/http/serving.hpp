#pragma once

#include <string>
#include <utility>

#include <api/http_types.hpp>
#include <http/server.hpp>

#include "raw_client.hpp"

namespace langnghe::http::test {

inline ServerOptions options(api::Limits limits = {}) {
  ServerOptions options;
  options.worker_threads = 4;
  options.limits = limits;
  return options;
}

inline api::Response text(std::string body) {
  api::Response response;
  response.set("content-type", "text/plain");
  response.body = std::move(body);
  return response;
}

/// Says back what it was asked.
inline api::Response echo(const api::Request& request) {
  return text(request.target + "|" + request.body);
}

inline std::string get(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

inline std::string post(const std::string& target, const std::string& body) {
  return "POST " + target +
         " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

}  // namespace langnghe::http::test
