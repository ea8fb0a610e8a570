#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <api/limits.hpp>
#include <domain/time.hpp>

#include "accounts/failure_window.hpp"
#include "accounts/secrets.hpp"

namespace langnghe::api {

/// Counts failed sign-ins in a sliding window: of one account from one address, of one account from
/// anywhere, of one address, and of all. Only the first is small, so that the slips of one person
/// neither close an office that shares an address nor an account to its owner; the others bound
/// what strangers can guess. A device that is known to the account is counted by itself alone: no
/// stranger can use up its share. An attempt counts as failed from its beginning, so that many at
/// once cannot all pass before the first has failed. Holds digests, no names and no addresses, and
/// no more attempts than all are allowed. Thread-safe.
class SignInThrottle {
 public:
  explicit SignInThrottle(const Limits& limits);

  struct Attempt {
    std::vector<Digest> counters;  ///< what it counts for, the narrowest first
    bool by_known_device = false;
    domain::Instant at{};
    std::uint64_t number = 0;  ///< given when it begins
  };
  /// By somebody of whom nothing is known. An IPv6 address counts as its /64, which is what one
  /// subscriber has; an IPv4 address written as IPv6 is one.
  [[nodiscard]] static Attempt by_stranger(std::string_view ledger, std::string_view user,
                                           std::string_view peer, domain::Instant now);
  /// `device` is the digest by which the account knows it.
  [[nodiscard]] static Attempt by_device(const Digest& device, domain::Instant now);

  /// False: too many failures already; nothing was counted.
  [[nodiscard]] bool begin(Attempt& attempt);
  /// It did not fail after all. Earlier failures stay: else the owner of one account could clear
  /// an address's count at will and go on guessing another's password.
  void take_back(const Attempt& attempt);

 private:
  const std::vector<std::size_t> most_;  ///< of each counter of a stranger's attempt
  const FailureWindow::Counter of_all_;
  FailureWindow failures_;
};

/// The part of an address that one subscriber has, as text.
[[nodiscard]] std::string network_of(std::string_view peer);

}  // namespace langnghe::api
