#include <mutex>
#include <string>

#include <gtest/gtest.h>

#include "serving.hpp"

namespace langnghe::http::test {
namespace {

/// A server that keeps the last request it was given.
class Recording {
 public:
  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  [[nodiscard]] api::Request last() {
    const std::lock_guard lock(mutex_);
    return last_;
  }

 private:
  std::mutex mutex_;  ///< guards last_
  api::Request last_;
  Server server_{options(), [this](const api::Request& request) {
                   const std::lock_guard lock(mutex_);
                   last_ = request;
                   return echo(request);
                 }};
};

TEST(HttpRequest, AConnectionServesOneRequestAfterAnother) {
  Server server(options(), echo);
  RawClient client(server.port());
  for (const char* target : {"/one", "/two", "/three"}) {
    client.send(get(target));
    const Answer answer = client.read_answer();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, std::string(target) + "|");
    EXPECT_EQ(answer.header("connection"), "");
  }
}

TEST(HttpRequest, PipelinedRequestsAreAnsweredInOrder) {
  Server server(options(), echo);
  RawClient client(server.port());
  std::string all;
  for (int i = 0; i < 50; ++i) {
    all += i % 2 == 0 ? get("/" + std::to_string(i)) : post("/" + std::to_string(i), "body");
  }
  client.send(all);
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(client.read_answer().body, "/" + std::to_string(i) + (i % 2 == 0 ? "|" : "|body"));
  }
}

TEST(HttpRequest, MayComeByteByByte) {
  Server server(options(), echo);
  RawClient client(server.port());
  for (const char byte : post("/slow", "một hai ba")) {
    ASSERT_TRUE(client.send({&byte, 1}));
  }
  EXPECT_EQ(client.read_answer().body, "/slow|một hai ba");
}

TEST(HttpRequest, AChunkedBodyIsJoined) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send("POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  client.send("4;note=x\r\nlắ\r\n");
  client.send("2\r\nng\r\n0\r\n\r\n" + get("/next"));
  EXPECT_EQ(client.read_answer().body, "/c|lắng");
  EXPECT_EQ(client.read_answer().body, "/next|");
}

TEST(HttpRequest, TrailerFieldsDoNotBecomeHeadersNorCloseTheConnection) {
  Recording server;
  RawClient client(server.port());
  client.send(
      "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n"
      "Authorization: Bearer stolen\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(client.read_answer().body, "/c|ok");
  EXPECT_EQ(server.last().header("authorization"), "");
  client.send(get("/again"));
  EXPECT_EQ(client.read_answer().status, 200);
}

TEST(HttpRequest, HeaderNamesAreInLowerCaseAndRepeatedOnesJoined) {
  Recording server;
  RawClient client(server.port());
  client.send(
      "GET /?q=a HTTP/1.1\r\nHost: a\r\nX-Word:  mot \r\nIF-MATCH: \"3\"\r\nx-word: hai\r\n\r\n");
  EXPECT_EQ(client.read_answer().status, 200);
  const api::Request request = server.last();
  EXPECT_EQ(request.method, api::Method::get);
  EXPECT_EQ(request.target, "/?q=a");
  EXPECT_EQ(request.header("x-word"), "mot, hai");
  EXPECT_EQ(request.header("if-match"), "\"3\"");
  EXPECT_EQ(request.peer, "127.0.0.1");
}

TEST(HttpRequest, TheAbsoluteFormIsTakenAsItsPath) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send("GET http://ward.example/issues?x=1 HTTP/1.1\r\nHost: ward.example\r\n\r\n");
  EXPECT_EQ(client.read_answer().body, "/issues?x=1|");
  client.send("GET http://ward.example HTTP/1.1\r\nHost: ward.example\r\n\r\n");
  EXPECT_EQ(client.read_answer().body, "/|");
}

TEST(HttpRequest, HeadIsAnsweredWithoutABody) {
  Recording server;
  RawClient client(server.port());
  client.send("HEAD /h HTTP/1.1\r\nHost: a\r\n\r\n");
  const Answer answer = client.read_answer(false);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-length"), "3");
  EXPECT_EQ(server.last().method, api::Method::head);
  client.send(get("/next"));
  EXPECT_EQ(client.read_answer().body, "/next|");
}

TEST(HttpRequest, AClientThatAsksFirstIsToldToGoOn) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send("POST /e HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_answer().status, 100);
  client.send("ok");
  EXPECT_EQ(client.read_answer().body, "/e|ok");
}

TEST(HttpRequest, AClientThatAsksForTooMuchIsNotToldToGoOn) {
  api::Limits limits;
  limits.body_bytes_max = 10;
  Server server(options(limits), echo);
  RawClient client(server.port());
  client.send("POST /e HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_answer().status, 413);
  EXPECT_TRUE(client.sees_end());
}

TEST(HttpRequest, AnotherExpectationIsRefused) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send("POST /e HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: tea\r\n\r\nok");
  EXPECT_EQ(client.read_answer().status, 417);
}

TEST(HttpRequest, AnOldClientIsClosedUnlessItAsksToStay) {
  Server server(options(), echo);
  RawClient leaving(server.port());
  leaving.send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_EQ(leaving.read_answer().header("connection"), "close");
  EXPECT_TRUE(leaving.sees_end());
  RawClient staying(server.port());
  staying.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(staying.read_answer().header("connection"), "keep-alive");
  staying.send(get("/again"));
  EXPECT_EQ(staying.read_answer().body, "/again|");
}

TEST(HttpRequest, CloseIsObeyed) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + get("/ignored"));
  EXPECT_EQ(client.read_answer().header("connection"), "close");
  EXPECT_TRUE(client.sees_end());
}

}  // namespace
}  // namespace langnghe::http::test
