#include "connection.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace langnghe::http {
namespace {

constexpr std::size_t kLingerBytesMax = 64 * 1024 * 1024;
constexpr std::chrono::seconds kLingerTimeMax{10};
constexpr std::size_t kLingerChunk = 64 * 1024;

/// The system holds at most so much that the client has not begun to take. Without this bound its
/// buffers grow to megabytes for every client that reads slowly, and the I/O thread fills them at
/// the cost of everybody else.
constexpr int kUnsentMax = 256 * 1024;

using Texts = std::array<std::string_view, 3>;
using Buffers = std::array<asio::const_buffer, 3>;

std::size_t size_of(const Texts& texts) {
  std::size_t bytes = 0;
  for (const auto text : texts) {
    bytes += text.size();
  }
  return bytes;
}

Buffers rest_of(const Texts& texts, std::size_t sent) {
  Buffers rest;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::size_t skipped = std::min(sent, texts[i].size());
    rest[i] = asio::buffer(texts[i].substr(skipped));
    sent -= skipped;
  }
  return rest;
}

}  // namespace

Connection::Connection(tcp::socket socket) : socket_(std::move(socket)) {
  beast::error_code ignored;  // a client that is gone already is noticed by the first read
  socket_.set_option(tcp::no_delay(true), ignored);
  socket_.non_blocking(true, ignored);
  static_cast<void>(::setsockopt(socket_.native_handle(), IPPROTO_TCP, TCP_NOTSENT_LOWAT,
                                 &kUnsentMax, sizeof kUnsentMax));
}

std::string Connection::peer_address() const {
  beast::error_code gone;
  const auto endpoint = socket_.remote_endpoint(gone);
  if (gone) {
    return {};
  }
  const auto address = endpoint.address();
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  }
  return address.to_string();
}

void Connection::set_deadline(std::chrono::milliseconds from_now) {
  const auto at = SteadyClock::now() + from_now;
  deadline_.store(at.time_since_epoch().count(), std::memory_order_relaxed);
  is_expired_ = false;
}

void Connection::clear_deadline() {
  deadline_.store(kNever, std::memory_order_relaxed);
  is_expired_ = false;
}

bool Connection::is_late(SteadyClock::time_point now) const {
  return now.time_since_epoch().count() >= deadline_.load(std::memory_order_relaxed);
}

void Connection::expire() {
  if (is_late(SteadyClock::now())) {
    is_expired_ = true;
    end_waiting();
  }
}

Task<bool> Connection::receive(std::size_t size) {
  if (is_expired_) {
    co_return false;
  }
  beast::error_code failed;
  const auto space = buffer_.prepare(size);
  const std::size_t received =
      co_await socket_.async_read_some(space, asio::redirect_error(asio::use_awaitable, failed));
  if (failed) {
    co_return false;
  }
  buffer_.commit(received);
  co_return true;
}

Task<bool> Connection::send(std::string_view head, std::string_view body, std::string_view tail) {
  const Texts texts{head, body, tail};
  const std::size_t total = size_of(texts);
  std::size_t sent = 0;
  while (sent < total) {
    if (is_expired_) {
      co_return false;
    }
    beast::error_code failed;
    sent += socket_.write_some(rest_of(texts, sent), failed);
    if (failed == asio::error::would_block) {
      failed = {};
      co_await socket_.async_wait(tcp::socket::wait_write,
                                  asio::redirect_error(asio::use_awaitable, failed));
    }
    if (failed) {
      co_return false;
    }
  }
  co_return true;
}

void Connection::watch_for_end(std::move_only_function<void()> gone) {
  socket_.async_wait(tcp::socket::wait_read,
                     [this, gone = std::move(gone)](beast::error_code failed) mutable {
                       if (!failed && has_ended()) {
                         gone();
                       }
                     });
}

bool Connection::has_ended() {
  char byte = 0;
  beast::error_code failed;
  const std::size_t present =
      socket_.receive(asio::buffer(&byte, 1), tcp::socket::message_peek, failed);
  return present == 0 && failed != asio::error::would_block;
}

Task<void> Connection::linger(std::chrono::milliseconds silence) {
  beast::error_code failed;
  socket_.shutdown(tcp::socket::shutdown_send, failed);
  buffer_.clear();
  const auto end = SteadyClock::now() + kLingerTimeMax;
  std::size_t swallowed = 0;
  bool is_open = !failed;
  while (is_open && swallowed < kLingerBytesMax && SteadyClock::now() < end) {
    set_deadline(silence);
    is_open = co_await receive(kLingerChunk);
    swallowed += buffer_.size();
    buffer_.clear();
  }
}

void Connection::end_waiting() {
  beast::error_code ignored;  // nothing waits, then
  socket_.cancel(ignored);
}

void Connection::close() {
  beast::error_code ignored;  // closed already, then
  socket_.close(ignored);
}

}  // namespace langnghe::http
