#pragma once

#include <atomic>
#include <cstddef>
#include <utility>

#include <http/server.hpp>

#include "connections.hpp"
#include "forwarded.hpp"
#include "worker_pool.hpp"

namespace langnghe::http {

/// The state that all sessions of one server share; it outlives them. Each member is thread-safe by
/// itself.
struct Service {
  static constexpr int kUrgentWorkers = 2;

  Service(ServerOptions given, Server::Handler answer, Server::StreamsBody streamed,
          Server::IsUrgent urgent)
      : options(std::move(given)),
        handler(std::move(answer)),
        streams_body(std::move(streamed)),
        is_urgent(std::move(urgent)),
        proxies(options.trusted_proxies),
        pool(options.worker_threads, WorkerPool::Priority::behind_others),
        urgent_pool(kUrgentWorkers) {}

  const ServerOptions options;
  const Server::Handler handler;
  const Server::StreamsBody streams_body;  ///< may be empty: then no body is
  const Server::IsUrgent is_urgent;        ///< may be empty: then no request is
  const TrustedProxies proxies;
  Connections connections;
  std::atomic<std::size_t> admitted = 0;   ///< sessions that may send requests
  std::atomic<std::size_t> in_flight = 0;  ///< requests given to the pool and not answered yet
  std::atomic<std::size_t> uploads = 0;    ///< of them, those whose body is streamed
  std::atomic<std::size_t> event_streams = 0;
  std::atomic<std::size_t> answer_bytes = 0;  ///< of answers that are made and not sent yet
  std::atomic<bool> is_stopping = false;
  WorkerPool pool;
  WorkerPool urgent_pool;  ///< for requests about the service itself
};

}  // namespace langnghe::http
