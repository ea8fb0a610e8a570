#include "event_wait.hpp"

#include <algorithm>

namespace langnghe::http {

EventWait::EventWait(const asio::any_io_executor& executor, Pauses pauses)
    : pauses_(pauses),
      timer_(executor),
      next_take_(Clock::now()),
      next_heartbeat_(next_take_ + pauses.heartbeat) {}

Task<EventWait::Reason> EventWait::wait() {
  while (!has_ended_) {
    const auto now = Clock::now();
    if (is_woken_ && now >= next_take_) {
      is_woken_ = false;
      is_posted_ = false;  // before the take, which may not see what comes after this
      next_take_ = now + pauses_.between_takes;
      co_return Reason::events;
    }
    if (now >= next_heartbeat_) {
      next_heartbeat_ = now + pauses_.heartbeat;
      co_return Reason::heartbeat;
    }
    timer_.expires_at(is_woken_ ? std::min(next_take_, next_heartbeat_) : next_heartbeat_);
    beast::error_code woken;
    co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, woken));
  }
  co_return Reason::end;
}

void EventWait::wake() {
  if (is_posted_.exchange(true)) {
    return;
  }
  // The handler owns this object, so that the last reference goes on the executor.
  asio::post(timer_.get_executor(), [self = shared_from_this()] {
    self->is_woken_ = true;
    self->timer_.cancel();
  });
}

void EventWait::hurry() {
  is_woken_ = true;
  next_take_ = Clock::now();
}

void EventWait::end() {
  has_ended_ = true;
  timer_.cancel();
}

}  // namespace langnghe::http
