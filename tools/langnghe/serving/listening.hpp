#pragma once

#include <string>

#include <signal.h>

#include <http/server.hpp>

namespace langnghe::tools {

/// Splits ADDRESS:PORT; an IPv6 address stands in brackets. Throws std::runtime_error.
[[nodiscard]] http::ServerOptions listen_options(const std::string& listen);

[[nodiscard]] std::string url_of(const http::ServerOptions& options, std::uint16_t port);

/// Signals that end the program are blocked in every thread and awaited by one: call it before any
/// thread is made.
[[nodiscard]] sigset_t block_ending_signals();
void await_ending_signal(const sigset_t& signals);

}  // namespace langnghe::tools
