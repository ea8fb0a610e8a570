#include "sync_stage.hpp"

#include <algorithm>
#include <utility>

namespace langnghe::eventstore {

SyncStage::SyncStage(const Database& database, SizeBoard& board)
    : database_(database), board_(board), thread_([this] { run(); }) {}

SyncStage::~SyncStage() {
  finish();
}

void SyncStage::push(std::shared_ptr<CommitGroup> group) {
  const std::lock_guard lock(mutex_);
  waiting_.push_back(std::move(group));
  if (!working_) {
    changed_.notify_all();
  }
}

void SyncStage::complete(const std::shared_ptr<CommitGroup>& group) {
  {
    const std::lock_guard lock(mutex_);
    if (working_ || !waiting_.empty()) {
      waiting_.push_back(group);
      return;  // whoever works looks again; whoever was told of `waiting_` is on the way
    }
    working_ = true;
  }
  sync_and_answer({group});
  const std::lock_guard lock(mutex_);
  working_ = false;
  changed_.notify_all();
}

void SyncStage::wait_for_room() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty(); });
}

bool SyncStage::settle() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty() && !working_; });
  return !failed_;
}

void SyncStage::finish() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  if (thread_.joinable()) {
    thread_.join();
  }
}

void SyncStage::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return !working_ && (closed_ || !waiting_.empty()); });
    if (waiting_.empty()) {
      return;
    }
    working_ = true;
    const Groups groups = std::exchange(waiting_, {});
    changed_.notify_all();
    lock.unlock();
    sync_and_answer(groups);
    lock.lock();
    working_ = false;
    changed_.notify_all();
  }
}

void SyncStage::sync_and_answer(const Groups& groups) {
  const std::string fault = sync(groups);
  for (const auto& group : groups) {
    if (!fault.empty()) {
      group->refuse_all(fault);
    } else {
      for (const auto& [ledger, size] : group->sizes) {
        board_.publish(ledger, size);
      }
    }
    group->answer();  // from here on its requests are gone
  }
}

// Empty, or what went wrong. After a failed sync nothing is tried again: the kernel may have
// dropped what it could not write and would report success.
std::string SyncStage::sync(const Groups& groups) {
  if (failed_) {
    return "writing has stopped";
  }
  const bool written =
      std::ranges::any_of(groups, [](const auto& group) { return group->written; });
  if (!written) {
    return {};
  }
  const rocksdb::Status status = database_.sync_log();
  if (status.ok()) {
    return {};
  }
  failed_ = true;
  return to_store_error(status, "syncing the ledger").context;
}

}  // namespace langnghe::eventstore
