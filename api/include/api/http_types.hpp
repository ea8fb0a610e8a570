#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace langnghe::api {

enum class Method { get, head, post, put, delete_, options, other };

/// Why no more bytes come.
enum class StreamFault {
  gone,     ///< the other side, or the disk
  refused,  ///< the bytes are no HTTP, or came too slowly: the server answers that itself
};

/// Bytes that are taken piece by piece, so that no whole body is in memory. Belongs to one thread
/// at a time; `next` may block.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// The next piece, which holds until the next call; empty at the end.
  [[nodiscard]] virtual std::expected<std::string_view, StreamFault> next() = 0;
};

/// A request free of any HTTP library. Header names are in lower case; a header that came twice is
/// joined with ", " (RFC 9110 section 5.3).
struct Request {
  Method method{};
  std::string target;  ///< as sent: path and query
  std::map<std::string, std::string, std::less<>> headers;
  std::string body;
  std::string peer;  ///< the client's address, for throttling; never stored
  /// In place of `body`, for what `Application::streams_body` has said yes to; else none. Taken
  /// only while the request is handled; what is not taken is thrown away.
  ByteSource* body_stream = nullptr;
  /// Until when the handler may answer "not yet" (`Response::not_before`); none: it waits itself,
  /// on the thread it is called on.
  std::optional<std::chrono::steady_clock::time_point> wait_until{};

  [[nodiscard]] std::string_view header(std::string_view lower_case_name) const;
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;  ///< without Content-Length
  std::string body;
  /// In place of `body`: exactly `stream_bytes` bytes, or the connection is cut. Shared because
  /// responses are copied into caches, though one with a stream never is.
  std::shared_ptr<ByteSource> stream;
  std::uint64_t stream_bytes = 0;
  /// Set: this is no answer yet. The request is to be handled again once this says yes or
  /// `Request::wait_until` is past, and holds no worker until then. Quick; any thread.
  std::function<bool()> not_before{};

  void set(std::string name, std::string value);
};

}  // namespace langnghe::api
