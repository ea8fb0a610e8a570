#include "serving/listening.hpp"

#include <charconv>
#include <stdexcept>

#include <pthread.h>

#include <services/say.hpp>

namespace langnghe::tools {

http::ServerOptions listen_options(const std::string& listen) {
  const auto colon = listen.rfind(':');
  http::ServerOptions options;
  unsigned port = 0;
  const char* const first = listen.data() + colon + 1;
  const char* const last = listen.data() + listen.size();
  if (colon == std::string::npos || std::from_chars(first, last, port).ptr != last ||
      first == last || port > 65'535) {
    throw std::runtime_error(
        std::string(say("--listen cần ĐỊA_CHỈ:CỔNG, ví dụ 127.0.0.1:8080",
                        "--listen needs ADDRESS:PORT, for example 127.0.0.1:8080")));
  }
  options.address = listen.substr(0, colon);
  if (options.address.starts_with('[') && options.address.ends_with(']')) {
    options.address = options.address.substr(1, options.address.size() - 2);
  }
  options.port = static_cast<std::uint16_t>(port);
  return options;
}

std::string url_of(const http::ServerOptions& options, std::uint16_t port) {
  const bool is_v6 = options.address.find(':') != std::string::npos;
  const auto host = is_v6 ? "[" + options.address + "]" : options.address;
  return "http://" + host + ":" + std::to_string(port) + "/";
}

sigset_t block_ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  return signals;
}

void await_ending_signal(const sigset_t& signals) {
  int received = 0;
  sigwait(&signals, &received);
}

}  // namespace langnghe::tools
