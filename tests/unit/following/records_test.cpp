#include <gtest/gtest.h>

#include <following/catch_up.hpp>

#include "test_consumer.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

/// Reads back the positions that the test says.
class LeapingReader final : public LedgerReader {
 public:
  std::vector<std::uint64_t> positions;

  StoreResult<std::vector<Record>> read_stream(const LedgerId&, const StreamName&, Version,
                                               std::size_t) override {
    return std::vector<Record>{};
  }
  StoreResult<std::vector<Record>> read_ledger(const LedgerId&, Position from,
                                               std::size_t) override {
    std::vector<Record> records;
    for (const auto position : positions) {
      if (position >= from.value) {
        records.push_back({{position}, "record"});
      }
    }
    return records;
  }
  StoreResult<Version> version_of(const LedgerId&, const StreamName&) override { return kAbsent; }
  StoreResult<std::uint64_t> size(const LedgerId& ledger) override { return known_size(ledger); }
  StoreResult<std::vector<LedgerId>> ledgers() override { return known_ledgers(); }
  StoreResult<std::uint64_t> wait_beyond(const LedgerId& ledger, std::uint64_t,
                                         std::chrono::steady_clock::time_point,
                                         std::stop_token) override {
    return known_size(ledger);
  }
  std::uint64_t known_size(const LedgerId&) const override { return 3; }
  std::vector<LedgerId> known_ledgers() const override { return {kWard}; }
};

std::vector<std::uint64_t> visited(const Records& records) {
  std::vector<std::uint64_t> seen;
  const auto count = records.visit([&](Position position, std::string_view) {
    seen.push_back(position.value);
    return true;
  });
  EXPECT_TRUE(count);
  EXPECT_EQ(count.value_or(0), seen.size());
  return seen;
}

TEST(RecordsToTake, AreThoseOfTheirStretch) {
  const auto store = make_memory_store();
  append(*store, kWard, 0, 10);
  const Records records(*store, kWard, {3}, 6);
  EXPECT_FALSE(records.empty());
  EXPECT_EQ(visited(records), (std::vector<std::uint64_t>{3, 4, 5}));
  EXPECT_EQ(visited(records), (std::vector<std::uint64_t>{3, 4, 5})) << "as often as wanted";
  EXPECT_EQ(visited(records.between({1}, 3)), (std::vector<std::uint64_t>{1, 2}));
  EXPECT_TRUE(records.between({6}, 6).empty());
  EXPECT_TRUE(visited(records.between({6}, 6)).empty());
  EXPECT_EQ(visited(Records(*store, kWard, {8}, 20)), (std::vector<std::uint64_t>{8, 9}))
      << "a ledger may be shorter than was said";
}

TEST(RecordsToTake, EndWhereTheVisitorOrAStopSaysSo) {
  const auto store = make_memory_store();
  append(*store, kWard, 0, 10);
  std::stop_source source;
  const Records records(*store, kWard, {0}, 10, source.get_token());
  EXPECT_EQ(records.visit([](Position at, std::string_view) { return at.value < 4; }), 5u);
  std::uint64_t seen = 0;
  EXPECT_EQ(records.visit([&](Position, std::string_view) {
    if (++seen == 3) {
      source.request_stop();
    }
    return true;
  }),
            3u);
}

TEST(RecordsToTake, AGapOrARepeatIsCorruption) {
  for (const auto& positions : {std::vector<std::uint64_t>{0, 2}, {0, 0, 1}}) {
    LeapingReader store;
    store.positions = positions;
    const auto count =
        Records(store, kWard, {0}, 3).visit([](Position, std::string_view) { return true; });
    ASSERT_FALSE(count);
    EXPECT_EQ(count.error().code, StoreErrorCode::corrupt);
  }
}

TEST(CatchingUp, HandsOverThePresentLedgerOnTheCallingThread) {
  const auto store = make_memory_store();
  append(*store, kWard, 0, 25);
  TestConsumer consumer;
  ASSERT_TRUE(catch_up(consumer, *store, kWard, 10));
  EXPECT_EQ(consumer.seen().positions, positions_up_to(25));
  EXPECT_EQ(consumer.seen().takes.size(), 3u);
  EXPECT_EQ(consumer.seen().thread, std::this_thread::get_id());
}

TEST(CatchingUp, EndsWithTheFirstFailure) {
  const auto store = make_memory_store();
  append(*store, kWard, 0, 25);
  TestConsumer consumer;
  consumer.before_take = [](std::size_t take) -> Outcome {
    return take == 1 ? std::unexpected(Failure{"disk"}) : Outcome{};
  };
  EXPECT_EQ(catch_up(consumer, *store, kWard, 10).error().what, "disk");
  EXPECT_EQ(consumer.seen().positions, positions_up_to(10));
}

TEST(CatchingUp, DoesNotWaitForRecordsThatAreNotThere) {
  LeapingReader store;
  store.positions = {0, 1};  // of three, as the size says
  TestConsumer consumer;
  EXPECT_FALSE(catch_up(consumer, store, kWard));
}

}  // namespace
}  // namespace langnghe::test
