#pragma once

#include <atomic>
#include <chrono>
#include <memory>

#include <boost/asio/steady_timer.hpp>

#include "net.hpp"

namespace langnghe::http {

/// The waiting of one event stream: until events may have come, a heartbeat is due, or the stream
/// is to end. It holds no thread. Runs on the connection's executor, save for `wake`.
class EventWait : public std::enable_shared_from_this<EventWait> {
 public:
  using Clock = std::chrono::steady_clock;

  enum class Reason { events, heartbeat, end };

  struct Pauses {
    std::chrono::milliseconds between_takes;  ///< so that a busy ledger costs a stream no more
    std::chrono::milliseconds heartbeat;
  };

  EventWait(const asio::any_io_executor& executor, Pauses pauses);

  /// At once the first time, because events may have come before the stream began.
  Task<Reason> wait();

  void wake();   ///< from any thread: events may have come
  void hurry();  ///< the next wait ends at once
  void end();    ///< every wait ends
  [[nodiscard]] bool has_ended() const { return has_ended_; }

 private:
  const Pauses pauses_;
  asio::steady_timer timer_;
  Clock::time_point next_take_;
  Clock::time_point next_heartbeat_;
  bool is_woken_ = true;
  bool has_ended_ = false;
  /// There was a wake since the last take began: more of them would tell nothing new.
  std::atomic<bool> is_posted_ = false;
};

}  // namespace langnghe::http
