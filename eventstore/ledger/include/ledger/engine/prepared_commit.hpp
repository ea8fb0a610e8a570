#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ledger/engine/hashed_key.hpp>
#include <ledger/error.hpp>
#include <ledger/record/prepared_record.hpp>
#include <ledger/types.hpp>

namespace langnghe::eventstore {

/// One stream that a commit writes to or has an expectation of; each is there once.
struct PreparedStream {
  HashedKey key;
  StreamName name;
  Version head{};        ///< filled in by the engine; moves with each event it numbers
  bool written = false;  ///< does the commit have an event for it?
};

struct PreparedExpectation {
  std::size_t stream;  ///< index
  Version version;
};

struct PreparedEvent {
  std::size_t stream;  ///< index
  PreparedRecord record;
  Version version{};  ///< given by number_events
};

/// A key that is used up, and the number of events it stands for.
struct PreparedKey {
  HashedKey key;
  std::string request_hash;
  std::uint64_t events = 0;
};

/// A commit whose form and limits have been checked, ready for the short critical section.
struct PreparedCommit {
  LedgerId ledger;
  std::vector<PreparedKey> keys;  ///< in the order of their events; several: appended together
  std::string recorded;
  std::vector<PreparedStream> streams;
  std::vector<PreparedExpectation> expectations;
  std::vector<PreparedEvent> events;
  std::size_t record_bytes = 0;
};

/// Checks everything that does not depend on what is stored. The error is `invalid`.
[[nodiscard]] StoreResult<PreparedCommit> prepare(Commit commit);

/// The same for commits that are appended together; also a `conflict` where one expects less than
/// those before it write.
[[nodiscard]] StoreResult<PreparedCommit> prepare_together(std::vector<Commit> commits);

/// The answers of the keys, of which the first has its first event at `first`.
[[nodiscard]] std::vector<Committed> answers_of(const std::vector<PreparedKey>& keys,
                                                Position first);

/// The reason that commits are not appended together, where one of their keys is known.
[[nodiscard]] StoreError key_was_used();

/// The first expectation that does not hold, as a `conflict`. The heads must be filled in.
[[nodiscard]] std::optional<StoreError> first_conflict(const PreparedCommit& commit);

/// Gives the events of a commit their versions and their time, which completes the records.
void number_events(PreparedCommit& commit, std::string_view recorded);

}  // namespace langnghe::eventstore
