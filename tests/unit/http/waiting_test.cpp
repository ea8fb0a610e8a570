#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "serving.hpp"

namespace langnghe::http::test {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

bool is_health(const api::Request& request) {
  return request.target == "/healthz";
}

api::Response not_yet(std::function<bool()> ready) {
  api::Response response;
  response.not_before = std::move(ready);
  return response;
}

TEST(HttpWaiting, HoldsNoWorker) {
  std::atomic<bool> open = false;
  api::Limits limits;
  limits.view_wait = 20s;
  Server server(options(limits), [&](const api::Request& request) {
    if (request.target == "/wait" && !open) {
      return not_yet([&] { return open.load(); });
    }
    return text("done " + request.target);
  });
  std::vector<std::unique_ptr<RawClient>> waiting;
  for (int i = 0; i < 64; ++i) {  // sixteen times the workers
    waiting.push_back(std::make_unique<RawClient>(server.port()));
    waiting.back()->send(get("/wait"));
  }
  RawClient other(server.port());
  for (int i = 0; i < 5; ++i) {
    const auto began = steady_clock::now();
    other.send(get("/other"));
    EXPECT_EQ(other.read_answer().body, "done /other");
    EXPECT_LT(steady_clock::now() - began, 2s) << "a wait is twenty seconds here";
  }
  open = true;
  for (const auto& client : waiting) {
    EXPECT_EQ(client->read_answer().body, "done /wait");
  }
}

TEST(HttpWaiting, EndsWithItsTime) {
  api::Limits limits;
  limits.view_wait = 50ms;
  Server server(options(limits), [](const api::Request& request) {
    return steady_clock::now() < *request.wait_until ? not_yet([] { return false; })
                                                     : text("too late");
  });
  RawClient client(server.port());
  client.send(get("/"));
  EXPECT_EQ(client.read_answer().body, "too late");
}

TEST(HttpWaiting, EndsWithTheServer) {
  api::Limits limits;
  limits.view_wait = 60s;
  auto server = std::make_unique<Server>(options(limits), [](const api::Request& request) {
    return steady_clock::now() < *request.wait_until ? not_yet([] { return false; })
                                                     : text("stopped");
  });
  RawClient client(server->port());
  client.send(get("/"));
  std::this_thread::sleep_for(100ms);
  const auto began = steady_clock::now();
  server.reset();
  EXPECT_LT(steady_clock::now() - began, 4s);
}

TEST(HttpWaiting, QuestionsAboutTheServiceAreAnsweredWhileEveryWorkerIsHeld) {
  std::atomic<bool> open = false;
  api::Limits limits;
  limits.requests_in_flight_max = 8;
  Server server(
      options(limits),
      [&](const api::Request& request) {
        while (!is_health(request) && !open) {
          std::this_thread::sleep_for(5ms);
        }
        return text(request.target);
      },
      {}, is_health);
  std::vector<std::unique_ptr<RawClient>> held;
  for (int i = 0; i < 64; ++i) {
    held.push_back(std::make_unique<RawClient>(server.port()));
    held.back()->send(get("/slow"));
  }
  RawClient monitor(server.port());
  for (int i = 0; i < 10; ++i) {
    const auto began = steady_clock::now();
    monitor.send(get("/healthz"));
    EXPECT_EQ(monitor.read_answer().status, 200);
    EXPECT_LT(steady_clock::now() - began, 2s);
  }
  open = true;
  for (const auto& client : held) {
    const int status = client->read_answer().status;
    EXPECT_TRUE(status == 200 || status == 503) << status;
  }
}

TEST(HttpBudget, LargeAnswersThatNobodyReadsAreRefusedBeyondIt) {
  constexpr std::size_t kAnswer = 8u << 20;  // more than the system's buffers of a connection take
  api::Limits limits;
  limits.answer_bytes_max = 3 * kAnswer;
  std::atomic<int> made = 0;
  Server server(options(limits), [&](const api::Request& request) {
    auto answer = text(request.target == "/large" ? std::string(kAnswer, 'x') : "small");
    ++made;
    return answer;
  });
  std::vector<std::unique_ptr<RawClient>> slow;
  const auto deadline = steady_clock::now() + 20s;
  for (int i = 0; i < 6; ++i) {
    slow.push_back(std::make_unique<RawClient>(server.port()));
    slow.back()->send(get("/large"));
    while (made <= i && steady_clock::now() < deadline) {
      std::this_thread::sleep_for(1ms);
    }
    std::this_thread::sleep_for(50ms);  // for its way from the worker into the budget
  }
  RawClient small(server.port());
  small.send(get("/small"));
  EXPECT_EQ(small.read_answer().body, "small") << "a small answer always goes";

  int whole = 0;
  int refused = 0;
  for (const auto& client : slow) {
    const Answer answer = client->read_answer();
    whole += answer.status == 200 && answer.body.size() == kAnswer ? 1 : 0;
    refused += answer.status == 503 && !answer.header("retry-after").empty() ? 1 : 0;
  }
  EXPECT_EQ(whole + refused, 6);
  EXPECT_GE(whole, 2);
  EXPECT_GE(refused, 2);

  small.send(get("/large"));
  EXPECT_EQ(small.read_answer().body.size(), kAnswer) << "what was sent counts no more";
}

}  // namespace
}  // namespace langnghe::http::test
