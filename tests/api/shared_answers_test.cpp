#include <atomic>
#include <chrono>
#include <future>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "caching/response_cache.hpp"
#include "caching/shared_turns.hpp"
#include "world.hpp"

// An answer that many ask for is made once, and still shows each reader all that was acknowledged
// before they asked.
namespace langnghe::api::spec {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view kHistory = "issues/i-1/history";

Request may_wait(Request request) {
  request.wait_until = Clock::now() + std::chrono::seconds(30);
  return request;
}

/// The request again, as a server hands it over after a wait.
Request again(Request request, const Response& not_yet) {
  request.waited = not_yet.waited;
  return request;
}

class SharedAnswers : public testing::Test {
 protected:
  SharedAnswers() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    static_cast<void>(world.views());
    world.watched().before_ledger_read = [this] {
      ++ledger_reads;
      if (reader_.load() == std::this_thread::get_id() && !is_stopped_.exchange(true)) {
        reached.count_down();
        go_on.wait();
      }
    };
  }

  /// A reader on a thread of its own, who is stopped in the middle until `go_on`.
  std::future<Response> stopped_reader() {
    return std::async(std::launch::async, [this] {
      reader_ = std::this_thread::get_id();
      return world.application().handle(may_wait(world.read_of(kHistory, "cchc")));
    });
  }

  /// An act on the issue; answers the ledger's size after it.
  std::uint64_t correct(const std::string& subject) {
    world.act("issues/i-1/correct",
              Json{{"field", "subject"}, {"new_value", subject}, {"reason", "Ghi nhầm"}}, "cchc");
    return world.size();
  }

  World world;
  std::latch reached{1};
  std::latch go_on{1};
  std::atomic<int> ledger_reads = 0;

 private:
  std::atomic<std::thread::id> reader_{};
  std::atomic<bool> is_stopped_ = false;
};

TEST_F(SharedAnswers, WhoAsksForWhatIsBeingMadeWaitsWithoutAThreadAndIsGivenTheSame) {
  auto first = stopped_reader();
  reached.wait();
  const auto request = may_wait(world.read_of(kHistory, "cchc"));
  const auto not_yet = world.application().handle(request);
  ASSERT_TRUE(not_yet.not_before);
  EXPECT_FALSE(not_yet.not_before());
  go_on.count_down();
  const auto made = first.get();
  ASSERT_EQ(made.status, 200) << made.body;
  EXPECT_TRUE(not_yet.not_before());

  const int before = ledger_reads;
  const auto given = world.application().handle(again(request, not_yet));
  EXPECT_EQ(given.status, 200);
  EXPECT_EQ(given.body, made.body);
  EXPECT_EQ(ledger_reads, before) << "it was made anew";
}

TEST_F(SharedAnswers, WhoCameAfterAnActIsNotGivenWhatWasBegunBeforeIt) {
  auto first = stopped_reader();
  reached.wait();
  correct("Đèn hẻm 12 hư");
  go_on.count_down();
  const auto before = first.get();
  const auto request = may_wait(world.read_of(kHistory, "cchc"));
  auto answer = world.application().handle(request);
  while (answer.not_before) {
    answer = world.application().handle(again(request, answer));
  }
  ASSERT_EQ(answer.status, 200);
  EXPECT_NE(answer.body, before.body);
}

TEST_F(SharedAnswers, WhoMayNotWaitMakesItThemselves) {
  auto first = stopped_reader();
  reached.wait();
  const auto own = world.application().handle(world.read_of(kHistory, "cchc"));
  go_on.count_down();
  EXPECT_EQ(own.status, 200);
  EXPECT_FALSE(own.not_before);
  EXPECT_EQ(first.get().body, own.body);
}

TEST_F(SharedAnswers, AnAnswerThatIsNotKeptKeepsNobodyWaitingForLong) {
  auto request = may_wait(world.read_of(kHistory, "cchc"));
  request.waited.turns = 2;
  auto first = stopped_reader();
  reached.wait();
  const auto own = world.application().handle(request);
  go_on.count_down();
  EXPECT_EQ(own.status, 200) << "after two waits it is made";
  EXPECT_EQ(first.get().status, 200);
}

TEST_F(SharedAnswers, AReadThatWaitsAsksForWhatWasAcknowledgedWhenItCame) {
  auto request = may_wait(world.read_of("issues", "cchc"));
  const auto came_at = world.size();
  request.waited.must_show = came_at;
  const auto answer = world.application().handle(request);
  EXPECT_EQ(answer.status, 200);
  // One that asks for more than there is waits: nothing else is made of what it learnt before.
  request.waited.must_show = came_at + 1;
  const auto waiting = world.application().handle(request);
  ASSERT_TRUE(waiting.not_before);
  EXPECT_EQ(waiting.waited.must_show, came_at + 1);
}

TEST_F(SharedAnswers, ManyReadersBesideActsEachSeeWhatWasAcknowledgedBeforeTheyAsked) {
  constexpr int kReaders = 8;
  constexpr int kRounds = 40;
  std::atomic<std::uint64_t> acknowledged = world.size();
  std::atomic<bool> is_over = false;
  std::vector<std::jthread> readers;
  const auto request = world.read_of("issues?open=true", "cchc");
  for (int i = 0; i < kReaders; ++i) {
    readers.emplace_back([&] {
      while (!is_over) {
        const std::uint64_t before = acknowledged;
        auto mine = may_wait(request);
        auto answer = world.application().handle(mine);
        while (answer.not_before) {
          std::this_thread::yield();
          mine = again(mine, answer);
          answer = world.application().handle(mine);
        }
        EXPECT_EQ(answer.status, 200);
        EXPECT_GE(Json::parse(answer.body).at("position").get<std::uint64_t>(), before);
      }
    });
  }
  for (int round = 0; round < kRounds; ++round) {
    acknowledged = correct("Đèn hẻm " + std::to_string(round) + " hư");
  }
  is_over = true;
}

TEST(ResponseCache, ANewerAnswerServesWhoAsksForLessAndAnotherDefinitionOrDayDoesNot) {
  ResponseCache cache(std::size_t{1} << 20);
  const domain::Date today{std::chrono::year{2021}, std::chrono::January, std::chrono::day{14}};
  Response answer;
  answer.body = "seven";
  cache.put("list", {7, today, 1}, answer);
  EXPECT_TRUE(cache.find("list", {7, today, 1}));
  EXPECT_TRUE(cache.find("list", {6, today, 1}));
  EXPECT_FALSE(cache.find("list", {8, today, 1}));
  EXPECT_FALSE(cache.find("list", {7, domain::add_days(today, 1), 1}));
  EXPECT_FALSE(cache.find("list", {7, today, 2})) << "rows of another version of the projections";
  Response older;
  older.body = "six";
  cache.put("list", {6, today, 1}, older);
  EXPECT_EQ(cache.find("list", {6, today, 1})->body, "seven") << "the newer one stays";
}

TEST(SharedTurns, OneIsFirstAndTheNextWhenItIsOver) {
  SharedTurns turns;
  std::function<bool()> is_over;
  {
    const auto first = turns.enter("list");
    const auto second = turns.enter("list");
    const auto other = turns.enter("report");
    EXPECT_TRUE(first.is_first());
    EXPECT_FALSE(second.is_first());
    EXPECT_TRUE(other.is_first());
    is_over = second.is_over();
    EXPECT_FALSE(is_over());
  }
  EXPECT_TRUE(is_over()) << "also after the turn it was taken from has gone";
  EXPECT_TRUE(turns.enter("list").is_first());
}

}  // namespace
}  // namespace langnghe::api::spec
