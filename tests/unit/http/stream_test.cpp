// Bodies that are taken and sent piece by piece.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <latch>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "serving.hpp"

namespace langnghe::http::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

bool is_upload(const api::Request& head) {
  return head.target.starts_with("/upload");
}

struct Taken {
  std::string bytes;
  std::size_t largest = 0;
  std::optional<api::StreamFault> fault;
};

Taken take_all(api::ByteSource& source) {
  Taken taken;
  for (;;) {
    const auto piece = source.next();
    if (!piece) {
      taken.fault = piece.error();
      return taken;
    }
    if (piece->empty()) {
      return taken;
    }
    taken.bytes += *piece;
    taken.largest = std::max(taken.largest, piece->size());
  }
}

/// Says how much came, and in which pieces at most.
api::Response measure(const api::Request& request) {
  if (request.body_stream == nullptr) {
    return echo(request);
  }
  const auto taken = take_all(*request.body_stream);
  return text(
      std::to_string(taken.bytes.size()) + "|" + (taken.largest <= 64 * 1024 ? "small" : "large") +
      "|" + taken.bytes.substr(0, 5) +
      taken.bytes.substr(taken.bytes.size() - std::min<std::size_t>(5, taken.bytes.size())));
}

std::string numbered(std::size_t bytes) {
  std::string content;
  while (content.size() < bytes) {
    content += std::to_string(content.size()) + ",";
  }
  content.resize(bytes);
  return content;
}

/// Sends its bytes in pieces of the length given.
class TextSource final : public api::ByteSource {
 public:
  TextSource(std::string content, std::size_t piece)
      : content_(std::move(content)), piece_(piece) {}
  std::expected<std::string_view, api::StreamFault> next() override {
    const auto piece = std::string_view(content_).substr(std::min(at_, content_.size()), piece_);
    at_ += piece.size();
    return piece;
  }

 private:
  const std::string content_;
  const std::size_t piece_;
  std::size_t at_ = 0;
};

api::Response streamed(std::string content, std::uint64_t promised) {
  auto response = text("");
  response.stream = std::make_shared<TextSource>(std::move(content), 10'007);
  response.stream_bytes = promised;
  return response;
}

api::Response open_ended(std::string content) {
  auto response = text("");
  response.stream = std::make_shared<TextSource>(std::move(content), 10'007);
  return response;
}

TEST(HttpStream, ABodyIsTakenInPiecesAndTheConnectionStays) {
  Server server(options(), measure, is_upload);
  RawClient client(server.port());
  const auto body = numbered(3'000'000);  // more than a body that is gathered may be
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(client.send(post("/upload", body)));
    EXPECT_EQ(client.read_answer().body,
              "3000000|small|" + body.substr(0, 5) + body.substr(body.size() - 5));
  }
  client.send(post("/other", "hello"));
  EXPECT_EQ(client.read_answer().body, "/other|hello");
}

TEST(HttpStream, AChunkedBodyIsTakenToo) {
  Server server(options(), measure, is_upload);
  RawClient client(server.port());
  client.send("POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "186a0\r\n" + std::string(100'000, 'x') + "\r\n";
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(client.send(chunk));
  }
  client.send("0\r\n\r\n");
  EXPECT_EQ(client.read_answer().body, "2000000|small|xxxxxxxxxx");
  client.send(get("/next"));
  EXPECT_EQ(client.read_answer().body, "/next|");
}

TEST(HttpStream, RequestsThatFollowAtOnceAreAnsweredInOrder) {
  Server server(options(), measure, is_upload);
  RawClient client(server.port());
  client.send(post("/upload", "hello") + get("/between") + post("/upload", "world") + get("/last"));
  EXPECT_EQ(client.read_answer().body, "5|small|hellohello");
  EXPECT_EQ(client.read_answer().body, "/between|");
  EXPECT_EQ(client.read_answer().body, "5|small|worldworld");
  EXPECT_EQ(client.read_answer().body, "/last|");
}

TEST(HttpStream, AnEmptyBodyIsNoStream) {
  Server server(options(), measure, is_upload);
  RawClient client(server.port());
  client.send(post("/upload", ""));
  EXPECT_EQ(client.read_answer().body, "/upload|");
}

TEST(HttpStream, WhoIsRefusedIsToldBeforeTheBodyAndCanReadIt) {
  Server server(options(), [](const api::Request&) { return text("no"); }, is_upload);
  RawClient client(server.port());
  EXPECT_TRUE(client.send(post("/upload", std::string(5'000'000, 'x'))));
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.body, "no");
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_TRUE(client.sees_end());
}

TEST(HttpStream, AClientThatAsksFirstIsToldToGoOnOnlyWhenTheBodyIsWanted) {
  const auto only_if_asked = [](const api::Request& request) {
    return request.target == "/upload/no" ? text("no") : measure(request);
  };
  Server server(options(), only_if_asked, is_upload);
  const auto head = [](const std::string& target) {
    return "POST " + target +
           " HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";
  };
  RawClient wanted(server.port());
  wanted.send(head("/upload"));
  EXPECT_EQ(wanted.read_answer(false).status, 100);
  wanted.send("hello");
  EXPECT_EQ(wanted.read_answer().body, "5|small|hellohello");
  RawClient unwanted(server.port());
  unwanted.send(head("/upload/no"));
  EXPECT_EQ(unwanted.read_answer().body, "no");
}

TEST(HttpStream, AClientThatIsCutIsNoticed) {
  std::promise<Taken> told;
  Server server(
      options(),
      [&](const api::Request& request) {
        told.set_value(take_all(*request.body_stream));
        return text("");
      },
      is_upload);
  auto client = std::make_unique<RawClient>(server.port());
  client->send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhello");
  client.reset();
  auto taken = told.get_future();
  ASSERT_EQ(taken.wait_for(seconds{5}), std::future_status::ready);
  const auto what = taken.get();
  EXPECT_EQ(what.fault, api::StreamFault::gone);
  EXPECT_EQ(what.bytes, "hello");
}

TEST(HttpStream, AMalformedChunkIsAnsweredByTheServer) {
  Server server(options(), measure, is_upload);
  RawClient client(server.port());
  client.send(
      "POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
      "chunked\r\n\r\n5\r\nhello\r\nzz\r\n\r\n");
  EXPECT_EQ(client.read_answer().status, 400);
  EXPECT_TRUE(client.sees_end());
}

TEST(HttpStream, ABodyThatStopsComingIsEnded) {
  api::Limits limits;
  limits.read_timeout = seconds{1};
  Server server(options(limits), measure, is_upload);
  RawClient client(server.port());
  client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello");
  EXPECT_EQ(client.read_answer().status, 408);
  EXPECT_TRUE(client.sees_end());
}

TEST(HttpStream, ABodyThatDripsIsEndedHoweverSteadily) {
  api::Limits limits;
  limits.upload_timeout = seconds{1};
  Server server(options(limits), measure, is_upload);
  RawClient client(server.port());
  client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
  std::jthread drip([&client](const std::stop_token& enough) {
    while (!enough.stop_requested() && client.send("x")) {
      std::this_thread::sleep_for(milliseconds{20});
    }
  });
  const auto began = steady_clock::now();
  EXPECT_EQ(client.read_answer().status, 408);
  drip.request_stop();
  EXPECT_LT(steady_clock::now() - began, seconds{5});
}

TEST(HttpStream, UploadsBeyondTheLimitAreToldToComeBack) {
  api::Limits limits;
  limits.uploads_in_flight_max = 1;
  std::latch entered(1);
  Server server(
      options(limits),
      [&](const api::Request& request) {
        if (request.target == "/upload/slow") {
          entered.count_down();
        }
        return measure(request);
      },
      is_upload);
  RawClient slow(server.port());
  slow.send("POST /upload/slow HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhel");
  entered.wait();
  RawClient second(server.port());
  second.send(post("/upload", "hello"));
  EXPECT_EQ(second.read_answer().status, 503);
  RawClient other(server.port());
  other.send(post("/other", "hello"));
  EXPECT_EQ(other.read_answer().status, 200) << "what is not streamed has its own limit";
  slow.send("lo");
  EXPECT_EQ(slow.read_answer().status, 200);
  RawClient third(server.port());
  third.send(post("/upload", "hello"));
  EXPECT_EQ(third.read_answer().status, 200) << "the place is free again";
}

TEST(HttpStream, AResponseIsSentInPieces) {
  const auto content = numbered(2'000'000);
  Server server(options(), [&](const api::Request&) { return streamed(content, content.size()); });
  RawClient client(server.port());
  for (int i = 0; i < 2; ++i) {
    client.send(get("/"));
    const Answer answer = client.read_answer();
    EXPECT_EQ(answer.header("content-length"), "2000000");
    EXPECT_TRUE(answer.body == content);
  }
  client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(client.read_answer(false).header("content-length"), "2000000");
  client.send(get("/"));
  EXPECT_EQ(client.read_answer().body.size(), content.size());
}

TEST(HttpStream, AResponseThatEndsEarlyIsCutAndNeverFilledUp) {
  for (const std::size_t length : {std::size_t{0}, std::size_t{50'000}, std::size_t{200'000}}) {
    Server server(options(),
                  [&](const api::Request&) { return streamed(numbered(length), 100'000); });
    RawClient client(server.port());
    client.send(get("/"));
    EXPECT_EQ(client.read_answer().status, 0) << length << ": no whole answer";
  }
}

TEST(HttpStream, AResponseOfUnknownLengthComesInChunksAndTheConnectionStays) {
  const auto content = numbered(2'000'000);
  Server server(options(), [&](const api::Request&) { return open_ended(content); });
  RawClient client(server.port());
  for (int i = 0; i < 2; ++i) {
    client.send(get("/"));
    const Answer answer = client.read_answer();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("content-length"), "");
    EXPECT_TRUE(answer.body == content);
  }
  client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(client.read_answer(false).header("transfer-encoding"), "chunked");
  client.send(get("/"));
  EXPECT_EQ(client.read_answer().body.size(), content.size());
}

TEST(HttpStream, AnOldClientGetsAnUnknownLengthUntilTheEndOfTheConnection) {
  const auto content = numbered(300'000);
  Server server(options(), [&](const api::Request&) { return open_ended(content); });
  RawClient client(server.port());
  client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  const Answer head = client.read_answer(false);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("transfer-encoding"), "");
  EXPECT_EQ(head.header("connection"), "close");
  EXPECT_TRUE(client.read_rest() == content);
}

TEST(HttpStream, AnEmptyResponseOfUnknownLengthIsWhole) {
  Server server(options(), [](const api::Request&) { return open_ended(""); });
  RawClient client(server.port());
  client.send(get("/"));
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "");
}

/// Sends some pieces, and then cannot go on.
class FailingSource final : public api::ByteSource {
 public:
  std::expected<std::string_view, api::StreamFault> next() override {
    if (left_ == 0) {
      return std::unexpected(api::StreamFault::gone);
    }
    --left_;
    return std::string_view("piece");
  }

 private:
  int left_ = 3;
};

TEST(HttpStream, AResponseThatCannotGoOnIsNeverTakenForTheWhole) {
  Server server(options(), [](const api::Request&) {
    auto response = text("");
    response.stream = std::make_shared<FailingSource>();
    return response;
  });
  RawClient client(server.port());
  client.send(get("/"));
  EXPECT_EQ(client.read_answer(false).status, 200);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(client.read_chunk(), "piece");
  }
  EXPECT_FALSE(client.read_chunk()) << "the last chunk is missing";
}

/// Counts the bytes that were asked of it, without end.
class CountingSource final : public api::ByteSource {
 public:
  explicit CountingSource(std::atomic<std::size_t>& made) : made_(made) {}
  std::expected<std::string_view, api::StreamFault> next() override {
    made_ += piece_.size();
    return std::string_view(piece_);
  }

 private:
  std::atomic<std::size_t>& made_;
  const std::string piece_ = std::string(api::Response::kPieceBytesMax, 'x');
};

TEST(HttpStream, NoMoreIsMadeThanTheClientTakes) {
  std::atomic<std::size_t> made = 0;
  api::Limits limits;
  limits.write_timeout = seconds{1};
  Server server(options(limits), [&](const api::Request&) {
    auto response = text("");
    response.stream = std::make_shared<CountingSource>(made);
    return response;
  });
  RawClient stuck(server.port());
  stuck.send(get("/"));
  // The receiver's own buffer takes some megabytes; then the server waits, and gives it up.
  std::size_t before = 1;
  for (int i = 0; i < 100 && made != before; ++i) {
    before = made;
    std::this_thread::sleep_for(milliseconds{200});
  }
  EXPECT_EQ(made, before);
  EXPECT_LT(made, std::size_t{32} << 20);
}

TEST(HttpBudget, ResponsesInPiecesAreCountedByThePieceAndAllAreServed) {
  api::Limits limits;
  limits.answer_bytes_max = 3 * api::Response::kPieceBytesMax;
  std::atomic<std::size_t> made = 0;
  Server server(options(limits), [&](const api::Request&) {
    auto response = text("");
    response.stream = std::make_shared<CountingSource>(made);
    return response;
  });
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 3; ++i) {
    slow.push_back(std::make_unique<RawClient>(server.port()));
    slow.back()->send(get("/"));
    EXPECT_EQ(slow.back()->read_answer(false).status, 200);
  }
  RawClient beyond(server.port());
  beyond.send(get("/"));
  const Answer refused = beyond.read_answer();
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.header("retry-after"), "1");
}

TEST(HttpStream, AStopEndsAnUploadThatDoesNotArrive) {
  std::latch entered(1);
  Server server(
      options(),
      [&](const api::Request& request) {
        entered.count_down();
        return measure(request);
      },
      is_upload);
  RawClient half(server.port());
  half.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello");
  entered.wait();
  const auto began = steady_clock::now();
  server.stop();
  EXPECT_LT(steady_clock::now() - began, seconds{10});
}

}  // namespace
}  // namespace langnghe::http::test
