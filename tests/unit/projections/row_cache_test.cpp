#include "running/row_cache.hpp"

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

Counters written(RowCache& cache) {
  cache.write_back();
  Counters rows;
  for (const auto& [key, value] : cache.rows().changes()) {
    rows[std::string(key)] = value ? row::from_bytes<std::int64_t>(*value) : -1;  // -1: erased
  }
  return rows;
}

class RowCacheTest : public testing::Test {
 protected:
  RowCacheTest() { below_.rows = {{"a", 1}, {"b", 2}}; }
  CountingView below_;
};

TEST_F(RowCacheTest, AStructIsReadOnceHoweverOftenItChanges) {
  RowCache cache(below_, 10);
  for (int i = 0; i < 5; ++i) {
    ++*cache.change<std::int64_t>("a");
    cache.evict_if_full();
  }
  EXPECT_EQ(below_.gets, 1);
  EXPECT_TRUE(cache.rows().changes().empty()) << "nothing is written before it must be";
  EXPECT_EQ(written(cache), (Counters{{"a", 6}}));
}

TEST_F(RowCacheTest, WhatWasOnlyReadIsNotWritten) {
  RowCache cache(below_, 10);
  EXPECT_EQ(*cache.find<std::int64_t>("a"), 1);
  EXPECT_EQ(cache.find<std::int64_t>("none"), nullptr);
  EXPECT_EQ(cache.change<std::int64_t>("none"), nullptr);
  EXPECT_TRUE(written(cache).empty());
}

TEST_F(RowCacheTest, WithoutRoomEveryStructIsWrittenBackAndReadAgain) {
  RowCache cache(below_, 0);
  for (int i = 0; i < 3; ++i) {
    ++cache.make<std::int64_t>("a");
    cache.evict_if_full();
    EXPECT_EQ(cache.rows().changes().size(), 1U);
  }
  EXPECT_EQ(below_.gets, 1) << "after that the changed row is its own";
  EXPECT_EQ(written(cache), (Counters{{"a", 4}}));
}

TEST_F(RowCacheTest, StructsStayUntilThereAreTooMany) {
  RowCache cache(below_, 2);
  cache.make<std::int64_t>("x") = 7;
  cache.make<std::int64_t>("y") = 8;
  cache.evict_if_full();
  EXPECT_TRUE(cache.rows().changes().empty());
  auto& third = cache.make<std::int64_t>("z");
  third = 9;
  cache.evict_if_full();
  EXPECT_EQ(cache.rows().changes().size(), 3U);
  EXPECT_EQ(written(cache), (Counters{{"x", 7}, {"y", 8}, {"z", 9}}));
}

TEST_F(RowCacheTest, WhatIsRemovedIsGoneAndMayComeAgain) {
  RowCache cache(below_, 10);
  cache.make<std::int64_t>("a") = 5;
  cache.remove("a");
  EXPECT_EQ(cache.find<std::int64_t>("a"), nullptr);
  EXPECT_EQ(cache.make<std::int64_t>("a"), 0) << "a new one";
  cache.remove("b");
  EXPECT_EQ(written(cache), (Counters{{"a", 0}, {"b", -1}}));
}

TEST_F(RowCacheTest, WhatIsSetStandsInsteadOfWhatWasThere) {
  RowCache cache(below_, 10);
  ++*cache.change<std::int64_t>("a");
  cache.set<std::int64_t>("a", 40);
  ++cache.make<std::int64_t>("a");
  cache.set<std::int64_t>("new", 3);
  EXPECT_EQ(below_.gets, 1);
  EXPECT_EQ(written(cache), (Counters{{"a", 41}, {"new", 3}}));
}

TEST_F(RowCacheTest, AKeyBelongsToStructsOfOneType) {
  RowCache cache(below_, 10);
  (void)cache.make<std::int64_t>("a");
  EXPECT_DEATH((void)cache.make<std::string>("a"), "typeid");
}

}  // namespace
}  // namespace langnghe::projections
