// `langnghe_bare_beast --listen 127.0.0.1:PORT --file BYTES --content-type TYPE`
//
// Answers every request with the same bytes from one I/O thread: no limits, no guard, no time-outs,
// no work. What Beast's coroutines can do at most on this machine.
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace message = boost::beast::http;
using asio::ip::tcp;

struct Options {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;
  std::string file;
  std::string content_type = "application/json";
};

void set_listen(Options& options, std::string_view value) {
  const auto colon = value.rfind(':');
  if (colon == std::string_view::npos) {
    throw std::runtime_error("--listen needs ADDRESS:PORT");
  }
  options.address = std::string(value.substr(0, colon));
  options.port = static_cast<std::uint16_t>(std::stoul(std::string(value.substr(colon + 1))));
}

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::string_view value = argv[i + 1];
    if (name == "--listen") {
      set_listen(options, value);
    } else if (name == "--file") {
      options.file = value;
    } else if (name == "--content-type") {
      options.content_type = value;
    } else {
      throw std::runtime_error("unknown option " + std::string(name));
    }
  }
  if (options.file.empty()) {
    throw std::runtime_error("--file is missing");
  }
  return options;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::runtime_error("cannot read " + path);
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Answer {
  std::string body;
  std::string content_type;
};

asio::awaitable<void> serve(beast::tcp_stream stream, const Answer* answer) {
  beast::flat_buffer buffer;
  beast::error_code failed;
  while (!failed) {
    message::request<message::string_body> request;
    co_await message::async_read(stream, buffer, request,
                                 asio::redirect_error(asio::use_awaitable, failed));
    if (failed) {
      break;
    }
    message::response<message::span_body<const char>> response(message::status::ok,
                                                               request.version());
    response.set(message::field::content_type, answer->content_type);
    response.body() = {answer->body.data(), answer->body.size()};
    response.keep_alive(request.keep_alive());
    response.prepare_payload();
    co_await message::async_write(stream, response,
                                  asio::redirect_error(asio::use_awaitable, failed));
    if (!response.keep_alive()) {
      break;
    }
  }
  stream.socket().shutdown(tcp::socket::shutdown_send, failed);
}

asio::awaitable<void> accept_all(tcp::acceptor acceptor, const Answer* answer) {
  for (;;) {
    tcp::socket socket = co_await acceptor.async_accept(asio::use_awaitable);
    socket.set_option(tcp::no_delay(true));
    const auto executor = acceptor.get_executor();
    asio::co_spawn(executor, serve(beast::tcp_stream(std::move(socket)), answer), asio::detached);
  }
}

void run(const Options& options) {
  const Answer answer{read_file(options.file), options.content_type};
  asio::io_context io(1);
  tcp::acceptor acceptor(io, {asio::ip::make_address(options.address), options.port});
  std::cout << options.address << ':' << acceptor.local_endpoint().port() << std::endl;
  asio::signal_set signals(io, SIGTERM, SIGINT);
  signals.async_wait([&io](const boost::system::error_code&, int) { io.stop(); });
  asio::co_spawn(io, accept_all(std::move(acceptor), &answer), asio::detached);
  io.run();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(parse(argc, argv));
    return 0;
  } catch (const std::exception& failed) {
    std::cerr << "langnghe_bare_beast: " << failed.what() << '\n';
    return 1;
  }
}
