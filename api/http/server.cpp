#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/steady_timer.hpp>

#include <http/server.hpp>
#include <log/log.hpp>

#include "listener.hpp"
#include "net.hpp"
#include "service.hpp"

namespace langnghe::http {
namespace {

/// The longest time after which a deadline is noticed.
constexpr std::chrono::milliseconds kSweep{250};
/// For requests in flight when the server stops, then for what is left after their sockets closed.
constexpr std::chrono::seconds kStopPatience{5};
constexpr std::chrono::seconds kAbortPatience{1};

// Ends with the io_context.
Task<void> sweep(Service* service, asio::any_io_executor executor) {
  asio::steady_timer timer(executor);
  for (;;) {
    timer.expires_after(kSweep);
    co_await timer.async_wait(asio::use_awaitable);
    service->connections.expire_late(SteadyClock::now());
  }
}

void run(asio::io_context& io) {
  for (;;) {
    try {
      io.run();
      return;
    } catch (...) {
      log::exception("http: fault in I/O thread");
    }
  }
}

ServerOptions checked(ServerOptions options) {
  options.io_threads = std::max(options.io_threads, 1);
  options.worker_threads = std::max(options.worker_threads, 1);
  return options;
}

}  // namespace

struct Server::Parts {
  Parts(ServerOptions options, Handler handler, StreamsBody streams_body, IsUrgent is_urgent)
      : service(checked(std::move(options)), std::move(handler), std::move(streams_body),
                std::move(is_urgent)),
        io(service.options.io_threads),
        work(io.get_executor()),
        listener(io, service),
        port(listener.port()) {}

  void start() {
    listener.start();
    asio::co_spawn(io, sweep(&service, io.get_executor()), asio::detached);
    for (int i = 0; i < service.options.io_threads; ++i) {
      threads.emplace_back([this] { run(io); });
    }
  }

  void stop() {
    service.is_stopping = true;
    listener.stop();
    service.connections.stop_all();
    if (!service.connections.wait_until_empty(SteadyClock::now() + kStopPatience)) {
      service.connections.abort_all();
    }
    service.pool.close();
    service.urgent_pool.close();
    if (!service.connections.wait_until_empty(SteadyClock::now() + kAbortPatience)) {
      log::error("http: fault in stop: connections were still open");
    }
    io.stop();
    threads.clear();  // joins
  }

  Service service;
  asio::io_context io;
  asio::executor_work_guard<asio::io_context::executor_type> work;
  Listener listener;
  const std::uint16_t port;
  std::vector<std::jthread> threads;
  std::atomic<bool> has_stopped = false;
};

Server::Server(ServerOptions options, Handler handler, StreamsBody streams_body, IsUrgent is_urgent)
    : parts_(std::make_unique<Parts>(std::move(options), std::move(handler),
                                     std::move(streams_body), std::move(is_urgent))) {
  parts_->start();
}

Server::~Server() {
  stop();
}

std::uint16_t Server::port() const {
  return parts_->port;
}

void Server::stop() {
  if (!parts_->has_stopped.exchange(true)) {
    parts_->stop();
  }
}

}  // namespace langnghe::http
