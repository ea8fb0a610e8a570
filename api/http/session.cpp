#include "session.hpp"

#include <algorithm>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>

#include <api/request_id.hpp>
#include <log/log.hpp>

#include "request_form.hpp"

namespace langnghe::http {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLingerSilence{2'000};
constexpr milliseconds kWaitFirst{1};
constexpr milliseconds kWaitLast{8};
constexpr std::size_t kSmallAnswer = 16 * 1024;
constexpr milliseconds kLingerSilenceStopping{500};

}  // namespace

Session::Session(tcp::socket socket, Service& service, Admission admission)
    : service_(service),
      admission_(admission),
      connection_(std::move(socket)),
      peer_(connection_.peer_address()) {
  if (admission_ == Admission::admitted) {
    has_place_ = true;
    ++service_.admitted;
  }
}

Session::~Session() {
  connection_.close();
  if (has_place_) {
    --service_.admitted;
  }
  leave_flight();
  leave_events();
  service_.answer_bytes -= answer_bytes_;
  service_.connections.remove(this);
}

void Session::start(std::shared_ptr<Session> session) {
  session->service_.connections.add(session);
  const auto executor = session->connection_.executor();
  asio::co_spawn(executor, run(std::move(session)), asio::detached);
}

void Session::expire() {
  asio::post(connection_.executor(), [self = shared_from_this()] { self->connection_.expire(); });
}

void Session::stop() {
  asio::post(connection_.executor(), [self = shared_from_this()] {
    if (self->is_idle_) {
      self->connection_.end_waiting();
    }
    if (self->events_) {
      self->events_->end();
    }
  });
}

void Session::abort() {
  asio::post(connection_.executor(), [self = shared_from_this()] {
    self->connection_.close();
    if (self->events_) {
      self->events_->end();
    }
  });
}

Task<void> Session::run(std::shared_ptr<Session> self) {
  try {
    co_await self->serve();
  } catch (...) {
    log::exception("http: fault in session");
  }
}

Task<void> Session::serve() {
  Next next = Next::another_request;
  if (admission_ == Admission::turned_away) {
    respond_with(Refusal::too_many_connections);
    const bool sent = co_await answer();
    next = sent ? Next::linger : Next::close;
  }
  while (next == Next::another_request) {
    next = co_await exchange();
  }
  if (next == Next::linger) {
    const milliseconds silence = service_.is_stopping ? kLingerSilenceStopping : kLingerSilence;
    co_await connection_.linger(silence);
  }
}

Task<Session::Next> Session::exchange() {
  const bool is_complete = co_await take_request();
  connection_.clear_deadline();
  if (!is_complete && !refusal_) {
    co_return Next::close;
  }
  if (!is_complete) {
    keep_alive_ = false;
    respond_with(*refusal_);
  } else if (enter_flight()) {
    co_await handle_when_ready();
    leave_flight();
  } else {
    respond_with(Refusal::busy);
  }
  end_stream();
  if (!enter_answer()) {
    respond_with(Refusal::busy);
  }
  const bool sent = co_await answer();
  service_.answer_bytes -= std::exchange(answer_bytes_, 0);
  if (!sent) {
    co_return Next::close;
  }
  co_return keep_alive_ ? Next::another_request : Next::linger;
}

Task<bool> Session::answer() {
  response_.set("X-Request-Id", request_.id);
  sent_bytes_ = 0;
  framing_ = framing_of(response_, is_http_1_0());
  keep_alive_ =
      keep_alive_ && !service_.is_stopping && !response_.events && framing_ != Framing::until_close;
  HeadFacts facts;
  facts.date = date_.now();
  facts.keep_alive = keep_alive_;
  facts.http_1_0 = is_http_1_0();
  write_head(head_, response_, facts);
  const bool has_body =
      has_content(response_) && !(parser_ && parser_->get().method() == message::verb::head);
  std::string_view body;
  if (has_body && !response_.stream && !response_.events) {
    body = response_.body;
  }
  connection_.set_deadline(service_.options.limits.write_timeout);
  bool sent = co_await connection_.send(head_, body);
  sent_bytes_ += sent ? body.size() : 0;
  if (sent && has_body) {
    sent = co_await send_content();
  }
  log_request();
  // An idle connection keeps no one's data.
  response_ = api::Response();
  request_.body = std::string();
  co_return sent;
}

bool Session::is_http_1_0() const {
  return parser_ && parser_->get().version() < 11;
}

bool Session::enter_flight() {
  const api::Limits& limits = service_.options.limits;
  is_urgent_ = service_.is_urgent && service_.is_urgent(request_);
  in_flight_ = true;
  const std::size_t present = service_.in_flight.fetch_add(1);
  const std::size_t uploads = request_.body_stream != nullptr ? service_.uploads.fetch_add(1) : 0;
  if (is_urgent_ ||
      (present < limits.requests_in_flight_max && uploads < limits.uploads_in_flight_max)) {
    return true;
  }
  leave_flight();
  return false;
}

void Session::leave_flight() {
  if (!std::exchange(in_flight_, false)) {
    return;
  }
  --service_.in_flight;
  if (request_.body_stream != nullptr) {
    --service_.uploads;
  }
}

/// An answer waits in memory for a client that may read slowly: all of them together have a budget.
/// A small one, and one that nothing else waits beside, is always sent. One in pieces holds one of
/// them at a time.
bool Session::enter_answer() {
  if (response_.events) {
    return enter_events();
  }
  const std::size_t bytes =
      response_.stream ? api::Response::kPieceBytesMax : response_.body.capacity();
  if (bytes <= kSmallAnswer) {
    return true;
  }
  const std::size_t present = service_.answer_bytes.fetch_add(bytes);
  answer_bytes_ = bytes;
  if (present == 0 || present + bytes <= service_.options.limits.answer_bytes_max) {
    return true;
  }
  service_.answer_bytes -= std::exchange(answer_bytes_, 0);
  return false;
}

/// A request that waits, for views that are a moment behind, holds no worker meanwhile.
Task<void> Session::handle_when_ready() {
  request_.wait_until = SteadyClock::now() + service_.options.limits.view_wait;
  co_await handle_on_worker();
  while (response_.not_before) {
    co_await wait_until_ready();
    co_await handle_on_worker();
  }
}

Task<void> Session::wait_until_ready() {
  const auto ready = std::move(response_.not_before);
  request_.waited = response_.waited;
  asio::steady_timer timer(connection_.executor());
  milliseconds pause = kWaitFirst;
  while (!service_.is_stopping && SteadyClock::now() < *request_.wait_until && !ready()) {
    timer.expires_after(pause);
    co_await timer.async_wait(asio::use_awaitable);
    pause = std::min(2 * pause, kWaitLast);
  }
  if (service_.is_stopping) {
    request_.wait_until = SteadyClock::now();
  }
}

Task<void> Session::handle_on_worker() {
  return on_worker(&Session::handle);
}

// A plain function: GCC 12 miscompiles a lambda inside a co_await expression.
Task<void> Session::on_worker(void (Session::*work)() noexcept) {
  auto begin = [this, work](auto completion) {
    auto& pool = is_urgent_ ? service_.urgent_pool : service_.pool;
    pool.submit([this, work, completion = std::move(completion)]() mutable {
      (this->*work)();
      // The completion owns the coroutine and so this session; it goes back to its executor.
      asio::post(std::move(completion));
    });
  };
  return asio::async_initiate<const asio::use_awaitable_t<>, void()>(std::move(begin),
                                                                     asio::use_awaitable);
}

void Session::handle() noexcept {
  const log::Scope scope(request_.id);
  try {
    response_ = service_.handler(request_);
    if (!is_sendable(response_)) {
      log::error("http: fault in handler: a response that cannot be sent");
      respond_with(Refusal::internal);
    }
  } catch (...) {
    log::exception("http: fault in handler");
    respond_with(Refusal::internal);
  }
}

void Session::respond_with(Refusal refusal) {
  if (request_.id.empty()) {  // its head was never read
    begin_request();
  }
  response_ = problem(refusal, language(), request_.id);
}

void Session::begin_request() {
  request_.id = api::request_id_of(request_);
  began_ = SteadyClock::now();
}

void Session::log_request() const {
  if (!log::writes_requests()) {
    return;
  }
  log::RequestFacts facts;
  facts.method = name_of(request_.method);
  facts.route = response_.route;
  facts.status = response_.status;
  facts.bytes = sent_bytes_;
  facts.took = std::chrono::duration_cast<milliseconds>(SteadyClock::now() - began_);
  log::request(facts, request_.id, response_.ward);
}

}  // namespace langnghe::http
