#pragma once

#include <string_view>
#include <vector>

namespace langnghe::api {

/// One entry of an Accept-… header (RFC 9110 section 12.4.2), as its range and its weight.
struct Preference {
  std::string_view range;
  double weight = 1.0;  ///< 0 to 1; 0: not acceptable
};

/// In the order of the header. A weight that is no number counts as 0.
[[nodiscard]] std::vector<Preference> parse_preferences(std::string_view field);

}  // namespace langnghe::api
