#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace langnghe::outbound {

/// `http://` or `https://`, HOST[:PORT], and perhaps a path; no user, no fragment of another form.
struct Url {
  bool tls = false;
  std::string host;  ///< an IPv6 address without its brackets
  std::string port;
  std::string authority;  ///< as it was written, for the field Host
  std::string path;       ///< empty, or from its first slash on
};

[[nodiscard]] std::optional<Url> parse_url(std::string_view url);

}  // namespace langnghe::outbound
