#include <atomic>
#include <chrono>
#include <latch>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "serving.hpp"

namespace langnghe::http::test {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

TEST(HttpLimits, AHeaderThatIsTooLargeIsRefusedInTheLanguageAskedFor) {
  api::Limits limits;
  limits.header_bytes_max = 1024;
  Server server(options(limits), echo);
  const std::string filler(2000, 'x');
  RawClient vietnamese(server.port());
  vietnamese.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + filler + "\r\n\r\n");
  const Answer in_vietnamese = vietnamese.read_answer();
  EXPECT_EQ(in_vietnamese.status, 431);
  EXPECT_EQ(in_vietnamese.header("content-language"), "vi");
  EXPECT_TRUE(vietnamese.sees_end());
  RawClient english(server.port());
  english.send("GET / HTTP/1.1\r\nAccept-Language: en\r\nX: " + filler + "\r\n\r\n");
  const Answer in_english = english.read_answer();
  EXPECT_EQ(in_english.status, 431);
  EXPECT_EQ(in_english.header("content-type"), "application/problem+json");
  EXPECT_NE(in_english.body.find("\"Header too large\""), std::string::npos);
}

TEST(HttpLimits, ARequestLineThatNeverEndsIsRefused) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send("GET /" + std::string(40'000, 'a'));
  EXPECT_EQ(client.read_answer().status, 431);
}

TEST(HttpLimits, ABodyOfTheAllowedSizeIsTaken) {
  api::Limits limits;
  limits.body_bytes_max = 300'000;
  Server server(options(limits), echo);
  RawClient client(server.port());
  client.send(post("/", std::string(300'000, 'x')));
  EXPECT_EQ(client.read_answer().body.size(), 2 + 300'000U);
}

TEST(HttpLimits, AClientThatSendsTenMegabytesCanReadWhyNot) {
  Server server(options(), echo);
  RawClient client(server.port());
  const std::string body(10 * 1024 * 1024, 'x');
  // Without draining on the server's side this send is reset, and the answer with it.
  EXPECT_TRUE(client.send("POST / HTTP/1.1\r\nHost: a\r\nAccept-Language: en\r\nContent-Length: " +
                          std::to_string(body.size()) + "\r\n\r\n" + body));
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_NE(answer.body.find("\"status\":413"), std::string::npos);
  EXPECT_NE(answer.body.find("Content too large"), std::string::npos);
  EXPECT_TRUE(client.sees_end());
}

TEST(HttpLimits, AChunkedBodyIsCountedToo) {
  api::Limits limits;
  limits.body_bytes_max = 1000;
  Server server(options(limits), echo);
  RawClient client(server.port());
  client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "190\r\n" + std::string(400, 'x') + "\r\n";
  client.send(chunk + chunk + chunk);
  EXPECT_EQ(client.read_answer().status, 413);
}

TEST(HttpLimits, AChunkExtensionWithoutEndIsRefused) {
  Server server(options(), echo);
  RawClient client(server.port());
  client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;");
  client.send(std::string(400'000, 'x'));
  EXPECT_EQ(client.read_answer().status, 400);
}

TEST(HttpLimits, ASlowRequestIsEndedHoweverSteadilyItDrips) {
  api::Limits limits;
  limits.read_timeout = seconds{1};
  Server server(options(limits), echo);
  RawClient client(server.port());
  client.send("GET / HTTP/1.1\r\nAccept-Language: en\r\nX: ");
  std::jthread drip([&client](const std::stop_token& enough) {
    while (!enough.stop_requested() && client.send("x")) {
      std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
  });
  const auto began = steady_clock::now();
  const Answer answer = client.read_answer();
  drip.request_stop();
  EXPECT_EQ(answer.status, 408);
  EXPECT_GE(steady_clock::now() - began, std::chrono::milliseconds{900});
  EXPECT_LT(steady_clock::now() - began, seconds{5});
}

TEST(HttpLimits, ABodyThatStopsComingIsEnded) {
  api::Limits limits;
  limits.read_timeout = seconds{1};
  Server server(options(limits), echo);
  RawClient client(server.port());
  client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello");
  EXPECT_EQ(client.read_answer().status, 408);
  EXPECT_TRUE(client.sees_end());
}

TEST(HttpLimits, AnIdleConnectionIsClosedWithoutAWord) {
  api::Limits limits;
  limits.idle_timeout = seconds{1};
  Server server(options(limits), echo);
  RawClient silent(server.port());
  RawClient used(server.port());
  used.send(get("/"));
  EXPECT_EQ(used.read_answer().status, 200);
  EXPECT_TRUE(silent.sees_end());
  EXPECT_TRUE(used.sees_end());
}

TEST(HttpLimits, AClientThatDoesNotReadItsAnswerIsDropped) {
  api::Limits limits;
  limits.write_timeout = seconds{1};
  limits.connections_max = 1;
  Server server(options(limits),
                [](const api::Request&) { return text(std::string(64 * 1024 * 1024, 'x')); });
  RawClient stuck(server.port());
  stuck.send(get("/"));
  // The place becomes free only because the server gave the first client up.
  const auto deadline = steady_clock::now() + seconds{8};
  int status = 503;
  while (status == 503 && steady_clock::now() < deadline) {
    RawClient next(server.port());
    next.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
    status = next.read_answer(false).status;
  }
  EXPECT_EQ(status, 200);
}

TEST(HttpLimits, ConnectionsBeyondTheLimitAreToldToComeBack) {
  api::Limits limits;
  limits.connections_max = 2;
  Server server(options(limits), echo);
  auto first = std::make_unique<RawClient>(server.port());
  RawClient second(server.port());
  for (RawClient* client : {first.get(), &second}) {
    client->send(get("/"));
    EXPECT_EQ(client->read_answer().status, 200);
  }
  RawClient third(server.port());
  third.send(get("/"));
  const Answer answer = third.read_answer();
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.header("retry-after"), "5");
  EXPECT_NE(answer.body.find("too_many_connections"), std::string::npos);
  EXPECT_TRUE(third.sees_end());
  first.reset();
  const auto deadline = steady_clock::now() + seconds{8};
  int status = 503;
  while (status == 503 && steady_clock::now() < deadline) {
    RawClient next(server.port());
    next.send(get("/"));
    status = next.read_answer().status;
  }
  EXPECT_EQ(status, 200);
}

TEST(HttpLimits, RequestsBeyondTheLimitAreToldToComeBackAndTheConnectionStays) {
  api::Limits limits;
  limits.requests_in_flight_max = 1;
  std::latch entered(1);
  std::latch may_leave(1);
  Server server(options(limits), [&](const api::Request& request) {
    if (request.target == "/slow") {
      entered.count_down();
      may_leave.wait();
    }
    return echo(request);
  });
  RawClient slow(server.port());
  slow.send(get("/slow"));
  entered.wait();
  RawClient quick(server.port());
  quick.send("GET /quick HTTP/1.1\r\nHost: a\r\nAccept-Language: en-GB, vi;q=0.5\r\n\r\n");
  const Answer refused = quick.read_answer();
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.header("retry-after"), "1");
  EXPECT_EQ(refused.header("content-language"), "en");
  may_leave.count_down();
  EXPECT_EQ(slow.read_answer().body, "/slow|");
  quick.send(get("/quick"));
  EXPECT_EQ(quick.read_answer().body, "/quick|");
}

}  // namespace
}  // namespace langnghe::http::test
