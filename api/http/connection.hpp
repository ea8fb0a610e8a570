#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>

#include "net.hpp"

namespace langnghe::http {

using SteadyClock = std::chrono::steady_clock;

/// The bytes of one client: a socket, what was received and not used yet, and a deadline. The
/// deadline is one number that the server's sweep looks at a few times a second: a timer for each
/// read and write would cost a heap operation and a cancelled handler each. Everything but
/// `is_late` runs on the connection's executor.
class Connection {
 public:
  explicit Connection(tcp::socket socket);

  [[nodiscard]] tcp::socket::executor_type executor() { return socket_.get_executor(); }
  [[nodiscard]] std::string peer_address() const;
  [[nodiscard]] beast::flat_buffer& buffer() { return buffer_; }
  [[nodiscard]] const beast::flat_buffer& buffer() const { return buffer_; }

  void set_deadline(std::chrono::milliseconds from_now);
  void clear_deadline();
  /// From any thread.
  [[nodiscard]] bool is_late(SteadyClock::time_point now) const;
  /// Ends the waiting operation if the deadline is still past.
  void expire();
  [[nodiscard]] bool is_expired() const { return is_expired_; }

  /// Waits for bytes, at most `size`; false when the client closed, the deadline passed, or the
  /// operation was ended.
  Task<bool> receive(std::size_t size);

  /// Writes the parts one after the other, in one system call if the socket takes them. The texts
  /// must live until then.
  Task<bool> send(std::string_view head, std::string_view body, std::string_view tail = {});

  /// Calls `gone`, on the executor, when the client closes while nothing is awaited from it. Bytes
  /// that it sends instead end the watch.
  void watch_for_end(std::move_only_function<void()> gone);

  /// Says goodbye and swallows what the client still sends, within bounds: closing with unread data
  /// would reset the connection, and the client would lose the answer (RFC 9112 section 9.6).
  Task<void> linger(std::chrono::milliseconds silence);

  void end_waiting();
  void close();

 private:
  [[nodiscard]] bool has_ended();

  static constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

  tcp::socket socket_;
  beast::flat_buffer buffer_;
  std::atomic<std::int64_t> deadline_{kNever};  ///< of SteadyClock, in its ticks
  bool is_expired_ = false;
};

}  // namespace langnghe::http
