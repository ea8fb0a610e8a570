#pragma once

#include <cstdint>

#include "net.hpp"
#include "service.hpp"

namespace langnghe::http {

/// Takes connections and begins a session for each, within connections_max. Runs on a strand.
class Listener {
 public:
  /// Binds and listens; throws std::runtime_error.
  Listener(asio::io_context& io, Service& service);

  [[nodiscard]] std::uint16_t port() const;
  void start();
  void stop();  ///< from any thread

 private:
  Task<void> accept_all();
  void admit(tcp::socket socket);
  [[nodiscard]] asio::any_io_executor session_executor();

  asio::io_context& io_;
  Service& service_;
  tcp::acceptor acceptor_;
};

}  // namespace langnghe::http
