#include "client_connection.hpp"

#include <exception>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

namespace langnghe::http {
namespace {

bool is_address(const std::string& host) {
  boost::system::error_code wrong;
  static_cast<void>(asio::ip::make_address(host, wrong));
  return !wrong;
}

std::string reason_of(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const boost::system::system_error& error) {
    return error.code().message();
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace

asio::ssl::context trusting_system_store() {
  asio::ssl::context context(asio::ssl::context::tls_client);
  // RFC 8996: TLS 1.0 and 1.1 are not used any more.
  context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                      asio::ssl::context::no_tlsv1_1);
  context.set_default_verify_paths();
  context.set_verify_mode(asio::ssl::verify_peer);
  return context;
}

ClientConnection::ClientConnection(const ClientUrl& url, asio::ssl::context* tls) : url_(url) {
  if (tls == nullptr) {
    return;
  }
  tls_.emplace(stream_, *tls);
  tls_->set_verify_callback(asio::ssl::host_name_verification(url_.host));
  // RFC 6066 section 3: no literal address is sent as a server name.
  if (!is_address(url_.host)) {
    SSL_set_tlsext_host_name(tls_->native_handle(), url_.host.c_str());
  }
}

Task<void> ClientConnection::open() {
  const auto executor = co_await asio::this_coro::executor;
  tcp::resolver resolver(executor);
  const auto found = co_await resolver.async_resolve(url_.host, url_.port, asio::use_awaitable);
  co_await stream_.async_connect(found, asio::use_awaitable);
  if (tls_) {
    shaking_hands_ = true;
    co_await tls_->async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
    shaking_hands_ = false;
  }
  open_ = true;
}

Task<void> ClientConnection::run(const ClientRequest* request, ClientParser* answer) {
  if (!open_) {
    co_await open();
  }
  if (tls_) {
    co_await message::async_write(*tls_, *request, asio::use_awaitable);
    co_await message::async_read(*tls_, buffer_, *answer, asio::use_awaitable);
  } else {
    co_await message::async_write(stream_, *request, asio::use_awaitable);
    co_await message::async_read(stream_, buffer_, *answer, asio::use_awaitable);
  }
}

std::expected<ClientReply, ClientFault> ClientConnection::ask(const ClientRequest& request,
                                                              ClientLimits limits) {
  ClientParser parser;
  parser.body_limit(limits.body_bytes_max);
  reusable_ = false;
  ClientFault fault{"no answer in time", false};
  bool ended = false;
  asio::co_spawn(io_, run(&request, &parser), [&](const std::exception_ptr& thrown) {
    ended = !thrown;
    if (thrown) {
      fault = {reason_of(thrown), shaking_hands_};
    }
  });
  io_.restart();
  // What is under way when the time is over is destroyed with the io_context.
  io_.run_for(limits.time);
  if (!ended) {
    return std::unexpected(std::move(fault));
  }
  reusable_ = parser.keep_alive();
  auto& answer = parser.get();
  return ClientReply{static_cast<int>(answer.result_int()), std::move(answer.body())};
}

}  // namespace langnghe::http
