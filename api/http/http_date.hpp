#pragma once

#include <ctime>
#include <string>
#include <string_view>

namespace langnghe::http {

/// IMF-fixdate (RFC 9110 section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
[[nodiscard]] std::string to_http_date(std::time_t instant);

/// The present date, written anew only when the second changes. Belongs to one strand.
class HttpDate {
 public:
  [[nodiscard]] std::string_view now();

 private:
  std::time_t second_ = 0;
  std::string text_;
};

}  // namespace langnghe::http
