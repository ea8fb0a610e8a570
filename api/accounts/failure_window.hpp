#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include <domain/time.hpp>

#include "accounts/secrets.hpp"

namespace langnghe::api {

/// Counts tries that failed, each for several counters, in a sliding window. A try counts as failed
/// from its beginning, so that many at once cannot all pass before the first has failed. Holds
/// digests, and no more tries than its counters allow. Thread-safe.
class FailureWindow {
 public:
  explicit FailureWindow(std::chrono::seconds length) : length_(length) {}

  struct Counter {
    Digest of{};
    std::size_t most = 0;
  };
  /// The number of a try that may go on; nothing where one of its counters is full, and none was
  /// counted.
  [[nodiscard]] std::optional<std::uint64_t> begin(const std::vector<Counter>& counters,
                                                   domain::Instant now);
  /// It did not fail after all.
  void take_back(std::uint64_t number);

 private:
  struct Try {
    std::uint64_t number = 0;
    domain::Instant at{};
    std::vector<Digest> counters;
  };
  [[nodiscard]] bool is_full(const Counter& counter) const;
  void forget_old(domain::Instant now);
  void discount(const Try& one);

  const std::chrono::seconds length_;
  std::mutex mutex_;       ///< guards the members below
  std::deque<Try> tries_;  ///< in the window, oldest first
  std::unordered_map<Digest, std::size_t, DigestHash> counts_;
  std::uint64_t last_number_ = 0;
};

}  // namespace langnghe::api
