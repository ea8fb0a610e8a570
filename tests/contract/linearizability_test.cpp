// Many clients at once; afterwards one order of all their calls must explain every answer.

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "engine.hpp"
#include "linearizable.hpp"
#include "random_client.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

class Linearizability : public StoreContract {};

TEST_P(Linearizability, OneOrderExplainsAllAnswersOf64Clients) {
  constexpr std::size_t kClients = 64;
  constexpr std::size_t kCalls = 20'000;
  constexpr auto kTime = std::chrono::seconds(5);
  const char* const given = std::getenv("LANGNGHE_SEED");
  const std::uint64_t seed =
      given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  SCOPED_TRACE("LANGNGHE_SEED=" + std::to_string(seed));
  const TemporaryDirectory directory(Medium::memory);
  History history(directory.path() / "history", kCalls);
  const auto end = std::chrono::steady_clock::now() + kTime;
  {
    std::vector<std::jthread> threads;
    for (std::size_t client = 0; client < kClients; ++client) {
      threads.emplace_back([&, client] {
        try {
          RandomClient calls(store(), history, seed + client);
          while (std::chrono::steady_clock::now() < end && calls.step()) {
          }
        } catch (const std::exception& fault) {
          ADD_FAILURE() << fault.what();
        }
      });
    }
  }
  const auto operations = history.operations();
  const auto ledger = placed_in(store());
  EXPECT_EQ(not_linearizable(operations, ledger), "");
  EXPECT_GT(ledger.size(), kClients) << "too little was written to show anything";
  EXPECT_GT(std::ranges::count(operations, Answer::conflict, &Operation::answer), 0)
      << "nobody was in anybody's way";
}

ON_EVERY_ENGINE(Linearizability);

// Histories made by hand, so that the judge is judged. Times are those in the comments' brackets.
class Judge : public testing::Test {
 protected:
  // Stream 0 holds commits 10 and 11, stream 1 holds 20: positions 0, 2 and 1.
  std::vector<Placed> ledger_{{0, 10}, {1, 20}, {0, 11}};
  std::vector<Operation> history_{append(1, 2, 10, 0), append(3, 4, 20, 1), append(5, 6, 11, 2)};

  static Operation append(std::uint64_t from, std::uint64_t to, std::uint64_t commit,
                          std::uint64_t position) {
    Operation made;
    made.invoked = from;
    made.answered = to;
    made.commit = commit;
    made.stream = commit / 20 == 1 ? 1 : 0;
    made.answer = Answer::committed;
    made.value = position;
    return made;
  }
  static Operation read(Call call, std::uint64_t from, std::uint64_t to, std::uint64_t value) {
    Operation made;
    made.call = call;
    made.invoked = from;
    made.answered = to;
    made.answer = Answer::read;
    made.value = value;
    return made;
  }
  std::string judge(const Operation& more) {
    auto all = history_;
    all.push_back(more);
    return not_linearizable(all, ledger_);
  }
};

TEST_F(Judge, LetsAHistoryPassThatOneOrderExplains) {
  EXPECT_EQ(not_linearizable(history_, ledger_), "");
  EXPECT_EQ(judge(read(Call::size, 7, 8, 3)), "");
  EXPECT_EQ(judge(read(Call::version, 4, 8, 1)), "") << "began before the third append ended";
  EXPECT_EQ(judge(read(Call::version, 4, 8, 2)), "");
}

TEST_F(Judge, FindsAReadOfAnOldState) {
  EXPECT_NE(judge(read(Call::version, 7, 8, 1)), "");
  EXPECT_NE(judge(read(Call::size, 7, 8, 2)), "");
  Operation absent = read(Call::find, 7, 8, 0);
  absent.commit = 10;
  absent.answer = Answer::absent;
  EXPECT_NE(judge(absent), "");
}

TEST_F(Judge, FindsAReadOfWhatWasNotThereYet) {
  EXPECT_NE(judge(read(Call::size, 0, 2, 3)), "") << "the third append began later";
}

TEST_F(Judge, FindsTwoReadsThatGoBackInTime) {
  history_[2].invoked = 5;
  history_[2].answered = 20;
  history_.push_back(read(Call::size, 6, 7, 3));
  EXPECT_NE(judge(read(Call::version, 8, 9, 1)), "");
}

TEST_F(Judge, FindsAStreamWithOtherEvents) {
  Operation stream = read(Call::stream, 7, 8, 2);
  stream.digest = add_to_digest(add_to_digest(kEmptyDigest, 10), 11);
  EXPECT_EQ(judge(stream), "");
  stream.digest = add_to_digest(add_to_digest(kEmptyDigest, 11), 10);
  EXPECT_NE(judge(stream), "");
}

TEST_F(Judge, FindsALostADoubledAndAnUnsentCommit) {
  EXPECT_NE(judge(append(7, 8, 12, 3)), "") << "acknowledged and not in the ledger";
  EXPECT_NE(judge(append(7, 8, 11, 2)), "") << "new twice";
  history_.pop_back();
  EXPECT_NE(not_linearizable(history_, ledger_), "") << "nobody made the last one";
}

TEST_F(Judge, FindsACommitThatShouldHaveBeenRefused) {
  history_[2].expected = 0;
  EXPECT_NE(not_linearizable(history_, ledger_), "");
  history_[2].expected = 1;
  EXPECT_EQ(not_linearizable(history_, ledger_), "");
  history_[2].also = 1;
  history_[2].also_expected = 0;
  EXPECT_NE(not_linearizable(history_, ledger_), "");
}

TEST_F(Judge, FindsARefusalWithoutAReason) {
  Operation refused = append(7, 8, 12, 0);
  refused.answer = Answer::conflict;
  refused.expected = 2;
  refused.value = 2;
  EXPECT_NE(judge(refused), "") << "it was at the version that was expected";
  refused.expected = 1;
  EXPECT_EQ(judge(refused), "");
  refused.value = 1;
  refused.expected = 0;
  EXPECT_NE(judge(refused), "") << "an old version as the reason";
}

TEST_F(Judge, TakesACallWithoutAnAnswerForBothOutcomes) {
  history_[2].answer = Answer::unknown;
  EXPECT_EQ(not_linearizable(history_, ledger_), "") << "it had its effect";
  EXPECT_EQ(judge(read(Call::size, 7, 8, 2)), "") << "perhaps later";
  ledger_.pop_back();
  EXPECT_EQ(not_linearizable(history_, ledger_), "") << "it had none";
  history_ = {append(1, 2, 10, 1), append(3, 4, 20, 2), append(9, 0, 11, 0)};
  history_[2].answer = Answer::unknown;
  ledger_ = {{0, 11}, {0, 10}, {1, 20}};
  EXPECT_NE(not_linearizable(history_, ledger_), "") << "its effect came before it";
}

}  // namespace
}  // namespace langnghe::test
