#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ledger/error.hpp>
#include <ledger/reader.hpp>
#include <ledger/types.hpp>

namespace langnghe::eventstore {

/// The ledger behind one interface; every engine passes tests/contract.
///
/// Every member may be called from any thread. `append` blocks until the commit is durable (or
/// refused); reads see every commit that was acknowledged before they began. Code that only reads
/// takes a LedgerReader.
///
/// Example:
///   auto done = store.append({.ledger = ward, .idempotency_key = key, .request_hash = hash,
///                             .expectations = {{stream, kAbsent}}, .events = {event}, …});
///   if (!done) return done.error();   // conflict, key_reused, invalid, queue_full, unavailable
class EventStore : public LedgerReader {
 public:
  /// One atomic, durable, idempotent commit. A known key is answered with the first result before
  /// the expectations are looked at. A ledger comes into being with its first commit.
  [[nodiscard]] virtual StoreResult<Committed> append(Commit commit) = 0;

  /// Several commits to one ledger, one after the other, as one: all are stored or none. Each has
  /// its own key, actor and causation, and its expectations count the events of those before it.
  /// Answers them in order. A key that was used before is a `conflict` of no stream: ask `find`
  /// first. The limits of one commit hold for all of them together.
  [[nodiscard]] virtual StoreResult<std::vector<Committed>> append_together(
      std::vector<Commit> commits) = 0;

  /// The result a key was first answered with, if it was ever used. `key_reused` if it stands for
  /// another request.
  [[nodiscard]] virtual StoreResult<std::optional<Committed>> find(
      const LedgerId& ledger, std::string_view idempotency_key, std::string_view request_hash) = 0;

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
