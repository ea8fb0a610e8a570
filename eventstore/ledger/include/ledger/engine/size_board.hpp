#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

#include <ledger/types.hpp>

namespace langnghe::eventstore {

/// The number of records of each ledger that may be read, and the callers that wait for more.
/// Written by the engine's one writer, read from any thread.
class SizeBoard {
 public:
  /// Makes the ledger known and wakes those who wait for it. Sizes never go down.
  void publish(const LedgerId& ledger, std::uint64_t size);

  [[nodiscard]] std::uint64_t size(const LedgerId& ledger) const;
  [[nodiscard]] std::vector<LedgerId> ledgers() const;

  /// As EventStore::wait_beyond; returns at once when the board is closed.
  [[nodiscard]] std::uint64_t wait_beyond(const LedgerId& ledger, std::uint64_t size,
                                          std::chrono::steady_clock::time_point deadline,
                                          const std::stop_token& stop);

  /// Sends everyone home; nobody waits from now on.
  void close();

 private:
  struct Entry {
    std::uint64_t size = 0;
    bool known = false;  // false: somebody waits for a ledger that does not exist yet
    std::size_t waiting = 0;
    std::condition_variable_any changed;
  };

  mutable std::mutex mutex_;  // guards everything below
  std::map<std::string, std::unique_ptr<Entry>, std::less<>> entries_;
  bool closed_ = false;
};

}  // namespace langnghe::eventstore
