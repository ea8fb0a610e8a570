#include "worker_pool.hpp"

#include <utility>

#include <sys/resource.h>

namespace langnghe::http {
namespace {

/// A tenth of the weight of a thread that was not made nicer.
constexpr int kNicer = 10;

}  // namespace

WorkerPool::WorkerPool(int threads, Priority priority) : priority_(priority) {
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

void WorkerPool::yield_to_others() const {
  if (priority_ == Priority::behind_others) {
    // On Linux "this process" is the calling thread; one that may not be nicer works as it is.
    const int present = ::getpriority(PRIO_PROCESS, 0);
    static_cast<void>(::setpriority(PRIO_PROCESS, 0, present + kNicer));
  }
}

void WorkerPool::work() {
  yield_to_others();
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
