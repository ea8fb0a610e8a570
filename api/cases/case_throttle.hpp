#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <api/limits.hpp>
#include <domain/time.hpp>

#include "accounts/secrets.hpp"

namespace langnghe::api {

/// Counts tries of case codes that failed, in a sliding window: of one code, of one address, of
/// all. A try counts as failed from its beginning, so that many at once cannot all pass before the
/// first has failed. Holds digests, no codes and no addresses. Thread-safe.
class CaseThrottle {
 public:
  explicit CaseThrottle(const Limits& limits);

  /// The number of a try that may go on; nothing where there were too many, and none was counted.
  [[nodiscard]] std::optional<std::uint64_t> begin(std::string_view code, std::string_view peer,
                                                   domain::Instant now);
  /// It did not fail after all.
  void take_back(std::uint64_t number);

 private:
  struct Try {
    std::uint64_t number = 0;
    domain::Instant at{};
    Digest code{};
    Digest address{};
  };
  void forget_old(domain::Instant now);
  void discount(const Try& one);

  const std::size_t of_code_;
  const std::size_t of_address_;
  const std::size_t of_all_;
  const std::chrono::seconds window_;
  std::mutex mutex_;       ///< guards the members below
  std::deque<Try> tries_;  ///< in the window, oldest first
  std::unordered_map<Digest, std::size_t, DigestHash> counts_;
  std::uint64_t last_number_ = 0;
};

}  // namespace langnghe::api
