// The part of a session that moves bodies piece by piece: in while a worker handles the request and
// asks for more, out while a worker reads what is sent.

#include <algorithm>
#include <future>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

#include "fault_log.hpp"
#include "session.hpp"

namespace langnghe::http {
namespace {

using std::chrono::milliseconds;

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
  // What the buffer holds after the end is the next request.
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
  // What was not read cannot be told from a next request.
  keep_alive_ = keep_alive_ && parser_->is_done();
  parser_->get().body() = std::string();
}

Task<bool> Session::send_stream() {
  std::uint64_t left = response_.stream_bytes;
  while (left > 0) {
    connection_.clear_deadline();
    co_await read_on_worker();
    if (piece_.empty() || piece_.size() > left) {
      log_fault("stream", "a response ended early or late");
      co_return false;
    }
    connection_.set_deadline(service_.options.limits.write_timeout);
    const bool sent = co_await connection_.send(piece_, std::string_view());
    if (!sent) {
      co_return false;
    }
    left -= piece_.size();
  }
  co_return true;
}

Task<void> Session::read_on_worker() {
  return on_worker(&Session::read_response);
}

void Session::read_response() noexcept {
  piece_ = {};
  try {
    const auto next = response_.stream->next();
    piece_ = next.value_or(std::string_view());
  } catch (...) {
    log_current_exception("stream");
  }
}

}  // namespace langnghe::http
