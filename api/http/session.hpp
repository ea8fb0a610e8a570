#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <api/http_types.hpp>

#include "connection.hpp"
#include "event_wait.hpp"
#include "guard.hpp"
#include "http_date.hpp"
#include "net.hpp"
#include "piece_body.hpp"
#include "problem.hpp"
#include "response_head.hpp"
#include "service.hpp"

namespace langnghe::http {

/// One client from accept to close: reads a request, has it handled, answers, and again; one at a
/// time, so pipelined requests are answered in order. Runs on its connection's executor, save for
/// the handler, which runs on a worker. Shared by its coroutine and, weakly, by `Connections`.
/// The source from which the handler takes a body that is streamed.
class Session : public std::enable_shared_from_this<Session>, private api::ByteSource {
 public:
  enum class Admission {
    admitted,
    turned_away,  ///< over connections_max: told so, and closed
  };

  Session(tcp::socket socket, Service& service, Admission admission);
  ~Session() override;
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
  using Parser = message::request_parser<PieceBody>;

  /// The part to read: a head is judged before its body is taken.
  enum class Part { head, body };
  enum class Next { another_request, linger, close };

  static Task<void> run(std::shared_ptr<Session> self);
  Task<void> serve();
  Task<Next> exchange();
  Task<bool> answer();

  /// False: no request came, for the reason in `refusal_`, or because the client went.
  Task<bool> take_request();
  Task<bool> take_body();
  Task<bool> send_continue();
  [[nodiscard]] bool expects_continue() const;
  [[nodiscard]] bool is_streamed() const;
  Task<bool> read(Part part);
  Task<bool> wait_for_bytes(Part part);
  void prepare_parser();
  [[nodiscard]] bool take_line();
  [[nodiscard]] bool feed_parser();
  [[nodiscard]] bool refuse(Refusal refusal);

  // A body in pieces. `next` is called by the handler, on its worker.
  [[nodiscard]] std::expected<std::string_view, api::StreamFault> next() override;
  void begin_stream();
  void end_stream();
  Task<bool> take_piece();
  Task<bool> read_piece();
  [[nodiscard]] std::chrono::milliseconds time_for_piece() const;

  // A response in pieces.
  Task<bool> send_content();
  Task<bool> send_known_stream(std::uint64_t left);
  Task<bool> send_open_stream();
  Task<bool> send_piece(std::string_view piece);
  Task<bool> send_end();
  Task<void> read_on_worker();
  void read_response() noexcept;

  // Events.
  Task<bool> send_events();
  Task<void> take_on_worker();
  void take_events() noexcept;
  [[nodiscard]] bool enter_events();
  void begin_events();
  void leave_events();
  [[nodiscard]] bool is_http_1_0() const;

  [[nodiscard]] bool enter_flight();
  void leave_flight();
  [[nodiscard]] bool enter_answer();
  Task<void> handle_when_ready();
  Task<void> wait_until_ready();
  Task<void> handle_on_worker();
  Task<void> on_worker(void (Session::*work)() noexcept);
  void handle() noexcept;
  void respond_with(Refusal refusal);
  void begin_request();
  void log_request() const;
  [[nodiscard]] Language language() const;

  Service& service_;
  const Admission admission_;
  Connection connection_;
  const std::string peer_;  ///< the address the bytes come from
  std::optional<Parser> parser_;
  /// The parser keeps a reference to it.
  std::function<void(std::uint64_t, beast::string_view, beast::error_code&)> check_chunk_ =
      &check_chunk_extensions;
  api::Request request_;
  api::Response response_;
  std::string head_;  ///< of the response; keeps its memory
  HttpDate date_;
  Framing framing_{};
  std::string_view piece_;  ///< of a streamed response
  bool is_cut_ = false;     ///< its source could not go on
  std::string chunk_line_;  ///< before the piece that is being sent
  api::EventSource::Batch batch_;
  std::shared_ptr<EventWait> events_;  ///< while an event stream is sent
  std::optional<Refusal> refusal_;
  SteadyClock::time_point body_until_;  ///< a streamed body must have come by then
  bool waits_for_continue_ = false;     ///< the client, for word that its body is wanted
  bool body_is_cut_ = false;            ///< no more of it will come
  bool keep_alive_ = false;
  bool has_line_ = false;          ///< the request's first line has come and is well-formed
  std::size_t skipped_ = 0;        ///< bytes of empty lines before it
  bool is_idle_ = false;           ///< waits for the first byte of a request
  SteadyClock::time_point began_;  ///< when the request's head was there
  std::uint64_t sent_bytes_ = 0;   ///< of the response's content
  bool is_urgent_ = false;
  bool in_flight_ = false;        ///< counted in the service
  bool has_place_ = false;        ///< counted in the service's `admitted`
  bool is_event_stream_ = false;  ///< counted in the service
  std::size_t answer_bytes_ = 0;  ///< counted in the service
};

}  // namespace langnghe::http
