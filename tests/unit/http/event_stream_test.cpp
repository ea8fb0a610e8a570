// Responses of events that go on: they hold no thread while they wait.
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "serving.hpp"

namespace langnghe::http::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

/// Texts that are added while streams follow them. Thread-safe.
class Board {
 public:
  void add(std::string text) {
    std::vector<std::function<void()>> waiting;
    {
      const std::lock_guard lock(mutex_);
      texts_.push_back(std::move(text));
      waiting = waiting_;
    }
    for (const auto& wake : waiting) {
      wake();
    }
  }

  void follow(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(wake));
  }

  std::vector<std::string> after(std::size_t seen) {
    ++looks;
    const std::lock_guard lock(mutex_);
    return {texts_.begin() + static_cast<std::ptrdiff_t>(std::min(seen, texts_.size())),
            texts_.end()};
  }

  std::atomic<int> looks = 0;
  std::atomic<bool> is_closed = false;

 private:
  std::mutex mutex_;  ///< guards texts_ and waiting_
  std::vector<std::string> texts_;
  std::vector<std::function<void()>> waiting_;
};

/// One event at a time, from a number on.
class BoardSource final : public api::EventSource {
 public:
  BoardSource(std::shared_ptr<Board> board, std::size_t seen)
      : board_(std::move(board)), seen_(seen) {}

  std::expected<Batch, api::StreamFault> take() override {
    const auto texts = board_->after(seen_);
    if (board_->is_closed) {
      return std::unexpected(api::StreamFault::gone);
    }
    if (texts.empty()) {
      return Batch{};
    }
    ++seen_;
    return Batch{"id: " + std::to_string(seen_) + "\ndata: " + texts.front() + "\n\n",
                 texts.size() > 1};
  }
  void when_more(std::function<void()> wake) override { board_->follow(std::move(wake)); }

 private:
  std::shared_ptr<Board> board_;
  std::size_t seen_;
};

Server::Handler serving(const std::shared_ptr<Board>& board) {
  return [board](const api::Request& request) {
    if (request.target != "/live") {
      return echo(request);
    }
    const auto last = request.header("last-event-id");
    api::Response response;
    response.set("Content-Type", "text/event-stream");
    response.events =
        std::make_shared<BoardSource>(board, last.empty() ? 0 : std::stoul(std::string(last)));
    return response;
  };
}

api::Limits lively() {
  api::Limits limits;
  limits.event_heartbeat = seconds{30};
  limits.event_pause = milliseconds{20};
  return limits;
}

TEST(HttpEvents, ComeAsTheyHappenAndInOrder) {
  const auto board = std::make_shared<Board>();
  board->add("before");
  Server server(options(lively()), serving(board));
  RawClient client(server.port());
  client.send(get("/live"));
  const Answer head = client.read_answer(false);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("content-type"), "text/event-stream");
  EXPECT_EQ(head.header("content-length"), "");
  EXPECT_EQ(client.read_chunk(), "id: 1\ndata: before\n\n");
  for (int i = 2; i < 20; ++i) {
    const auto began = steady_clock::now();
    board->add("news");
    EXPECT_EQ(client.read_chunk(), "id: " + std::to_string(i) + "\ndata: news\n\n");
    EXPECT_LT(steady_clock::now() - began, seconds{5}) << "a heartbeat is thirty seconds here";
  }
}

TEST(HttpEvents, GoOnAfterTheOneThatWasSeenLast) {
  const auto board = std::make_shared<Board>();
  for (const auto* text : {"a", "b", "c"}) {
    board->add(text);
  }
  Server server(options(lively()), serving(board));
  RawClient client(server.port());
  client.send("GET /live HTTP/1.1\r\nHost: a\r\nLast-Event-ID: 2\r\n\r\n");
  EXPECT_EQ(client.read_answer(false).status, 200);
  EXPECT_EQ(client.read_chunk(), "id: 3\ndata: c\n\n");
}

TEST(HttpEvents, AnOldClientReadsThemWithoutChunks) {
  const auto board = std::make_shared<Board>();
  board->add("a");
  auto server = std::make_unique<Server>(options(lively()), serving(board));
  RawClient client(server->port());
  client.send("GET /live HTTP/1.0\r\n\r\n");
  EXPECT_EQ(client.read_answer(false).header("transfer-encoding"), "");
  board->add("b");
  std::jthread stopping([&server] {
    std::this_thread::sleep_for(milliseconds{300});
    server->stop();
  });
  EXPECT_EQ(client.read_rest(), "id: 1\ndata: a\n\nid: 2\ndata: b\n\n");
}

TEST(HttpEvents, ASilentStreamShowsThatItLives) {
  auto limits = lively();
  limits.event_heartbeat = milliseconds{50};
  const auto board = std::make_shared<Board>();
  Server server(options(limits), serving(board));
  RawClient client(server.port());
  client.send(get("/live"));
  EXPECT_EQ(client.read_answer(false).status, 200);
  EXPECT_EQ(client.read_chunk(), ":\n\n");
  EXPECT_EQ(client.read_chunk(), ":\n\n");
  EXPECT_EQ(board->looks, 1) << "a heartbeat asks nobody";
}

TEST(HttpEvents, EndCleanlyWithTheServer) {
  const auto board = std::make_shared<Board>();
  Server server(options(lively()), serving(board));
  RawClient client(server.port());
  client.send(get("/live"));
  EXPECT_EQ(client.read_answer(false).status, 200);
  board->add("a");
  EXPECT_TRUE(client.read_chunk());
  const auto began = steady_clock::now();
  std::jthread stopping([&server] { server.stop(); });
  EXPECT_EQ(client.read_chunk(), "") << "the last chunk tells that nothing was cut";
  EXPECT_TRUE(client.sees_end());
  stopping.join();
  EXPECT_LT(steady_clock::now() - began, seconds{4});
}

TEST(HttpEvents, EndWhenTheSourceDoes) {
  const auto board = std::make_shared<Board>();
  Server server(options(lively()), serving(board));
  RawClient client(server.port());
  client.send(get("/live"));
  EXPECT_EQ(client.read_answer(false).status, 200);
  board->is_closed = true;
  board->add("nobody sees this");
  EXPECT_EQ(client.read_chunk(), "");
  EXPECT_TRUE(client.sees_end());
}

TEST(HttpEvents, AClientThatGoesGivesItsPlaceBack) {
  auto limits = lively();
  limits.event_streams_max = 1;
  const auto board = std::make_shared<Board>();
  Server server(options(limits), serving(board));
  auto first = std::make_unique<RawClient>(server.port());
  first->send(get("/live"));
  EXPECT_EQ(first->read_answer(false).status, 200);
  RawClient second(server.port());
  second.send(get("/live"));
  const Answer refused = second.read_answer();
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.header("retry-after"), "1");
  first.reset();
  const auto deadline = steady_clock::now() + seconds{8};
  int status = 503;
  while (status == 503 && steady_clock::now() < deadline) {
    RawClient next(server.port());
    next.send(get("/live"));
    status = next.read_answer(false).status;
  }
  EXPECT_EQ(status, 200) << "without waiting for a heartbeat";
}

TEST(HttpEvents, AClientThatDoesNotReadIsDropped) {
  auto limits = lively();
  limits.write_timeout = seconds{1};
  limits.event_streams_max = 1;
  limits.event_pause = milliseconds{0};
  const auto board = std::make_shared<Board>();
  Server server(options(limits), serving(board));
  RawClient stuck(server.port());
  stuck.send(get("/live"));
  EXPECT_EQ(stuck.read_answer(false).status, 200);
  for (int i = 0; i < 200; ++i) {
    board->add(std::string(256 * 1024, 'x'));
  }
  const auto deadline = steady_clock::now() + seconds{10};
  int status = 503;
  while (status == 503 && steady_clock::now() < deadline) {
    RawClient next(server.port());
    next.send(get("/live"));
    status = next.read_answer(false).status;
  }
  EXPECT_EQ(status, 200) << "the place became free because the server gave the first client up";
}

int threads_now() {
  return static_cast<int>(std::distance(std::filesystem::directory_iterator("/proc/self/task"),
                                        std::filesystem::directory_iterator()));
}

std::size_t resident_kib() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word && word != "VmRSS:") {
  }
  std::size_t kib = 0;
  status >> kib;
  return kib;
}

/// Both ends of every stream are in this process.
bool may_open(rlim_t descriptors) {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  return ::setrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur >= descriptors;
}

TEST(HttpEvents, AThousandIdleStreamsCostNoThreadAndLittleMemory) {
  constexpr std::size_t kStreams = 1'000;
  if (!may_open(2 * kStreams + 200)) {
    GTEST_SKIP() << "the system allows too few open files";
  }
  auto limits = lively();
  limits.connections_max = 64;  // those that stream do not count among them
  const auto board = std::make_shared<Board>();
  Server server(options(limits), serving(board));
  const auto threads = threads_now();
  const auto memory = resident_kib();
  std::vector<std::unique_ptr<RawClient>> clients;
  for (std::size_t i = 0; i < kStreams; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    clients.back()->send(get("/live"));
    ASSERT_EQ(clients.back()->read_answer(false).status, 200) << i;
  }
  EXPECT_EQ(threads_now(), threads);
  EXPECT_LT(resident_kib() - memory, 48u * 1024) << "KiB, for both ends of every stream";
  RawClient other(server.port());
  for (int i = 0; i < 20; ++i) {
    const auto began = steady_clock::now();
    other.send(get("/healthz"));
    EXPECT_EQ(other.read_answer().body, "/healthz|");
    EXPECT_LT(steady_clock::now() - began, seconds{1});
  }
  board->add("a");
  for (const auto& client : clients) {
    ASSERT_EQ(client->read_chunk(), "id: 1\ndata: a\n\n");
  }
  EXPECT_EQ(threads_now(), threads);
  const auto began = steady_clock::now();
  server.stop();
  EXPECT_LT(steady_clock::now() - began, seconds{5});
}

TEST(HttpEvents, ABusySourceIsLookedAtOnlyNowAndThen) {
  auto limits = lively();
  limits.event_pause = milliseconds{200};
  const auto board = std::make_shared<Board>();
  Server server(options(limits), serving(board));
  RawClient client(server.port());
  client.send("GET /live HTTP/1.1\r\nHost: a\r\nLast-Event-ID: 1000000\r\n\r\n");
  EXPECT_EQ(client.read_answer(false).status, 200);
  const auto began = steady_clock::now();
  for (int i = 0; i < 400; ++i) {
    board->add("x");
    std::this_thread::sleep_for(milliseconds{1});
  }
  const auto periods = (steady_clock::now() - began) / milliseconds{200};
  EXPECT_LE(board->looks, periods + 2);
  EXPECT_GE(board->looks, 2);
}

}  // namespace
}  // namespace langnghe::http::test
