#pragma once

#include <atomic>
#include <cstddef>
#include <utility>

#include <http/server.hpp>

#include "connections.hpp"
#include "worker_pool.hpp"

namespace langnghe::http {

/// What all sessions of one server share; outlives them. Each member is thread-safe by itself.
struct Service {
  Service(ServerOptions given, Server::Handler answer, Server::StreamsBody streamed)
      : options(std::move(given)),
        handler(std::move(answer)),
        streams_body(std::move(streamed)),
        pool(options.worker_threads) {}

  const ServerOptions options;
  const Server::Handler handler;
  const Server::StreamsBody streams_body;  ///< may be empty: then no body is
  Connections connections;
  std::atomic<std::size_t> admitted = 0;   ///< sessions that may send requests
  std::atomic<std::size_t> in_flight = 0;  ///< requests given to the pool and not answered yet
  std::atomic<std::size_t> uploads = 0;    ///< of them, those whose body is streamed
  std::atomic<bool> is_stopping = false;
  WorkerPool pool;
};

}  // namespace langnghe::http
