#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace langnghe::http {

struct ClientReply {
  int status = 0;
  std::string body;
};

struct ClientLimits {
  std::chrono::milliseconds time{3'000};  ///< for everything together
  std::size_t body_bytes_max = 64 * 1024;
};

/// Posts a text over HTTP/1.1, on a connection of its own, and waits for the answer; redirects are
/// not followed. Plain HTTP only: to another machine through a reverse proxy of one's own that
/// speaks TLS. An error is a reason for the operator. Thread-safe.
[[nodiscard]] std::expected<ClientReply, std::string> post_text(std::string_view url,
                                                                std::string body,
                                                                ClientLimits limits = {});

}  // namespace langnghe::http
