#pragma once

// The one door to Asio and Beast, which are slow to compile: for the .cpp files and private headers
// of this folder.

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace langnghe::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace message = boost::beast::http;
using asio::ip::tcp;

/// GCC 12 miscompiles coroutines (docs/decisions/0005): inside a `co_await` expression stand only
/// names, std::move(name) and function calls. AddressSanitizer runs of these tests hold the rule.
template <class T>
using Task = asio::awaitable<T>;

}  // namespace langnghe::http
