#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <expected>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <ledger/engine/prepared_commit.hpp>
#include <ledger/error.hpp>

#include "one_time_signal.hpp"

namespace langnghe::eventstore {

/// A commit on its way through the sequencer. Lives on the stack of its caller, who waits.
struct Request {
  PreparedCommit commit;
  std::uint64_t checked_after = 0;  ///< the group after which its caller looked into the database
  StoreResult<Committed> answer;    ///< written by the sequencer before the group is answered
};

struct LedgerSize {
  LedgerId ledger;
  std::uint64_t size;
};

/// Commits that are written in one batch and answered with one wake-up.
class CommitGroup {
 public:
  /// Blocks the caller until the group is answered.
  void wait() const { answered_.wait(); }
  void answer() { answered_.raise(); }

  /// Writing failed or has stopped. Also for those who were refused or told an old answer: it may
  /// rest on commits whose fate nobody knows.
  void refuse_all(const std::string& context);

  std::vector<Request*> requests;
  std::size_t record_bytes = 0;
  bool written = false;           ///< does it need a sync?
  std::vector<LedgerSize> sizes;  ///< what its ledgers have once it is durable

 private:
  OneTimeSignal answered_;
};

struct QueueLimits {
  std::size_t commits;        ///< waiting in all
  std::size_t group_commits;  ///< in one group
  std::size_t group_bytes;    ///< of records in one group
};

/// The bounded queue in front of the sequencer: many threads push, one takes. Callers join the
/// last group that still has room, so that a group is ready the moment the sequencer is.
class CommitQueue {
 public:
  explicit CommitQueue(QueueLimits limits) : limits_(limits) {}

  /// The group the request is in; wait on it. `queue_full`, or `unavailable` after `close`.
  [[nodiscard]] StoreResult<std::shared_ptr<CommitGroup>> push(Request& request);

  /// The next group, or none when the queue is closed and empty. Once there is a request, waits up
  /// to `patience` more for `wanted` of them.
  [[nodiscard]] std::shared_ptr<CommitGroup> take(std::size_t wanted,
                                                  std::chrono::nanoseconds patience);

  [[nodiscard]] std::size_t size() const;

  /// Open, and nobody waits.
  [[nodiscard]] bool is_idle() const;

  /// Refuses new requests; those inside can still be taken.
  void close();

 private:
  const QueueLimits limits_;
  mutable std::mutex mutex_;  // guards everything below
  std::condition_variable changed_;
  std::deque<std::shared_ptr<CommitGroup>> groups_;
  std::size_t size_ = 0;
  std::size_t awaited_ = 0;  // the sequencer sleeps until there are so many; 0 = it is awake
  bool closed_ = false;
};

}  // namespace langnghe::eventstore
