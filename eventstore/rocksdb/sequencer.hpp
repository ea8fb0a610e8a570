#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

#include <ledger/engine/prepared_commit.hpp>
#include <ledger/engine/size_board.hpp>
#include <ledger/error.hpp>

#include "commit_queue.hpp"
#include "database.hpp"
#include "group_writer.hpp"
#include "lookup.hpp"
#include "sync_stage.hpp"

namespace langnghe::eventstore {

/// The one writer. Callers look into the database on their own threads and queue up; one thread of
/// its own writes group after group, and hands each to the sync stage. A caller who finds nobody
/// else there does all of it itself: two changes of threads cost as much as half a sync.
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

  [[nodiscard]] bool writable() const {
    return !failed_ && !sync_.failed() && !database_.background_failed();
  }

  /// A sync of the log has failed, and no commit will ever be durable with certainty.
  [[nodiscard]] bool sync_failed() const { return sync_.failed() || !database_.sync_log().ok(); }

  /// Any thread; blocks until all that reads can see by now is durable. False: writing has failed.
  [[nodiscard]] bool settle();

 private:
  [[nodiscard]] StoreResult<std::optional<Committed>> look_up(Request& request) const;
  [[nodiscard]] bool is_durable(const LedgerId& ledger, const KeyEntry& entry) const;
  [[nodiscard]] bool submit_alone(Request& request);
  void run();
  void write(CommitGroup& group);

  const Database& database_;
  const SizeBoard& board_;
  Lookup lookup_;
  std::mutex writing_;  // who holds it uses writer_ and hands over to sync_
  GroupWriter writer_;
  SyncStage sync_;
  CommitQueue queue_;
  std::atomic<bool> crowded_ = false;  // are there callers enough to make groups of?
  std::atomic<bool> failed_ = false;   // for good: only a database opened anew writes again
  std::thread thread_;                 // last, so that it sees everything else
};

}  // namespace langnghe::eventstore
