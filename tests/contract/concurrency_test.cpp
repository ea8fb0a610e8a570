#include <atomic>
#include <map>
#include <set>
#include <string>
#include <thread>

#include <ledger/record.hpp>

#include "commit_builder.hpp"
#include "engine.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

constexpr int kWriters = 16;
constexpr int kCommitsEach = 60;

class Concurrency : public StoreContract {
 protected:
  template <class Write>
  void in_parallel(const Write& write) {
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < kWriters; ++writer) {
      threads.emplace_back([&write, writer] { write(writer); });
    }
  }
};

// Every writer has a stream of its own and shares one; half of the commits are sent twice.
TEST_P(Concurrency, PositionsHaveNoGapsAndStreamsKeepTheirOrder) {
  std::atomic<int> failures = 0;
  in_parallel([&](int writer) {
    const std::string own = "own-" + std::to_string(writer);
    for (int number = 0; number < kCommitsEach; ++number) {
      const auto next = commit(own + "/" + std::to_string(number),
                               {event(own, static_cast<std::uint64_t>(number)), event("shared", 0)},
                               {at_version(own, static_cast<std::uint64_t>(number))});
      const auto first = store().append(next);
      const auto again = number % 2 == 0 ? store().append(next) : first;
      failures += !first || first->repeated || !again || again->first != first->first ||
                  again->repeated != (number % 2 == 0);
    }
  });
  EXPECT_EQ(failures, 0);

  const auto all = read_all(store());
  ASSERT_EQ(all.size(), 2u * kWriters * kCommitsEach);
  std::map<std::string, std::uint64_t, std::less<>> heads;
  for (std::uint64_t position = 0; position < all.size(); ++position) {
    ASSERT_EQ(all[position].position.value, position);
    const auto record = parse(all[position].bytes);
    ASSERT_TRUE(record);
    ASSERT_EQ(record->version.value, ++heads[std::string(record->stream)]);
    if (record->stream != "shared") {
      ASSERT_EQ(record->data, R"({"number":)" + std::to_string(record->version.value - 1) + "}");
    }
  }
  EXPECT_EQ(heads["shared"], static_cast<std::uint64_t>(kWriters * kCommitsEach));
}

TEST_P(Concurrency, OfThoseWhoExpectTheSameVersionOneWins) {
  for (std::uint64_t round = 0; round < 20; ++round) {
    std::atomic<int> won = 0;
    std::atomic<int> lost = 0;
    in_parallel([&](int writer) {
      const auto answer =
          store().append(commit(std::to_string(round) + "/" + std::to_string(writer),
                                {event("a", round)}, {at_version("a", round)}));
      won += answer.has_value();
      lost += !answer && answer.error().code == StoreErrorCode::conflict &&
              answer.error().actual == Version{round + 1};
    });
    ASSERT_EQ(won, 1);
    ASSERT_EQ(lost, kWriters - 1);
  }
  EXPECT_EQ(store().size(kWard), 20u);
}

TEST_P(Concurrency, OneKeySentByManyActsOnce) {
  for (int round = 0; round < 20; ++round) {
    std::atomic<int> fresh = 0;
    std::atomic<int> repeated = 0;
    std::atomic<int> reused = 0;
    in_parallel([&](int writer) {
      Commit same = commit("key-" + std::to_string(round), {event("a", 1)});
      if (writer % 4 == 3) {
        same.request_hash = "another hash";
      }
      const auto answer = store().append(same);
      fresh += answer && !answer->repeated;
      repeated += answer && answer->repeated;
      reused += !answer && answer.error().code == StoreErrorCode::key_reused;
    });
    ASSERT_EQ(fresh, 1);
    ASSERT_EQ(repeated + reused, kWriters - 1);
    ASSERT_GE(repeated, kWriters / 4 - 1);
  }
  EXPECT_EQ(store().size(kWard), 20u);
}

TEST_P(Concurrency, LedgersOfOneStoreFillSideBySide) {
  in_parallel([&](int writer) {
    for (int number = 0; number < 20; ++number) {
      Commit next = commit(std::to_string(writer) + "/" + std::to_string(number), {event("a", 1)});
      next.ledger = {"ward-" + std::to_string(writer)};
      ASSERT_EQ(store().append(next), (Committed{{static_cast<std::uint64_t>(number)}, 1, false}));
    }
  });
  EXPECT_EQ(store().ledgers()->size(), static_cast<std::size_t>(kWriters));
}

TEST_P(Concurrency, WhatWasAcknowledgedIsRead) {
  in_parallel([&](int writer) {
    const std::string own = "own-" + std::to_string(writer);
    for (std::uint64_t number = 1; number <= 30; ++number) {
      const auto done = store().append(commit(own + "/" + std::to_string(number), {event(own)}));
      ASSERT_TRUE(done);
      ASSERT_GT(*store().size(kWard), done->first.value);
      ASSERT_EQ(store().read_ledger(kWard, done->first, 1)->size(), 1u);
      ASSERT_EQ(store().read_stream(kWard, {own}, {number - 1}, 10)->size(), 1u);
      ASSERT_EQ(store().version_of(kWard, {own}), Version{number});
    }
  });
}

ON_EVERY_ENGINE(Concurrency);

}  // namespace
}  // namespace langnghe::test
