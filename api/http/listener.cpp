#include "listener.hpp"

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <log/log.hpp>

#include "session.hpp"

namespace langnghe::http {
namespace {

/// So many beyond connections_max are told why they are not served; more are just closed.
constexpr std::size_t kTurnedAwayMax = 64;
/// Out of descriptors or memory: accepting again at once would only burn the processor.
constexpr std::chrono::milliseconds kAcceptPause{100};

void listen(tcp::acceptor& acceptor, const ServerOptions& options) {
  try {
    const tcp::endpoint endpoint{asio::ip::make_address(options.address), options.port};
    acceptor.open(endpoint.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen();
  } catch (const boost::system::system_error& failed) {
    throw std::runtime_error("cannot listen on " + options.address + ":" +
                             std::to_string(options.port) + ": " + failed.code().message());
  }
}

}  // namespace

Listener::Listener(asio::io_context& io, Service& service)
    : io_(io), service_(service), acceptor_(asio::make_strand(io)) {
  listen(acceptor_, service_.options);
}

std::uint16_t Listener::port() const {
  return acceptor_.local_endpoint().port();
}

void Listener::start() {
  asio::co_spawn(acceptor_.get_executor(), accept_all(), asio::detached);
}

void Listener::stop() {
  asio::post(acceptor_.get_executor(), [this] {
    beast::error_code ignored;  // closed already, then
    acceptor_.close(ignored);
  });
}

Task<void> Listener::accept_all() {
  asio::steady_timer pause(acceptor_.get_executor());
  while (acceptor_.is_open()) {
    beast::error_code failed;
    const auto executor = session_executor();
    tcp::socket socket = co_await acceptor_.async_accept(
        executor, asio::redirect_error(asio::use_awaitable, failed));
    if (!failed) {
      try {
        admit(std::move(socket));
      } catch (...) {  // one client is lost for want of memory, not the door
        log::exception("http: fault in accepting");
      }
      continue;
    }
    pause.expires_after(kAcceptPause);
    co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, failed));
  }
}

void Listener::admit(tcp::socket socket) {
  const bool has_room = service_.admitted < service_.options.limits.connections_max;
  if (!has_room && service_.connections.size() - service_.admitted >= kTurnedAwayMax) {
    return;
  }
  const auto admission = has_room ? Session::Admission::admitted : Session::Admission::turned_away;
  Session::start(std::make_shared<Session>(std::move(socket), service_, admission));
}

asio::any_io_executor Listener::session_executor() {
  if (service_.options.io_threads == 1) {
    return io_.get_executor();  // one thread is a strand already, and cheaper
  }
  return asio::make_strand(io_);
}

}  // namespace langnghe::http
