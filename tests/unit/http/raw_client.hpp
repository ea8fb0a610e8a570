#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace langnghe::http::test {

struct Answer {
  int status = 0;  ///< 0 = the connection ended before a whole answer came
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;

  [[nodiscard]] std::string header(const std::string& name) const;
};

/// A client that sends exactly the bytes it is given, however wrong. Every wait is bounded.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// False once the server does not take them any more.
  bool send(std::string_view bytes);
  /// With its body, if that has a length or comes in chunks.
  [[nodiscard]] Answer read_answer(bool has_body = true);
  /// The content of the next chunk; empty for the last one, nothing where none came whole.
  [[nodiscard]] std::optional<std::string> read_chunk();
  /// The bytes that come until the server ends the connection.
  [[nodiscard]] std::string read_rest();
  /// Waits for the end of the stream; false if bytes come instead, or nothing does, or a reset.
  [[nodiscard]] bool sees_end();

 private:
  [[nodiscard]] bool fill();
  [[nodiscard]] bool fill_to(std::size_t size);

  int socket_ = -1;
  std::string unread_;
};

/// Can one connect to the port?
[[nodiscard]] bool is_listening(std::uint16_t port);

}  // namespace langnghe::http::test
