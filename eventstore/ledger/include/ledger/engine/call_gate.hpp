#pragma once

#include <atomic>
#include <mutex>
#include <shared_mutex>

namespace langnghe::eventstore {

/// Lets an engine's destructor wait for calls that are still inside it. `close` turns away new
/// calls; the owner then answers those who wait; `drain` returns when the last call has left.
class CallGate {
 public:
  /// Holds the gate while it lives. False in a condition: the gate was closed. A call made by a
  /// thread that holds the gate already says so: nobody may lock a shared mutex twice.
  class Pass {
   public:
    explicit Pass(CallGate& gate, bool is_held = false)
        : lock_(gate.mutex_, std::defer_lock), open_(!gate.closed_) {
      if (!is_held) {
        lock_.lock();
        open_ = !gate.closed_;
      }
    }
    explicit operator bool() const { return open_; }

   private:
    std::shared_lock<std::shared_mutex> lock_;
    bool open_;
  };

  void close() { closed_ = true; }
  void drain() { const std::unique_lock lock(mutex_); }

 private:
  std::shared_mutex mutex_;
  std::atomic<bool> closed_ = false;
};

}  // namespace langnghe::eventstore
