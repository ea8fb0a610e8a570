#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <ledger/engine/size_board.hpp>

#include "commit_queue.hpp"
#include "database.hpp"

namespace langnghe::eventstore {

/// The second half of a commit's way: groups that are written become durable, are counted and
/// answered, in the order in which they were written. One sync serves all that were written before
/// it began, and the next group is written meanwhile. Nobody is told anything about a group, nor
/// about a refusal that rests on it, before its sync.
class SyncStage {
 public:
  /// `database` and `board` must outlive the stage.
  SyncStage(const Database& database, SizeBoard& board);
  SyncStage(const SyncStage&) = delete;
  SyncStage& operator=(const SyncStage&) = delete;
  ~SyncStage();

  /// Hands a group over. Calls of `push` and `complete` are in the order of writing.
  void push(std::shared_ptr<CommitGroup> group);

  /// The same on the caller's thread, where the hand-over would take longer than it gains: when
  /// nothing else is on its way. Falls back to `push` otherwise.
  void complete(const std::shared_ptr<CommitGroup>& group);

  /// Blocks until no written group waits for its sync to begin. Who writes the next group only then
  /// finds more commits for it: groups become as large as one sync is long.
  void wait_for_room();

  /// Blocks until everything is answered that was pushed before. False: writing has failed.
  [[nodiscard]] bool settle();

  /// Answers what was pushed and ends the thread. Nothing may be pushed any more.
  void finish();

  /// A sync has failed: for good, nobody knows what is on the disk.
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  using Groups = std::vector<std::shared_ptr<CommitGroup>>;

  void run();
  void sync_and_answer(const Groups& groups);
  [[nodiscard]] std::string sync(const Groups& groups);

  const Database& database_;
  SizeBoard& board_;
  std::atomic<bool> failed_ = false;

  std::mutex mutex_;  // guards everything below
  std::condition_variable changed_;
  Groups waiting_;
  bool working_ = false;  // somebody syncs and answers what was taken from `waiting_`
  bool closed_ = false;
  std::thread thread_;  // last, so that it sees everything else
};

}  // namespace langnghe::eventstore
