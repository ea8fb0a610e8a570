#include "commit_queue.hpp"

#include <algorithm>
#include <utility>

namespace langnghe::eventstore {

void CommitGroup::refuse_all(const std::string& context) {
  for (Request* const request : requests) {
    request->answer = std::unexpected(StoreError{StoreErrorCode::unavailable, context, {}, {}});
  }
}

StoreResult<std::shared_ptr<CommitGroup>> CommitQueue::push(Request& request) {
  const std::lock_guard lock(mutex_);
  if (closed_) {
    return std::unexpected(StoreError{StoreErrorCode::unavailable, "the store is closing", {}, {}});
  }
  if (size_ >= limits_.commits) {
    return std::unexpected(
        StoreError{StoreErrorCode::queue_full, "too many commits are waiting", {}, {}});
  }
  const std::size_t bytes = request.commit.record_bytes;
  if (groups_.empty() || groups_.back()->requests.size() >= limits_.group_commits ||
      groups_.back()->record_bytes + bytes > limits_.group_bytes) {
    groups_.push_back(std::make_shared<CommitGroup>());
  }
  CommitGroup& group = *groups_.back();
  group.requests.push_back(&request);
  group.record_bytes += bytes;
  ++size_;
  // A group behind the first one is a full group in front of it: no reason to wait for more.
  if (awaited_ > 0 && (size_ >= awaited_ || groups_.size() > 1)) {
    awaited_ = 0;
    changed_.notify_one();
  }
  return groups_.back();
}

std::shared_ptr<CommitGroup> CommitQueue::take(std::size_t wanted,
                                               std::chrono::nanoseconds patience) {
  std::unique_lock lock(mutex_);
  if (groups_.empty()) {
    awaited_ = 1;
    changed_.wait(lock, [this] { return !groups_.empty() || closed_; });
  }
  awaited_ = std::min(wanted, limits_.group_commits);
  if (size_ < awaited_ && groups_.size() == 1 && !closed_) {
    changed_.wait_for(lock, patience, [this] { return awaited_ == 0 || closed_; });
  }
  awaited_ = 0;
  if (groups_.empty()) {
    return nullptr;
  }
  auto group = std::move(groups_.front());
  groups_.pop_front();
  size_ -= group->requests.size();
  return group;
}

std::size_t CommitQueue::size() const {
  const std::lock_guard lock(mutex_);
  return size_;
}

bool CommitQueue::is_idle() const {
  const std::lock_guard lock(mutex_);
  return size_ == 0 && !closed_;
}

void CommitQueue::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

}  // namespace langnghe::eventstore
