#include "running/workbench.hpp"

#include <map>

#include <gtest/gtest.h>

#include "storage/memory_view.hpp"

namespace langnghe::projections {
namespace {

using Counters = std::map<std::string, std::int64_t>;

/// Counts what is asked of the rows below.
class CountingView final : public ViewReader {
 public:
  Counters rows;
  mutable int gets = 0;

  [[nodiscard]] std::optional<std::string> get(std::string_view key) const override {
    ++gets;
    const auto found = rows.find(std::string(key));
    return found == rows.end() ? std::nullopt : std::optional(row::to_bytes(found->second));
  }
  void scan(std::string_view, std::string_view,
            const std::function<bool(std::string_view, std::string_view)>&) const override {}
};

Counters written(Workbench& bench) {
  bench.put_away();
  Counters rows;
  for (const auto& [key, value] : bench.rows().changes()) {
    rows[std::string(key)] = value ? row::from_bytes<std::int64_t>(*value) : -1;  // -1: erased
  }
  return rows;
}

class WorkbenchTest : public testing::Test {
 protected:
  WorkbenchTest() { below_.rows = {{"a", 1}, {"b", 2}}; }
  CountingView below_;
};

TEST_F(WorkbenchTest, AThingIsReadOnceHoweverOftenItChanges) {
  Workbench bench(below_, 10);
  for (int i = 0; i < 5; ++i) {
    ++*bench.change<std::int64_t>("a");
    bench.tidy();
  }
  EXPECT_EQ(below_.gets, 1);
  EXPECT_TRUE(bench.rows().changes().empty()) << "nothing is written before it must be";
  EXPECT_EQ(written(bench), (Counters{{"a", 6}}));
}

TEST_F(WorkbenchTest, WhatWasOnlyReadIsNotWritten) {
  Workbench bench(below_, 10);
  EXPECT_EQ(*bench.find<std::int64_t>("a"), 1);
  EXPECT_EQ(bench.find<std::int64_t>("none"), nullptr);
  EXPECT_EQ(bench.change<std::int64_t>("none"), nullptr);
  EXPECT_TRUE(written(bench).empty());
}

TEST_F(WorkbenchTest, WithoutRoomEveryThingIsPutAwayAndTakenOutAgain) {
  Workbench bench(below_, 0);
  for (int i = 0; i < 3; ++i) {
    ++bench.make<std::int64_t>("a");
    bench.tidy();
    EXPECT_EQ(bench.rows().changes().size(), 1U);
  }
  EXPECT_EQ(below_.gets, 1) << "after that the changed row is its own";
  EXPECT_EQ(written(bench), (Counters{{"a", 4}}));
}

TEST_F(WorkbenchTest, ThingsStayUntilThereAreTooMany) {
  Workbench bench(below_, 2);
  bench.make<std::int64_t>("x") = 7;
  bench.make<std::int64_t>("y") = 8;
  bench.tidy();
  EXPECT_TRUE(bench.rows().changes().empty());
  auto& third = bench.make<std::int64_t>("z");
  third = 9;
  bench.tidy();
  EXPECT_EQ(bench.rows().changes().size(), 3U);
  EXPECT_EQ(written(bench), (Counters{{"x", 7}, {"y", 8}, {"z", 9}}));
}

TEST_F(WorkbenchTest, WhatIsRemovedIsGoneAndMayComeAgain) {
  Workbench bench(below_, 10);
  bench.make<std::int64_t>("a") = 5;
  bench.remove("a");
  EXPECT_EQ(bench.find<std::int64_t>("a"), nullptr);
  EXPECT_EQ(bench.make<std::int64_t>("a"), 0) << "a new one";
  bench.remove("b");
  EXPECT_EQ(written(bench), (Counters{{"a", 0}, {"b", -1}}));
}

TEST_F(WorkbenchTest, WhatIsSetStandsInsteadOfWhatWasThere) {
  Workbench bench(below_, 10);
  ++*bench.change<std::int64_t>("a");
  bench.set<std::int64_t>("a", 40);
  ++bench.make<std::int64_t>("a");
  bench.set<std::int64_t>("new", 3);
  EXPECT_EQ(below_.gets, 1);
  EXPECT_EQ(written(bench), (Counters{{"a", 41}, {"new", 3}}));
}

TEST_F(WorkbenchTest, AKeyBelongsToThingsOfOneType) {
  Workbench bench(below_, 10);
  (void)bench.make<std::int64_t>("a");
  EXPECT_DEATH((void)bench.make<std::string>("a"), "typeid");
}

}  // namespace
}  // namespace langnghe::projections
