#include "raw_client.hpp"

#include <array>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "text.hpp"

namespace langnghe::http::test {
namespace {

constexpr timeval kPatience{10, 0};

int connect_to(std::uint16_t port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(fd);
    return -1;
  }
  return fd;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    c = to_lower(c);
  }
  return result;
}

}  // namespace

std::string Answer::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

RawClient::RawClient(std::uint16_t port) : socket_(connect_to(port)) {
  if (socket_ < 0) {
    throw std::runtime_error("cannot connect");
  }
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
}

RawClient::~RawClient() {
  ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

Answer RawClient::read_answer(bool has_body) {
  std::size_t end = 0;
  while ((end = unread_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) {
      return {};
    }
  }
  Answer answer;
  std::string_view head(unread_.data(), end + 2);
  answer.status = std::stoi(std::string(head.substr(9, 3)));
  for (head.remove_prefix(head.find("\r\n") + 2); !head.empty();
       head.remove_prefix(head.find("\r\n") + 2)) {
    const std::string_view line = head.substr(0, head.find("\r\n"));
    const auto colon = line.find(':');
    answer.headers[lower(line.substr(0, colon))] = trim(line.substr(colon + 1));
  }
  unread_.erase(0, end + 4);
  if (has_body && answer.header("transfer-encoding") == "chunked") {
    for (auto chunk = read_chunk(); !chunk || !chunk->empty(); chunk = read_chunk()) {
      if (!chunk) {
        return {};
      }
      answer.body += *chunk;
    }
    return answer;
  }
  const std::string length = answer.header("content-length");
  const std::size_t size = has_body && !length.empty() ? std::stoul(length) : 0;
  if (!fill_to(size)) {
    return {};
  }
  answer.body = unread_.substr(0, size);
  unread_.erase(0, size);
  return answer;
}

std::optional<std::string> RawClient::read_chunk() {
  std::size_t line = 0;
  while ((line = unread_.find("\r\n")) == std::string::npos) {
    if (!fill()) {
      return std::nullopt;
    }
  }
  const std::size_t size = std::stoul(unread_.substr(0, line), nullptr, 16);
  const std::size_t whole = line + 2 + size + 2;
  if (!fill_to(whole) || unread_.compare(whole - 2, 2, "\r\n") != 0) {
    return std::nullopt;
  }
  std::string content = unread_.substr(line + 2, size);
  unread_.erase(0, whole);
  return content;
}

std::string RawClient::read_rest() {
  while (fill()) {
  }
  return std::exchange(unread_, {});
}

bool RawClient::sees_end() {
  char byte = 0;
  return unread_.empty() && ::recv(socket_, &byte, 1, 0) == 0;
}

bool RawClient::fill() {
  std::array<char, 64 * 1024> piece{};
  const ssize_t count = ::recv(socket_, piece.data(), piece.size(), 0);
  if (count <= 0) {
    return false;
  }
  unread_.append(piece.data(), static_cast<std::size_t>(count));
  return true;
}

bool RawClient::fill_to(std::size_t size) {
  while (unread_.size() < size) {
    if (!fill()) {
      return false;
    }
  }
  return true;
}

bool is_listening(std::uint16_t port) {
  const int fd = connect_to(port);
  if (fd < 0) {
    return false;
  }
  ::close(fd);
  return true;
}

}  // namespace langnghe::http::test
