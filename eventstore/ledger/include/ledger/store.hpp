#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <ledger/error.hpp>
#include <ledger/types.hpp>

namespace langnghe::eventstore {

/// Takes one record; its bytes are gone when this returns. False = no more are wanted.
using RecordVisitor = std::function<bool(Position position, std::string_view bytes)>;

/// The ledger behind one interface; every engine passes tests/contract.
///
/// Every member may be called from any thread. `append` blocks until the commit is durable (or
/// refused); reads see every commit that was acknowledged before they began.
///
/// Example:
///   auto done = store.append({.ledger = ward, .idempotency_key = key, .request_hash = hash,
///                             .expectations = {{stream, kAbsent}}, .events = {event}, …});
///   if (!done) return done.error();   // conflict, key_reused, invalid, queue_full, unavailable
class EventStore {
 public:
  EventStore() = default;
  EventStore(const EventStore&) = delete;
  EventStore& operator=(const EventStore&) = delete;
  virtual ~EventStore() = default;

  /// One atomic, durable, idempotent commit. A known key is answered with the first result before
  /// the expectations are looked at. A ledger comes into being with its first commit.
  [[nodiscard]] virtual StoreResult<Committed> append(Commit commit) = 0;

  /// The result a key was first answered with, if it was ever used. `key_reused` if it stands for
  /// another request.
  [[nodiscard]] virtual StoreResult<std::optional<Committed>> find(
      const LedgerId& ledger, std::string_view idempotency_key, std::string_view request_hash) = 0;

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
  /// engine can: for whoever reads a whole ledger. At most `limit` of them, which has no bound of
  /// its own, because nothing is held in memory. Answers how many were handed over. `visit` may
  /// read from the store.
  [[nodiscard]] virtual StoreResult<std::uint64_t> visit_ledger(const LedgerId& ledger,
                                                                Position from, std::uint64_t limit,
                                                                const RecordVisitor& visit);

  [[nodiscard]] virtual StoreResult<Version> version_of(const LedgerId& ledger,
                                                        const StreamName& stream) = 0;

  /// The number of records in the ledger: the next position. 0 = no such ledger yet.
  [[nodiscard]] virtual std::uint64_t size(const LedgerId& ledger) = 0;

  [[nodiscard]] virtual std::vector<LedgerId> ledgers() = 0;

  /// Waits until the ledger holds more than `size` records, the deadline passes or a stop is asked
  /// for; answers the size it then has.
  [[nodiscard]] virtual std::uint64_t wait_beyond(const LedgerId& ledger, std::uint64_t size,
                                                  std::chrono::steady_clock::time_point deadline,
                                                  std::stop_token stop) = 0;

  /// False while commits are refused: a write has failed and the store is not yet opened anew, the
  /// disk is full, or, until a restart, a sync has failed or writing was stopped. Reads go on.
  [[nodiscard]] virtual bool writable() const = 0;

  /// The reason, in a word for a monitor; empty while commits are taken: `disk_full`,
  /// `write_failed` (both end by themselves), `sync_failed`, `ledger_differs` (both last until a
  /// restart), `read_only`.
  [[nodiscard]] virtual std::string_view writing_stopped_by() const;

  /// Ends writing until the store is opened anew, because a ledger is found to differ from what was
  /// signed: commits are refused with `ledger_differs` and the reason, the first that was given.
  /// Those that wait in the queue already may still be stored.
  virtual void stop_writing(std::string reason) = 0;
};

}  // namespace langnghe::eventstore
