#pragma once

#include <chrono>
#include <cstddef>
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

/// The reason that no more bytes come.
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

/// Events that go on until the client or the server ends them (`text/event-stream`). The server
/// asks for more only after the client has taken what came before, so that a slow client costs a
/// position in the source and no queue. A source that waits holds no thread.
class EventSource {
 public:
  virtual ~EventSource() = default;

  struct Batch {
    std::string text;       ///< in the form of the wire, about kTextMax bytes at most
    bool has_more = false;  ///< to be asked for as soon as the client has taken this
  };

  /// The events that have come since the last call; empty where there are none yet. A fault ends
  /// the stream. Runs on a worker, for one call at a time.
  [[nodiscard]] virtual std::expected<Batch, StreamFault> take() = 0;

  /// Has `wake` called, from any thread, whenever `take` may have more; called once, before the
  /// first `take`. `wake` is quick. It is not called after the source is destroyed.
  virtual void when_more(std::function<void()> wake) = 0;

  static constexpr std::size_t kTextMax = std::size_t{16} << 10;
};

/// Facts that a request learnt before it waited: it is the same request when it is handled again.
struct Waited {
  /// Records that were acknowledged when it came. It asks for these, and not for what came since:
  /// else a busy ledger would keep it waiting.
  std::optional<std::uint64_t> must_show{};
  int turns = 0;  ///< how often it waited for the answer that another reader was being made
};

/// A request free of any HTTP library. Header names are in lower case; a header that came twice is
/// joined with ", " (RFC 9110 section 5.3).
struct Request {
  Method method{};
  std::string target;  ///< as sent: path and query
  std::map<std::string, std::string, std::less<>> headers;
  std::string body;
  std::string peer;  ///< the client's address, for throttling; never stored
  std::string id{};  ///< see request_id.hpp; whoever handles a request without one makes it
  /// In place of `body`, for what `Application::streams_body` has said yes to; else none. Taken
  /// only while the request is handled; what is not taken is thrown away.
  ByteSource* body_stream = nullptr;
  /// Until when the handler may answer "not yet" (`Response::not_before`); none: it waits itself,
  /// on the thread it is called on.
  std::optional<std::chrono::steady_clock::time_point> wait_until{};
  Waited waited{};

  [[nodiscard]] std::string_view header(std::string_view lower_case_name) const;
};

struct Response {
  static constexpr std::size_t kPieceBytesMax = std::size_t{64} << 10;

  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;  ///< without Content-Length
  std::string body;
  /// In place of `body`: pieces of at most kPieceBytesMax, each made when the client has taken the
  /// one before. A fault cuts the connection, so that what came is not taken for the whole. Shared
  /// because responses are copied into caches, though one with a stream never is.
  std::shared_ptr<ByteSource> stream;
  /// The length of the stream, exactly. None: it is not known before the end (RFC 9112 section 7.1
  /// says it piece by piece; to HTTP/1.0 the end of the connection says it).
  std::optional<std::uint64_t> stream_bytes{};
  /// In place of `body`: events without end.
  std::shared_ptr<EventSource> events{};
  /// For the log: the route that was matched, as a pattern, and the ward that was asked; both may
  /// be empty.
  std::string route{};
  std::string ward{};
  /// Set: this is no answer yet. The request is to be handled again once this says yes or
  /// `Request::wait_until` is past, and holds no worker until then. Quick; any thread.
  std::function<bool()> not_before{};
  Waited waited{};  ///< with `not_before`: to be kept in the request

  void set(std::string name, std::string value);
};

}  // namespace langnghe::api
