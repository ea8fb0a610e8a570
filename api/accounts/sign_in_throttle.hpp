#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include <domain/time.hpp>

#include "accounts/secrets.hpp"

namespace langnghe::api {

/// Counts failed sign-ins per user and per address in a sliding window. An attempt counts as failed
/// from its beginning, so that many at once cannot all pass before the first has failed. Holds
/// digests, no names and no addresses. Thread-safe.
class SignInThrottle {
 public:
  SignInThrottle(int failures_max, std::chrono::seconds window)
      : failures_max_(static_cast<std::size_t>(failures_max)), window_(window) {}

  /// The two counters of one attempt. An IPv6 address counts as its /64, which is what one
  /// subscriber has.
  struct Attempt {
    Digest user{};
    Digest address{};
    domain::Instant at{};
  };
  [[nodiscard]] static Attempt attempt(std::string_view ledger, std::string_view user,
                                       std::string_view peer, domain::Instant now);

  /// False: too many failures already; nothing was counted.
  [[nodiscard]] bool begin(const Attempt& attempt);
  /// It did not fail after all. Earlier failures stay: else the owner of one account could clear
  /// an address's count at will and go on guessing another's password.
  void take_back(const Attempt& attempt);

 private:
  using Failures = std::deque<domain::Instant>;

  [[nodiscard]] bool has_room(const Digest& key, domain::Instant now);
  void forget_old(domain::Instant now);
  void take_back_one(const Digest& key, domain::Instant at);

  const std::size_t failures_max_;
  const std::chrono::seconds window_;
  std::mutex mutex_;  ///< guards failures_, forgot_at_
  std::unordered_map<Digest, Failures, DigestHash> failures_;
  domain::Instant forgot_at_{};
};

}  // namespace langnghe::api
