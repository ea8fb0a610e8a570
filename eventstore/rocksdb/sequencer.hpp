#pragma once

#include <atomic>
#include <thread>

#include <eventstore/error.hpp>

#include "engine/prepared_commit.hpp"
#include "engine/size_board.hpp"
#include "rocksdb/commit_queue.hpp"
#include "rocksdb/database.hpp"
#include "rocksdb/group_writer.hpp"
#include "rocksdb/lookup.hpp"

namespace langnghe::eventstore {

/// The one writer. Callers look into the database on their own threads and queue up; one thread of
/// its own writes group after group.
class Sequencer {
 public:
  /// `database` and `board` must outlive the sequencer.
  Sequencer(const Database& database, SizeBoard& board, const LedgerStates& ledgers);
  Sequencer(const Sequencer&) = delete;
  Sequencer& operator=(const Sequencer&) = delete;
  ~Sequencer();

  /// Any thread; blocks until the commit is durable or refused.
  [[nodiscard]] StoreResult<Committed> submit(PreparedCommit commit);

  /// Refuses new commits, writes and answers those that are queued, and ends the thread. Callers
  /// may still be inside `submit` when it answers. Belongs to the owner's thread.
  void finish();

  [[nodiscard]] bool writable() const { return !failed_ && !database_.background_failed(); }

 private:
  void run();
  void write(CommitGroup& group);

  const Database& database_;
  Lookup lookup_;
  GroupWriter writer_;
  CommitQueue queue_;
  std::atomic<bool> failed_ = false;  // for good: only a restart, which checks, writes again
  std::thread thread_;                // last, so that it sees everything else
};

}  // namespace langnghe::eventstore
