#include <atomic>
#include <chrono>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "serving.hpp"

namespace langnghe::http::test {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

TEST(HttpStop, ARequestInFlightIsFinishedAndIdleConnectionsAreClosed) {
  std::latch entered(1);
  std::latch may_leave(1);
  Server server(options(), [&](const api::Request& request) {
    if (request.target == "/slow") {
      entered.count_down();
      may_leave.wait();
    }
    return echo(request);
  });
  const std::uint16_t port = server.port();
  RawClient idle(port);
  idle.send(get("/"));
  EXPECT_EQ(idle.read_answer().status, 200);
  RawClient fresh(port);
  RawClient busy(port);
  busy.send(get("/slow"));
  entered.wait();
  std::jthread stopping([&server] { server.stop(); });
  EXPECT_TRUE(idle.sees_end());
  EXPECT_TRUE(fresh.sees_end());
  EXPECT_FALSE(is_listening(port));
  may_leave.count_down();
  const Answer answer = busy.read_answer();
  EXPECT_EQ(answer.body, "/slow|");
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_TRUE(busy.sees_end());
}

TEST(HttpStop, IsQuickWhenNobodyWaits) {
  const auto began = steady_clock::now();
  Server server(options(), echo);
  RawClient idle(server.port());
  idle.send(get("/"));
  EXPECT_EQ(idle.read_answer().status, 200);
  server.stop();
  server.stop();
  EXPECT_LT(steady_clock::now() - began, seconds{2});
}

TEST(HttpStop, ARequestThatDoesNotArriveIsNotWaitedForLong) {
  Server server(options(), echo);
  RawClient half(server.port());
  half.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(half.read_answer().status, 100);
  const auto began = steady_clock::now();
  server.stop();
  EXPECT_GE(steady_clock::now() - began, seconds{4});
  EXPECT_LT(steady_clock::now() - began, seconds{8});
  EXPECT_EQ(half.read_answer().status, 0);
}

TEST(HttpStop, UnderLoadEveryAnswerThatBeganIsWhole) {
  constexpr int kClients = 8;
  const std::string body(50'000, 'x');
  for (int round = 0; round < 5; ++round) {
    Server server(options(), [&body](const api::Request&) { return text(body); });
    const std::uint16_t port = server.port();
    std::latch loaded(kClients);
    std::atomic<int> torn = 0;
    {
      std::vector<std::jthread> clients;
      for (int i = 0; i < kClients; ++i) {
        clients.emplace_back([&] {
          RawClient client(port);
          bool is_open = client.send(get("/"));
          loaded.count_down();
          while (is_open) {
            const Answer answer = client.read_answer();
            torn += answer.status == 200 && answer.body != body ? 1 : 0;
            is_open = answer.status == 200 && client.send(get("/"));
          }
        });
      }
      loaded.wait();
      server.stop();
    }
    EXPECT_EQ(torn, 0);
  }
}

}  // namespace
}  // namespace langnghe::http::test
