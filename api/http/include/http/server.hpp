#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <api/http_types.hpp>
#include <api/limits.hpp>

namespace langnghe::http {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;   ///< 0 = any free one; `port()` tells
  int io_threads = 1;       ///< parse and write; never touch a store
  int worker_threads = 32;  ///< run the handler, which blocks
  /// Proxies whose forwarded addresses count: addresses, or networks in CIDR form.
  std::vector<std::string> trusted_proxies;
  api::Limits limits;
};

/// The HTTP/1.1 server: Beast coroutines on the I/O threads, the handler on a pool of its own.
/// Refuses what could smuggle a request (RFC 9112 section 6): any Transfer-Encoding but exactly
/// `chunked`, one in HTTP/1.0, two different lengths.
class Server {
 public:
  using Handler = std::function<api::Response(const api::Request&)>;
  /// Asked on an I/O thread with the head of a request that has a body: is it to be streamed?
  using StreamsBody = std::function<bool(const api::Request&)>;
  /// Asked on an I/O thread with the head of a request: is it about the service itself? Such a
  /// request has workers of its own and no limit is held against it.
  using IsUrgent = std::function<bool(const api::Request&)>;

  /// Binds and listens; throws std::runtime_error with a plain reason if it cannot, or if a proxy
  /// is no address.
  Server(ServerOptions options, Handler handler, StreamsBody streams_body = {},
         IsUrgent is_urgent = {});
  ~Server();  ///< stops
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;

  /// Stops taking connections, lets requests in flight finish (at most some seconds), closes.
  void stop();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace langnghe::http
