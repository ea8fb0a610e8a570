#include "response_head.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "text.hpp"

namespace langnghe::http {
namespace {

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 416:
      return "Range Not Satisfiable";
    case 417:
      return "Expectation Failed";
    case 422:
      return "Unprocessable Content";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    case 507:
      return "Insufficient Storage";
    default:
      return "";  // the phrase is optional (RFC 9112 section 4)
  }
}

struct DefaultHeader {
  std::string_view name;
  std::string_view value;
  bool only_html = false;
};

constexpr std::array kDefaults{
    DefaultHeader{"X-Content-Type-Options", "nosniff"},
    DefaultHeader{"Cache-Control", "no-store"},
    DefaultHeader{"Referrer-Policy", "no-referrer"},
    DefaultHeader{"X-Frame-Options", "DENY"},
    DefaultHeader{"Content-Security-Policy", "default-src 'self'", true},
};

/// The server's own business; a handler's word on it would break the framing.
bool is_framing(std::string_view name) {
  return equal_ignoring_case(name, "content-length") ||
         equal_ignoring_case(name, "transfer-encoding") || equal_ignoring_case(name, "connection");
}

void append_number(std::string& out, std::size_t value) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_header(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

void append_defaults(std::string& out, const api::Response& response) {
  std::array<bool, kDefaults.size()> is_set{};
  bool is_html = false;
  for (const auto& [name, value] : response.headers) {
    for (std::size_t i = 0; i < kDefaults.size(); ++i) {
      is_set[i] = is_set[i] || equal_ignoring_case(name, kDefaults[i].name);
    }
    is_html =
        is_html || (value.starts_with("text/html") && equal_ignoring_case(name, "content-type"));
  }
  for (std::size_t i = 0; i < kDefaults.size(); ++i) {
    if (!is_set[i] && (is_html || !kDefaults[i].only_html)) {
      append_header(out, kDefaults[i].name, kDefaults[i].value);
    }
  }
}

void append_framing(std::string& out, const api::Response& response, bool http_1_0) {
  switch (framing_of(response, http_1_0)) {
    case Framing::length:
      out.append("Content-Length: ");
      append_number(out, response.stream ? *response.stream_bytes : response.body.size());
      out.append("\r\n");
      break;
    case Framing::chunked:
      append_header(out, "Transfer-Encoding", "chunked");
      break;
    case Framing::until_close:
      break;
  }
}

}  // namespace

Framing framing_of(const api::Response& response, bool http_1_0) {
  const bool is_known = !response.events && (!response.stream || response.stream_bytes);
  if (is_known) {
    return Framing::length;
  }
  return http_1_0 ? Framing::until_close : Framing::chunked;
}

std::string chunk_line(std::size_t bytes) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), bytes, 16).ptr;
  return std::string(digits.data(), end) + "\r\n";
}

bool is_sendable(const api::Response& response) {
  const auto is_clean = [](std::string_view text) {
    constexpr std::string_view kForbidden("\r\n\0", 3);
    return text.find_first_of(kForbidden) == std::string_view::npos;
  };
  return response.status >= 200 && response.status <= 599 &&
         std::ranges::all_of(response.headers, [&](const auto& header) {
           return !header.first.empty() && is_clean(header.first) && is_clean(header.second);
         });
}

bool has_content(const api::Response& response) {
  return response.status != 204 && response.status != 304;
}

void write_head(std::string& out, const api::Response& response, const HeadFacts& facts) {
  out.assign("HTTP/1.1 ");
  append_number(out, static_cast<std::size_t>(response.status));
  out.append(" ").append(reason(response.status)).append("\r\n");
  for (const auto& [name, value] : response.headers) {
    if (!is_framing(name)) {
      append_header(out, name, value);
    }
  }
  append_defaults(out, response);
  append_header(out, "Date", facts.date);
  if (has_content(response)) {
    append_framing(out, response, facts.http_1_0);
  }
  if (!facts.keep_alive) {
    append_header(out, "Connection", "close");
  } else if (facts.http_1_0) {
    append_header(out, "Connection", "keep-alive");
  }
  out.append("\r\n");
}

}  // namespace langnghe::http
