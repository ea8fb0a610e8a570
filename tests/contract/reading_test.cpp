#include <limits>

#include <ledger/record.hpp>

#include "commit_builder.hpp"
#include "engine.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

class Reading : public StoreContract {
 protected:
  // Positions 0 to 9 alternate between streams a and b.
  void SetUp() override {
    StoreContract::SetUp();
    for (std::uint64_t number = 0; number < 10; number += 2) {
      ASSERT_TRUE(store().append(
          commit("k" + std::to_string(number), {event("a", number), event("b", number + 1)})));
    }
  }

  static std::vector<std::uint64_t> positions(const StoreResult<std::vector<Record>>& records) {
    std::vector<std::uint64_t> numbers;
    EXPECT_TRUE(records.has_value());
    for (const Record& record : *records) {
      numbers.push_back(record.position.value);
      EXPECT_EQ(parse(record.bytes)->data,
                R"({"number":)" + std::to_string(record.position.value) + "}");
    }
    return numbers;
  }
};

using Numbers = std::vector<std::uint64_t>;
constexpr std::uint64_t kEverything = std::numeric_limits<std::uint64_t>::max();

TEST_P(Reading, AStreamIsReadInItsOwnOrder) {
  EXPECT_EQ(positions(store().read_stream(kWard, {"a"}, kAbsent, 100)), (Numbers{0, 2, 4, 6, 8}));
  EXPECT_EQ(positions(store().read_stream(kWard, {"b"}, {2}, 100)), (Numbers{5, 7, 9}));
  EXPECT_EQ(positions(store().read_stream(kWard, {"b"}, {1}, 2)), (Numbers{3, 5}));
}

TEST_P(Reading, TheLedgerIsReadFromAnyPosition) {
  EXPECT_EQ(positions(store().read_ledger(kWard, {7}, 100)), (Numbers{7, 8, 9}));
  EXPECT_EQ(positions(store().read_ledger(kWard, {3}, 2)), (Numbers{3, 4}));
}

TEST_P(Reading, AVisitIsHandedTheSameRecordsAsARead) {
  const auto visited_from = [&](std::uint64_t from, std::uint64_t limit) {
    std::vector<Record> seen;
    const auto visited =
        store().visit_ledger(kWard, {from}, limit, [&](Position position, std::string_view bytes) {
          seen.push_back({position, std::string(bytes)});
          return true;
        });
    EXPECT_EQ(visited.value(), seen.size());
    return positions(seen);
  };
  EXPECT_EQ(visited_from(0, kEverything), (Numbers{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
  EXPECT_EQ(visited_from(7, 100), (Numbers{7, 8, 9}));
  EXPECT_EQ(visited_from(3, 2), (Numbers{3, 4}));
  EXPECT_EQ(visited_from(3, 0), Numbers{});
  EXPECT_EQ(visited_from(10, 5), Numbers{});
  EXPECT_EQ(visited_from(kEverything, kEverything), Numbers{});
  const auto none = store().visit_ledger(kOtherWard, {0}, kEverything, [](auto, auto) {
    ADD_FAILURE() << "there is no such ledger";
    return true;
  });
  EXPECT_EQ(none.value(), 0u);
}

TEST_P(Reading, AVisitEndsWhenItIsToldTo) {
  std::uint64_t seen = 0;
  const auto visited =
      store().visit_ledger(kWard, {2}, kEverything, [&](Position position, std::string_view) {
        ++seen;
        return position.value < 4;
      });
  EXPECT_EQ(visited.value(), 3u);
  EXPECT_EQ(seen, 3u);
}

TEST_P(Reading, AVisitorMayReadAndAppendMeanwhile) {
  std::uint64_t seen = 0;
  const std::uint64_t size = store().size(kWard).value();
  const auto visited =
      store().visit_ledger(kWard, {0}, size, [&](Position position, std::string_view bytes) {
        EXPECT_EQ(store().read_ledger(kWard, position, 1)->front().bytes, bytes);
        EXPECT_TRUE(
            store().append(commit("while visiting " + std::to_string(seen), {event("c", seen)})));
        ++seen;
        return true;
      });
  EXPECT_EQ(visited.value(), size);
  EXPECT_EQ(store().size(kWard), 2 * size);
}

TEST_P(Reading, BehindTheEndThereIsNothing) {
  constexpr std::uint64_t kLast = std::numeric_limits<std::uint64_t>::max();
  EXPECT_EQ(positions(store().read_ledger(kWard, {10}, 100)), Numbers{});
  EXPECT_EQ(positions(store().read_ledger(kWard, {kLast}, 100)), Numbers{});
  EXPECT_EQ(positions(store().read_stream(kWard, {"a"}, {5}, 100)), Numbers{});
  EXPECT_EQ(positions(store().read_stream(kWard, {"a"}, {kLast}, 100)), Numbers{});
  EXPECT_EQ(positions(store().read_ledger(kWard, {0}, 0)), Numbers{});
  EXPECT_EQ(positions(store().read_stream(kWard, {"a"}, kAbsent, 0)), Numbers{});
}

TEST_P(Reading, WhatIsAbsentHasNoRecords) {
  EXPECT_EQ(positions(store().read_ledger(kOtherWard, {0}, 100)), Numbers{});
  EXPECT_EQ(positions(store().read_stream(kOtherWard, {"a"}, kAbsent, 100)), Numbers{});
  EXPECT_EQ(positions(store().read_stream(kWard, {"c"}, kAbsent, 100)), Numbers{});
  EXPECT_EQ(store().version_of(kOtherWard, {"a"}), kAbsent);
  EXPECT_EQ(store().size(kOtherWard), 0u);
}

TEST_P(Reading, ANameThatIsNotWellFormedReadsNothing) {
  const StreamName crafted{std::string("a\0\0\0\0\0\0\0\0\1", 10)};
  EXPECT_EQ(positions(store().read_stream(kWard, crafted, kAbsent, 100)), Numbers{});
  EXPECT_EQ(store().version_of(kWard, crafted), kAbsent);
  EXPECT_EQ(store().version_of({"Ward"}, {"a"}), kAbsent);
  EXPECT_EQ(positions(store().read_ledger({""}, {0}, 100)), Numbers{});
  EXPECT_EQ(store().find({""}, "k0", "hash of k0").value(), std::nullopt);
}

ON_EVERY_ENGINE(Reading);

}  // namespace
}  // namespace langnghe::test
