#pragma once

#include <cstdint>
#include <stop_token>
#include <utility>

#include <ledger/reader.hpp>

namespace langnghe::eventstore {

/// A stretch of one ledger that is to be taken: the positions [from, end). The records are read
/// only when they are visited, and not copied where the engine can do without. Belongs to one
/// thread; the store must outlive it.
class Records {
 public:
  /// A stop ends a visit before its next record.
  Records(LedgerReader& store, LedgerId ledger, Position from, std::uint64_t end,
          std::stop_token stop = {})
      : store_(store), ledger_(std::move(ledger)), from_(from), end_(end), stop_(std::move(stop)) {}

  [[nodiscard]] const LedgerId& ledger() const { return ledger_; }
  [[nodiscard]] Position from() const { return from_; }
  [[nodiscard]] std::uint64_t end() const { return end_; }
  [[nodiscard]] bool empty() const { return from_.value >= end_; }
  [[nodiscard]] const std::stop_token& stop() const { return stop_; }

  /// Another stretch of the same ledger: for a consumer that must read again what it took before,
  /// or that ends earlier.
  [[nodiscard]] Records between(Position from, std::uint64_t end) const {
    return {store_, ledger_, from, end, stop_};
  }

  /// Hands over each record once and in order, until `visit` answers false; answers how many were
  /// handed over. A gap or a repeat is answered with `corrupt`: a record that is left out would
  /// falsify all that is made of the later ones.
  [[nodiscard]] StoreResult<std::uint64_t> visit(const RecordVisitor& visit) const;

 private:
  LedgerReader& store_;
  LedgerId ledger_;
  Position from_;
  std::uint64_t end_;
  std::stop_token stop_;
};

}  // namespace langnghe::eventstore
