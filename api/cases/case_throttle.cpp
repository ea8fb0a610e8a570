#include "cases/case_throttle.hpp"

#include <string>

#include "accounts/sign_in_throttle.hpp"

namespace langnghe::api {

CaseThrottle::CaseThrottle(const Limits& limits)
    : of_code_(limits.case_failures_max),
      of_address_(limits.case_address_failures_max),
      of_all_{digest_of("all"), limits.case_all_failures_max},
      failures_(limits.case_window) {}

std::optional<std::uint64_t> CaseThrottle::begin(std::string_view code, std::string_view peer,
                                                 domain::Instant now) {
  return failures_.begin({{digest_of("code\n" + std::string(code)), of_code_},
                          {digest_of("address\n" + network_of(peer)), of_address_},
                          of_all_},
                         now);
}

}  // namespace langnghe::api
