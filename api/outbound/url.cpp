#include "url.hpp"

#include <algorithm>

namespace langnghe::outbound {
namespace {

constexpr std::string_view kPlain = "http://";
constexpr std::string_view kTls = "https://";

bool is_port(std::string_view digits) {
  return !digits.empty() && digits.size() <= 5 &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Url> parse_url(std::string_view url) {
  Url parts;
  parts.tls = url.starts_with(kTls);
  if ((!parts.tls && !url.starts_with(kPlain)) ||
      url.find_first_of("@# \r\n\t") != std::string_view::npos) {
    return std::nullopt;
  }
  url.remove_prefix(parts.tls ? kTls.size() : kPlain.size());
  const auto slash = std::min(url.find('/'), url.size());
  parts.authority = std::string(url.substr(0, slash));
  parts.path = std::string(url.substr(slash));
  parts.port = parts.tls ? "443" : "80";
  std::string_view host = parts.authority;
  // An IPv6 address stands in brackets and has colons of its own.
  const auto colon = host.rfind(':');
  if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos) {
    parts.port = std::string(host.substr(colon + 1));
    host = host.substr(0, colon);
  }
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  }
  parts.host = std::string(host);
  return host.empty() || !is_port(parts.port) ? std::nullopt : std::optional(std::move(parts));
}

}  // namespace langnghe::outbound
