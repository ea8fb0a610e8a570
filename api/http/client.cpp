#include <optional>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <http/client.hpp>

#include "net.hpp"

namespace langnghe::http {
namespace {

struct Address {
  std::string host;
  std::string port = "80";
  std::string authority;  ///< as in the URL, for Host
  std::string path;
};

std::optional<Address> parse_url(std::string_view url) {
  constexpr std::string_view kScheme = "http://";
  if (!url.starts_with(kScheme)) {
    return std::nullopt;
  }
  url.remove_prefix(kScheme.size());
  const auto slash = std::min(url.find('/'), url.size());
  Address address;
  address.authority = std::string(url.substr(0, slash));
  address.path = slash < url.size() ? std::string(url.substr(slash)) : "/";
  std::string_view host = address.authority;
  // An IPv6 address stands in brackets and has colons of its own.
  const auto colon = host.rfind(':');
  if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos) {
    address.port = std::string(host.substr(colon + 1));
    host = host.substr(0, colon);
  }
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  }
  address.host = std::string(host);
  const bool unsafe = url.find_first_of("@ \r\n\t") != std::string_view::npos;
  return host.empty() || address.port.empty() || unsafe ? std::nullopt : std::optional(address);
}

using Request = message::request<message::string_body>;
using Parser = message::response_parser<message::string_body>;

Request request_for(const Address& address, std::string body) {
  Request request(message::verb::post, address.path, 11);
  request.set(message::field::host, address.authority);
  request.set(message::field::user_agent, "langnghe");
  request.set(message::field::content_type, "text/plain; charset=utf-8");
  request.set(message::field::connection, "close");
  request.body() = std::move(body);
  request.prepare_payload();
  return request;
}

struct Exchange {
  Exchange(Address to, std::string body, ClientLimits given)
      : address(std::move(to)), limits(given), request(request_for(address, std::move(body))) {
    parser.body_limit(limits.body_bytes_max);
  }

  const Address address;
  const ClientLimits limits;
  Request request;
  Parser parser;
  std::string fault{"no answer in time"};  ///< empty when the answer is there
};

Task<void> run(Exchange* exchange) {
  const auto executor = co_await asio::this_coro::executor;
  tcp::resolver resolver(executor);
  beast::tcp_stream stream(executor);
  const auto found = co_await resolver.async_resolve(exchange->address.host, exchange->address.port,
                                                     asio::use_awaitable);
  co_await stream.async_connect(found, asio::use_awaitable);
  co_await message::async_write(stream, exchange->request, asio::use_awaitable);
  beast::flat_buffer buffer;
  co_await message::async_read(stream, buffer, exchange->parser, asio::use_awaitable);
  exchange->fault.clear();
}

}  // namespace

std::expected<ClientReply, std::string> post_text(std::string_view url, std::string body,
                                                  ClientLimits limits) {
  auto address = parse_url(url);
  if (!address) {
    return std::unexpected("not a URL of the form http://HOST[:PORT]/PATH");
  }
  Exchange exchange(std::move(*address), std::move(body), limits);
  asio::io_context io;
  const auto ended = [&exchange](const std::exception_ptr& thrown) {
    if (!thrown) {
      return;
    }
    try {
      std::rethrow_exception(thrown);
    } catch (const std::exception& error) {
      exchange.fault = error.what();
    }
  };
  asio::co_spawn(io, run(&exchange), ended);
  // What is under way when the time is over is destroyed with the io_context.
  io.run_for(limits.time);
  if (!exchange.fault.empty()) {
    return std::unexpected(std::move(exchange.fault));
  }
  auto& answer = exchange.parser.get();
  return ClientReply{static_cast<int>(answer.result_int()), std::move(answer.body())};
}

}  // namespace langnghe::http
