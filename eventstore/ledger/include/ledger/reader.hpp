#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

#include <ledger/error.hpp>
#include <ledger/lease.hpp>
#include <ledger/types.hpp>

namespace langnghe::eventstore {

/// Takes one record; its bytes are gone when this returns. False = no more are wanted.
using RecordVisitor = std::function<bool(Position position, std::string_view bytes)>;

/// Reads ledgers and cannot append to them. Every member may be called from any thread; reads see
/// every commit that was acknowledged before they began.
///
/// `size`, `ledgers` and `wait_beyond` ask the engine and can fail. `known_size` and
/// `known_ledgers` are hints: they answer at once what this process has learnt so far, which is
/// enough for a figure on a monitor or for a loop that looks again, and not for a decision.
class LedgerReader {
 public:
  LedgerReader() = default;
  LedgerReader(const LedgerReader&) = delete;
  LedgerReader& operator=(const LedgerReader&) = delete;
  virtual ~LedgerReader() = default;

  /// Records of one stream with versions greater than `after`, in order. `limit` is at most
  /// kReadLimitMax. An absent stream or ledger has no records.
  [[nodiscard]] virtual StoreResult<std::vector<Record>> read_stream(const LedgerId& ledger,
                                                                     const StreamName& stream,
                                                                     Version after,
                                                                     std::size_t limit) = 0;

  /// Records from position `from` on, in order.
  [[nodiscard]] virtual StoreResult<std::vector<Record>> read_ledger(const LedgerId& ledger,
                                                                     Position from,
                                                                     std::size_t limit) = 0;

  /// Hands over the records from position `from` on, in order, without copying them where the
  /// engine can: for a caller that reads a whole ledger. At most `limit` of them, which has no
  /// bound of its own, because nothing is held in memory. Answers how many were handed over.
  /// `visit` may read from the store.
  [[nodiscard]] virtual StoreResult<std::uint64_t> visit_ledger(const LedgerId& ledger,
                                                                Position from, std::uint64_t limit,
                                                                const RecordVisitor& visit);

  [[nodiscard]] virtual StoreResult<Version> version_of(const LedgerId& ledger,
                                                        const StreamName& stream) = 0;

  /// The number of records in the ledger: the next position. 0 = no such ledger yet. A commit lies
  /// wholly below it or wholly beyond it.
  [[nodiscard]] virtual StoreResult<std::uint64_t> size(const LedgerId& ledger) = 0;

  /// All ledgers, in the order of their names.
  [[nodiscard]] virtual StoreResult<std::vector<LedgerId>> ledgers() = 0;

  /// Waits until the ledger holds more than `size` records, the deadline passes or a stop is asked
  /// for; answers the size it then has.
  [[nodiscard]] virtual StoreResult<std::uint64_t> wait_beyond(
      const LedgerId& ledger, std::uint64_t size, std::chrono::steady_clock::time_point deadline,
      std::stop_token stop) = 0;

  /// The size this process knows of: never more than there is.
  [[nodiscard]] virtual std::uint64_t known_size(const LedgerId& ledger) const = 0;
  [[nodiscard]] virtual std::vector<LedgerId> known_ledgers() const = 0;

  /// A lease on a duty that only one process may carry out for a ledger at a time. Null: another
  /// process holds it, ask again later. An engine that one process has to itself grants it always,
  /// which is what this does.
  [[nodiscard]] virtual StoreResult<std::unique_ptr<Lease>> claim(const LedgerId& ledger,
                                                                  Duty duty);
};

}  // namespace langnghe::eventstore
