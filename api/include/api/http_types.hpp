#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace langnghe::api {

enum class Method { get, head, post, put, delete_, options, other };

/// A request free of any HTTP library. Header names are in lower case; a header that came twice is
/// joined with ", " (RFC 9110 section 5.3).
struct Request {
  Method method{};
  std::string target;  ///< as sent: path and query
  std::map<std::string, std::string, std::less<>> headers;
  std::string body;
  std::string peer;  ///< the client's address, for throttling; never stored

  [[nodiscard]] std::string_view header(std::string_view lower_case_name) const;
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;  ///< without Content-Length
  std::string body;

  void set(std::string name, std::string value);
};

}  // namespace langnghe::api
