// The part of a session that moves bodies piece by piece: in while a worker handles the request and
// asks for more, out while a worker reads what is sent.

#include <algorithm>
#include <future>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

#include <log/log.hpp>

#include "session.hpp"

namespace langnghe::http {
namespace {

using std::chrono::milliseconds;

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kLastChunk = "0\r\n\r\n";
/// A comment of the event stream's form, which clients pass over.
constexpr std::string_view kHeartbeat = ":\n\n";

}  // namespace

// The session's own coroutine waits for the handler meanwhile, so that only this one uses the
// connection; and the client is read no faster than the handler asks.
std::expected<std::string_view, api::StreamFault> Session::next() {
  auto taking = asio::co_spawn(connection_.executor(), take_piece(), asio::use_future);
  if (taking.get()) {
    return std::string_view(parser_->get().body());
  }
  return std::unexpected(refusal_ ? api::StreamFault::refused : api::StreamFault::gone);
}

Task<bool> Session::take_piece() {
  parser_->get().body().clear();
  if (refusal_ || body_is_cut_) {
    co_return false;
  }
  if (waits_for_continue_) {
    waits_for_continue_ = false;
    const bool told = co_await send_continue();
    body_is_cut_ = !told;
  }
  const bool came = co_await read_piece();
  connection_.clear_deadline();
  body_is_cut_ = !came;
  co_return came;
}

Task<bool> Session::read_piece() {
  // The bytes that the buffer holds after the end are the next request.
  while (!body_is_cut_ && !parser_->is_done()) {
    if (connection_.buffer().size() > 0 && !feed_parser()) {
      co_return false;
    }
    if (parser_->is_done() || !parser_->get().body().empty()) {
      co_return true;
    }
    connection_.set_deadline(time_for_piece());
    const bool came = co_await wait_for_bytes(Part::body);
    if (!came) {
      co_return false;
    }
  }
  co_return !body_is_cut_;
}

milliseconds Session::time_for_piece() const {
  const auto left = std::chrono::duration_cast<milliseconds>(body_until_ - SteadyClock::now());
  const milliseconds most = service_.options.limits.read_timeout;
  return std::clamp(left, milliseconds{0}, most);
}

void Session::begin_stream() {
  parser_->eager(true);
  parser_->body_limit(boost::none);  // the handler stops asking
  waits_for_continue_ = expects_continue();
  body_is_cut_ = false;
  body_until_ = SteadyClock::now() + service_.options.limits.upload_timeout;
  request_.body_stream = this;
}

void Session::end_stream() {
  if (request_.body_stream == nullptr) {
    return;
  }
  request_.body_stream = nullptr;
  if (refusal_) {
    respond_with(*refusal_);
  }
  // Bytes that were not read cannot be told from a next request.
  keep_alive_ = keep_alive_ && parser_->is_done();
  parser_->get().body() = std::string();
}

Task<bool> Session::send_content() {
  bool sent = true;
  if (response_.events) {
    sent = co_await send_events();
  } else if (response_.stream && response_.stream_bytes) {
    sent = co_await send_known_stream(*response_.stream_bytes);
  } else if (response_.stream) {
    sent = co_await send_open_stream();
  }
  co_return sent;
}

Task<bool> Session::send_known_stream(std::uint64_t left) {
  while (left > 0) {
    connection_.clear_deadline();
    co_await read_on_worker();
    if (piece_.empty() || piece_.size() > left) {
      log::error("http: fault in stream: a response ended early or late");
      co_return false;
    }
    const bool sent = co_await send_piece(piece_);
    if (!sent) {
      co_return false;
    }
    left -= piece_.size();
  }
  co_return true;
}

Task<bool> Session::send_open_stream() {
  for (;;) {
    connection_.clear_deadline();
    co_await read_on_worker();
    if (is_cut_) {
      log::error("http: fault in stream: a response was cut");
      co_return false;
    }
    if (piece_.empty()) {
      break;
    }
    const bool sent = co_await send_piece(piece_);
    if (!sent) {
      co_return false;
    }
  }
  const bool has_ended = co_await send_end();
  co_return has_ended;
}

Task<bool> Session::send_piece(std::string_view piece) {
  sent_bytes_ += piece.size();
  connection_.set_deadline(service_.options.limits.write_timeout);
  std::string_view line_end;
  chunk_line_.clear();
  if (framing_ == Framing::chunked) {
    chunk_line_ = chunk_line(piece.size());
    line_end = kLineEnd;
  }
  return connection_.send(chunk_line_, piece, line_end);
}

Task<bool> Session::send_end() {
  connection_.set_deadline(service_.options.limits.write_timeout);
  const std::string_view end = framing_ == Framing::chunked ? kLastChunk : std::string_view();
  return connection_.send(end, std::string_view());
}

Task<void> Session::read_on_worker() {
  return on_worker(&Session::read_response);
}

void Session::read_response() noexcept {
  const log::Scope scope(request_.id, response_.ward);
  piece_ = {};
  is_cut_ = true;
  try {
    const auto next = response_.stream->next();
    is_cut_ = !next;
    piece_ = next.value_or(std::string_view());
  } catch (...) {
    log::exception("http: fault in stream");
  }
}

Task<bool> Session::send_events() {
  begin_events();
  bool is_open = true;
  while (is_open && !events_->has_ended()) {
    connection_.clear_deadline();
    const auto reason = co_await events_->wait();
    if (reason == EventWait::Reason::end) {
      break;
    }
    batch_ = {};
    is_cut_ = false;
    if (reason == EventWait::Reason::heartbeat) {
      batch_.text = kHeartbeat;
    } else {
      co_await take_on_worker();
    }
    if (is_cut_) {
      break;
    }
    if (batch_.has_more) {
      events_->hurry();
    }
    if (!batch_.text.empty()) {
      is_open = co_await send_piece(batch_.text);
    }
  }
  connection_.end_waiting();  // the watch for the client's end, which holds this session
  leave_events();
  if (is_open) {
    is_open = co_await send_end();
  }
  co_return is_open;
}

Task<void> Session::take_on_worker() {
  return on_worker(&Session::take_events);
}

void Session::take_events() noexcept {
  const log::Scope scope(request_.id, response_.ward);
  is_cut_ = true;
  try {
    auto taken = response_.events->take();
    is_cut_ = !taken;
    batch_ = taken ? std::move(*taken) : api::EventSource::Batch();
  } catch (...) {
    log::exception("http: fault in events");
  }
}

bool Session::enter_events() {
  if (service_.is_stopping) {
    return false;
  }
  is_event_stream_ = true;
  if (service_.event_streams.fetch_add(1) < service_.options.limits.event_streams_max) {
    return true;
  }
  leave_events();
  return false;
}

void Session::begin_events() {
  const api::Limits& limits = service_.options.limits;
  const EventWait::Pauses pauses{limits.event_pause, limits.event_heartbeat};
  events_ = std::make_shared<EventWait>(connection_.executor(), pauses);
  if (service_.is_stopping) {
    events_->end();
  }
  // It is counted among the streams from here on, and others may have its place.
  if (std::exchange(has_place_, false)) {
    --service_.admitted;
  }
  connection_.buffer().shrink_to_fit();
  connection_.watch_for_end([self = shared_from_this()] {
    if (self->events_) {
      self->events_->end();
    }
  });
  response_.events->when_more([waiting = std::weak_ptr(events_)] {
    if (const auto present = waiting.lock()) {
      present->wake();
    }
  });
}

void Session::leave_events() {
  events_.reset();
  if (std::exchange(is_event_stream_, false)) {
    --service_.event_streams;
  }
}

}  // namespace langnghe::http
