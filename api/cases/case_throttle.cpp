#include "cases/case_throttle.hpp"

#include <algorithm>
#include <string>

#include "accounts/sign_in_throttle.hpp"

namespace langnghe::api {

CaseThrottle::CaseThrottle(const Limits& limits)
    : of_code_(limits.case_failures_max),
      of_address_(limits.case_address_failures_max),
      of_all_(limits.case_all_failures_max),
      window_(limits.case_window) {}

std::optional<std::uint64_t> CaseThrottle::begin(std::string_view code, std::string_view peer,
                                                 domain::Instant now) {
  Try one;
  one.at = now;
  one.code = digest_of("code\n" + std::string(code));
  one.address = digest_of("address\n" + network_of(peer));
  const std::lock_guard lock(mutex_);
  forget_old(now);
  const auto count = [&](const Digest& digest) {
    const auto found = counts_.find(digest);
    return found == counts_.end() ? 0 : found->second;
  };
  if (count(one.code) >= of_code_ || count(one.address) >= of_address_ ||
      tries_.size() >= of_all_) {
    return std::nullopt;
  }
  one.number = ++last_number_;
  ++counts_[one.code];
  ++counts_[one.address];
  tries_.push_back(one);
  return one.number;
}

void CaseThrottle::take_back(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(tries_, number, &Try::number);
  if (found != tries_.end()) {
    discount(*found);
    tries_.erase(found);
  }
}

void CaseThrottle::forget_old(domain::Instant now) {
  while (!tries_.empty() && tries_.front().at + window_ <= now) {
    discount(tries_.front());
    tries_.pop_front();
  }
}

void CaseThrottle::discount(const Try& one) {
  for (const auto& digest : {one.code, one.address}) {
    const auto found = counts_.find(digest);
    if (found != counts_.end() && --found->second == 0) {
      counts_.erase(found);
    }
  }
}

}  // namespace langnghe::api
