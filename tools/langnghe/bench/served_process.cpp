#include "bench/served_process.hpp"

#include <array>
#include <charconv>
#include <stdexcept>
#include <string_view>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace langnghe::tools::bench {
namespace {

/// The port in `…http://127.0.0.1:PORT/…`, read from the process's own first words; 0 = it ended.
std::uint16_t read_port(int output) {
  constexpr std::string_view kHost = "http://127.0.0.1:";
  std::string said;
  std::array<char, 512> part{};
  while (true) {
    const auto count = ::read(output, part.data(), part.size());
    if (count <= 0) {
      return 0;
    }
    said.append(part.data(), static_cast<std::size_t>(count));
    const auto at = said.find(kHost);
    if (at != std::string::npos && said.find('/', at + kHost.size()) != std::string::npos) {
      std::uint16_t port = 0;
      std::from_chars(said.data() + at + kHost.size(), said.data() + said.size(), port);
      return port;
    }
  }
}

}  // namespace

ServedProcess::ServedProcess(const std::filesystem::path& data) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("bench: no pipe");
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
  std::string program = "/proc/self/exe";
  std::string folder = data.string();
  std::string verb = "serve";
  std::string data_option = "--data";
  std::string listen_option = "--listen";
  std::string listen = "127.0.0.1:0";
  std::array<char*, 7> arguments{program.data(), verb.data(),          data_option.data(),
                                 folder.data(),  listen_option.data(), listen.data(),
                                 nullptr};
  const int failed =
      ::posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[1]);
  port_ = failed == 0 ? read_port(pipe[0]) : std::uint16_t{0};
  ::close(pipe[0]);  // what it says at its end is not read; it ignores SIGPIPE
  if (port_ == 0) {
    if (failed == 0) {
      ::waitpid(process_, nullptr, 0);
    }
    throw std::runtime_error("bench: langnghe serve did not start");
  }
}

ServedProcess::~ServedProcess() {
  ::kill(process_, SIGTERM);
  ::waitpid(process_, nullptr, 0);
}

int ServedProcess::get(const std::string& path, const std::string& token) const {
  const int connection = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const std::string request =
      "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
      "\r\nAuthorization: Bearer " + token + "\r\nConnection: close\r\n\r\n";
  int status = 0;
  std::array<char, 64> answer{};
  if (::connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
      ::send(connection, request.data(), request.size(), MSG_NOSIGNAL) ==
          static_cast<ssize_t>(request.size()) &&
      ::recv(connection, answer.data(), answer.size() - 1, 0) > 12) {
    std::from_chars(answer.data() + 9, answer.data() + 12, status);  // HTTP/1.1 200
  }
  ::close(connection);
  return status;
}

}  // namespace langnghe::tools::bench
