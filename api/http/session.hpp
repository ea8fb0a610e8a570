#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <api/http_types.hpp>

#include "connection.hpp"
#include "http_date.hpp"
#include "net.hpp"
#include "problem.hpp"
#include "service.hpp"

namespace langnghe::http {

/// One client from accept to close: reads a request, has it handled, answers, and again; one at a
/// time, so pipelined requests are answered in order. Runs on its connection's executor, save for
/// the handler, which runs on a worker. Shared by its coroutine and, weakly, by `Connections`.
class Session : public std::enable_shared_from_this<Session> {
 public:
  enum class Admission {
    admitted,
    turned_away,  ///< over connections_max: told so, and closed
  };

  Session(tcp::socket socket, Service& service, Admission admission);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Begins; the session ends by itself.
  static void start(std::shared_ptr<Session> session);

  // From any thread:
  [[nodiscard]] bool is_late(SteadyClock::time_point now) const { return connection_.is_late(now); }
  void expire();
  void stop();   ///< at once when idle, else after the present request
  void abort();  ///< closes the socket

 private:
  using Parser = message::request_parser<message::string_body>;

  /// How far to read: a head is judged before its body is taken.
  enum class Part { head, body };
  enum class Next { another_request, linger, close };

  static Task<void> run(std::shared_ptr<Session> self);
  Task<void> serve();
  Task<Next> exchange();
  Task<bool> answer();

  /// False: no request came, for the reason in `refusal_`, or because the client went.
  Task<bool> take_request();
  Task<bool> take_body();
  Task<bool> read(Part part);
  Task<bool> wait_for_bytes(Part part);
  void prepare_parser();
  [[nodiscard]] bool feed_parser();
  [[nodiscard]] bool refuse(Refusal refusal);

  [[nodiscard]] bool enter_flight();
  Task<void> handle_on_worker();
  void handle() noexcept;
  void respond_with(Refusal refusal);
  [[nodiscard]] Language language() const;

  Service& service_;
  const Admission admission_;
  Connection connection_;
  std::optional<Parser> parser_;
  api::Request request_;
  api::Response response_;
  std::string head_;  ///< of the response; keeps its memory
  HttpDate date_;
  std::optional<Refusal> refusal_;
  bool keep_alive_ = false;
  bool is_idle_ = false;  ///< waits for the first byte of a request
};

}  // namespace langnghe::http
