#include "bytes/local_text.hpp"

#include <domain/time.hpp>

namespace langnghe::api {

std::string local_text(std::string_view utc_text) {
  const auto instant = domain::parse_instant(utc_text);
  return instant ? domain::to_local_text(*instant) : std::string(utc_text);
}

}  // namespace langnghe::api
