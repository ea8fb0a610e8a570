#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace langnghe::http {

/// Threads that run what may block. Wakes one thread at a time: a woken thread that finds more work
/// wakes the next. Waking one for every task, as `asio::thread_pool` does, costs a context switch
/// for each request when tasks are short. Thread-safe.
class WorkerPool {
 public:
  using Task = std::move_only_function<void()>;

  enum class Priority {
    ordinary,
    /// The system gives the I/O thread and questions about the service the processor first. With as
    /// many busy workers as clients the I/O thread would otherwise get one share among dozens, and
    /// accept, read and answer for everybody with it.
    behind_others,
  };

  explicit WorkerPool(int threads, Priority priority = Priority::ordinary);
  ~WorkerPool();  ///< closes
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Tasks must not throw. After `close` a task is destroyed without being run.
  void submit(Task task);

  /// Waits for the running tasks; those not begun are destroyed. Idempotent.
  void close();

 private:
  void work();
  void yield_to_others() const;
  [[nodiscard]] bool claim_wake_up();

  const Priority priority_;
  std::mutex mutex_;  ///< guards tasks_, idle_, waking_, closed_
  std::condition_variable wake_;
  std::deque<Task> tasks_;
  int idle_ = 0;
  bool waking_ = false;  ///< a thread was told to wake and has not looked yet
  bool closed_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace langnghe::http
