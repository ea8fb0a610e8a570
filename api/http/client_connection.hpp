#pragma once

#include <chrono>
#include <expected>
#include <optional>

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <http/client.hpp>

#include "client_url.hpp"
#include "net.hpp"

namespace langnghe::http {

using ClientRequest = message::request<message::string_body>;
using ClientParser = message::response_parser<message::string_body>;

/// What this machine trusts, for a client that verifies whom it speaks to.
[[nodiscard]] asio::ssl::context trusting_system_store();

/// One connection to one server, which is dropped with whatever is under way on it.
class ClientConnection {
 public:
  /// `tls` must outlive it; null for plain HTTP.
  ClientConnection(const ClientUrl& url, asio::ssl::context* tls);

  [[nodiscard]] std::expected<ClientReply, ClientFault> ask(const ClientRequest& request,
                                                            ClientLimits limits);
  /// Was a whole answer read, and will the server take another question?
  [[nodiscard]] bool reusable() const { return reusable_; }

 private:
  Task<void> run(const ClientRequest* request, ClientParser* answer);
  Task<void> open();

  ClientUrl url_;
  asio::io_context io_;
  beast::tcp_stream stream_{io_};
  std::optional<asio::ssl::stream<beast::tcp_stream&>> tls_;
  beast::flat_buffer buffer_;
  bool open_ = false;
  bool shaking_hands_ = false;
  bool reusable_ = false;
};

}  // namespace langnghe::http
