// The reading half of a session: bytes to a request, within the limits.

#include <utility>

#include <boost/beast/http/error.hpp>

#include "guard.hpp"
#include "request_form.hpp"
#include "request_line.hpp"
#include "session.hpp"

namespace langnghe::http {
namespace {

constexpr std::size_t kHeadRead = 8 * 1024;
constexpr std::size_t kBodyRead = 64 * 1024;
/// A connection that waits keeps no larger buffer than this.
constexpr std::size_t kIdleBuffer = 16 * 1024;
/// A few empty lines are a clumsy client's; more are somebody who keeps the connection busy.
constexpr std::size_t kEmptyLineBytesMax = 8;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

Refusal refusal_of(beast::error_code failed) {
  using message::error;
  if (failed == error::header_limit) {
    return Refusal::header_too_large;
  }
  if (failed == error::body_limit) {
    return Refusal::body_too_large;
  }
  if (failed == error::bad_version) {
    return Refusal::version;
  }
  if (failed == error::bad_transfer_encoding || failed == error::bad_content_length ||
      failed == error::multiple_content_length) {
    return Refusal::framing;
  }
  return Refusal::malformed;
}

}  // namespace

Task<bool> Session::take_request() {
  prepare_parser();
  const bool has_head = co_await read(Part::head);
  if (!has_head) {
    co_return false;
  }
  const auto& head = parser_->get().base();
  if (const auto wrong = check_head(head)) {
    co_return refuse(*wrong);
  }
  fill(request_, head);
  begin_request();
  take_forwarded(request_, peer_, service_.proxies);
  keep_alive_ = parser_->get().keep_alive();  // now: a trailer field must not change it
  if (parser_->is_done()) {
    co_return true;
  }
  if (is_streamed()) {
    begin_stream();
    co_return true;
  }
  const bool has_body = co_await take_body();
  co_return has_body;
}

Task<bool> Session::take_body() {
  const std::uint64_t most = service_.options.limits.body_bytes_max;
  const auto length = parser_->content_length();
  if (length && *length > most) {
    co_return refuse(Refusal::body_too_large);
  }
  parser_->body_limit(most);
  if (expects_continue()) {
    const bool told = co_await send_continue();
    if (!told) {
      co_return false;
    }
  }
  parser_->eager(true);
  const bool is_whole = co_await read(Part::body);
  if (is_whole) {
    request_.body = std::move(parser_->get().body());
  }
  co_return is_whole;
}

bool Session::expects_continue() const {
  const auto& head = parser_->get().base();
  return head.version() >= 11 && head.count(message::field::expect) > 0 &&
         connection_.buffer().size() == 0;
}

Task<bool> Session::send_continue() {
  return connection_.send(kContinue, std::string_view());
}

bool Session::is_streamed() const {
  return service_.streams_body && service_.streams_body(request_);
}

Task<bool> Session::read(Part part) {
  for (;;) {
    if (part == Part::head && !has_line_ && !take_line()) {
      co_return false;
    }
    const bool can_feed = connection_.buffer().size() > 0 && has_line_;
    if (can_feed && !feed_parser()) {
      co_return false;
    }
    if (parser_->is_done() || (part == Part::head && parser_->is_header_done())) {
      co_return true;
    }
    const bool came = co_await wait_for_bytes(part);
    if (!came) {
      co_return false;
    }
  }
}

Task<bool> Session::wait_for_bytes(Part part) {
  const api::Limits& limits = service_.options.limits;
  // Only a chunk header or trailer without end stays unused in the buffer.
  if (connection_.buffer().size() > limits.header_bytes_max + kBodyRead) {
    co_return refuse(Refusal::malformed);
  }
  const bool is_first = part == Part::head && connection_.buffer().size() == 0;
  if (is_first && service_.is_stopping) {
    co_return false;
  }
  if (is_first) {
    connection_.set_deadline(limits.idle_timeout);
  }
  is_idle_ = is_first;
  const std::size_t size = part == Part::head ? kHeadRead : kBodyRead;
  const bool came = co_await connection_.receive(size);
  is_idle_ = false;
  if (came && is_first) {
    connection_.set_deadline(limits.read_timeout);
  }
  if (!came && !is_first && connection_.is_expired()) {
    co_return refuse(Refusal::timeout);
  }
  co_return came;
}

void Session::prepare_parser() {
  const api::Limits& limits = service_.options.limits;
  refusal_.reset();
  auto& buffer = connection_.buffer();
  if (buffer.size() > 0) {
    connection_.set_deadline(limits.read_timeout);  // pipelined: it has begun to arrive
  } else if (buffer.capacity() > kIdleBuffer) {
    buffer.shrink_to_fit();
  }
  has_line_ = false;
  skipped_ = 0;
  request_.id.clear();
  request_.method = api::Method::other;
  request_.headers.clear();
  parser_.emplace();
  parser_->on_chunk_header(check_chunk_);
  parser_->header_limit(static_cast<std::uint32_t>(limits.header_bytes_max));
  parser_->body_limit(boost::none);  // known once the head is read
}

bool Session::take_line() {
  auto& buffer = connection_.buffer();
  const auto received = [&] {
    const auto bytes = buffer.cdata();
    return std::string_view(static_cast<const char*>(bytes.data()), bytes.size());
  };
  const auto empty = empty_lines(received());
  skipped_ += empty;
  if (skipped_ > kEmptyLineBytesMax) {
    return refuse(Refusal::malformed);
  }
  buffer.consume(empty);
  const auto line = read_request_line(received());
  if (line.wrong) {
    return refuse(*line.wrong);
  }
  if (!line.is_whole && buffer.size() > service_.options.limits.header_bytes_max) {
    return refuse(Refusal::header_too_large);
  }
  has_line_ = line.is_whole;
  return true;
}

bool Session::feed_parser() {
  auto& buffer = connection_.buffer();
  beast::error_code failed;
  buffer.consume(parser_->put(buffer.data(), failed));
  if (failed && failed != message::error::need_more) {
    return refuse(refusal_of(failed));
  }
  return true;
}

bool Session::refuse(Refusal refusal) {
  refusal_ = refusal;
  return false;
}

Language Session::language() const {
  if (!parser_) {
    return Language::vietnamese;  // turned away before a word was read
  }
  const auto& head = parser_->get().base();
  const auto sent = head[message::field::accept_language];
  if (!sent.empty() || !refusal_) {
    return preferred_language({sent.data(), sent.size()});
  }
  const auto rest = connection_.buffer().cdata();
  return preferred_language(
      find_accept_language({static_cast<const char*>(rest.data()), rest.size()}));
}

}  // namespace langnghe::http
