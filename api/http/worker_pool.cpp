#include "worker_pool.hpp"

#include <utility>

namespace langnghe::http {

WorkerPool::WorkerPool(int threads) {
  threads_.reserve(static_cast<std::size_t>(threads));
  for (int i = 0; i < threads; ++i) {
    threads_.emplace_back([this] { work(); });
  }
}

WorkerPool::~WorkerPool() {
  close();
}

void WorkerPool::submit(Task task) {
  bool wake = false;
  {
    const std::lock_guard lock(mutex_);
    if (closed_) {
      return;
    }
    tasks_.push_back(std::move(task));
    wake = claim_wake_up();
  }
  if (wake) {
    wake_.notify_one();
  }
}

void WorkerPool::close() {
  {
    std::deque<Task> dropped;  // destroyed outside the lock
    const std::lock_guard lock(mutex_);
    closed_ = true;
    dropped.swap(tasks_);
  }
  wake_.notify_all();
  threads_.clear();  // joins
}

bool WorkerPool::claim_wake_up() {
  if (tasks_.empty() || idle_ == 0 || waking_) {
    return false;
  }
  waking_ = true;
  return true;
}

void WorkerPool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    while (tasks_.empty() && !closed_) {
      ++idle_;
      wake_.wait(lock);
      --idle_;
      waking_ = false;
    }
    if (closed_) {
      return;
    }
    Task task = std::move(tasks_.front());
    tasks_.pop_front();
    const bool wake = claim_wake_up();
    lock.unlock();
    if (wake) {
      wake_.notify_one();
    }
    task();
    task = nullptr;  // what it holds must not be destroyed under the lock
    lock.lock();
  }
}

}  // namespace langnghe::http
