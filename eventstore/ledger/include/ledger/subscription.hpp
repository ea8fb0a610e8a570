#pragma once

#include <chrono>
#include <cstddef>
#include <stop_token>
#include <vector>

#include <ledger/reader.hpp>

namespace langnghe::eventstore {

/// Follows one ledger from a position on: first what is stored, then what is committed, each
/// position once and in order. Belongs to one thread. Nothing is buffered between calls, so a slow
/// reader costs the writer nothing.
class Subscription {
 public:
  /// `store` must outlive the subscription.
  Subscription(LedgerReader& store, LedgerId ledger, Position from);

  /// The next records, at most `limit`; waits up to `patience` for the first one. Empty when the
  /// time is over or a stop is asked for. A gap or a repeat is answered with `corrupt`.
  [[nodiscard]] StoreResult<std::vector<Record>> next(std::size_t limit,
                                                      std::chrono::milliseconds patience,
                                                      const std::stop_token& stop);

  [[nodiscard]] Position position() const { return next_; }  ///< of the next record to come

 private:
  LedgerReader& store_;
  LedgerId ledger_;
  Position next_;
};

}  // namespace langnghe::eventstore
