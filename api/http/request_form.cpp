#include "request_form.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text.hpp"

namespace langnghe::http {
namespace {

api::Method method_of(message::verb verb) {
  switch (verb) {
    case message::verb::get:
      return api::Method::get;
    case message::verb::head:
      return api::Method::head;
    case message::verb::post:
      return api::Method::post;
    case message::verb::put:
      return api::Method::put;
    case message::verb::delete_:
      return api::Method::delete_;
    case message::verb::options:
      return api::Method::options;
    default:
      return api::Method::other;
  }
}

/// A server must take the absolute form too (RFC 9112 section 3.2.2): what follows the authority.
std::string_view origin_form(std::string_view target) {
  if (target.starts_with('/') || target == "*") {
    return target;
  }
  const auto authority = target.find("://") + 3;
  const auto path = target.find_first_of("/?", authority);
  return path != std::string_view::npos && target[path] == '/' ? target.substr(path) : "/";
}

}  // namespace

std::string_view name_of(api::Method method) {
  switch (method) {
    case api::Method::get:
      return "GET";
    case api::Method::head:
      return "HEAD";
    case api::Method::post:
      return "POST";
    case api::Method::put:
      return "PUT";
    case api::Method::delete_:
      return "DELETE";
    case api::Method::options:
      return "OPTIONS";
    case api::Method::other:
      break;
  }
  return "OTHER";
}

void fill(api::Request& request, const message::request_header<>& head) {
  request.method = method_of(head.method());
  request.target = origin_form({head.target().data(), head.target().size()});
  request.headers.clear();
  std::string name;
  for (const auto& field : head) {
    const auto sent = field.name_string();
    name.assign(sent.data(), sent.size());
    std::ranges::transform(name, name.begin(), to_lower);
    const auto value = field.value();
    const auto [at, is_new] = request.headers.try_emplace(name, value.data(), value.size());
    if (!is_new) {
      at->second.append(", ").append(value.data(), value.size());
    }
  }
}

}  // namespace langnghe::http
