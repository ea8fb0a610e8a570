#include <ledger/record.hpp>
#include <ledger/staged_ledger.hpp>

#include "commit_builder.hpp"
#include "engine.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

class Drafting : public StoreContract {
 protected:
  void stored(Commit commit) {
    const auto answer = store().append(std::move(commit));
    ASSERT_TRUE(answer.has_value()) << answer.error().context;
  }
  std::unique_ptr<StagedLedger> begin() { return StagedLedger::begin(store(), kWard).value(); }
};

std::vector<std::string> bytes_of(const std::vector<Record>& records) {
  std::vector<std::string> bytes;
  for (const auto& record : records) {
    bytes.push_back(std::to_string(record.position.value) + ' ' + record.bytes);
  }
  return bytes;
}

TEST_P(Drafting, ADraftIsReadAsTheLedgerItWillBe) {
  stored(commit("k0", {event("a", 0), event("b", 1)}));
  const auto draft = begin();
  EXPECT_EQ(draft->append(commit("k1", {event("a", 2)}, {at_version("a", 1)})),
            (Committed{{2}, 1, false}));
  EXPECT_EQ(draft->append(commit("k2", {event("c", 3), event("a", 4)}, {at_version("a", 2)})),
            (Committed{{3}, 2, false}));
  EXPECT_EQ(store().size(kWard), 2u);
  EXPECT_EQ(draft->size(kWard), 5u);
  const auto ledger = bytes_of(read_all(*draft));
  const auto stream = bytes_of(draft->read_stream(kWard, {"a"}, kAbsent, 10).value());
  const auto later = bytes_of(draft->read_stream(kWard, {"a"}, {2}, 10).value());
  EXPECT_EQ(stream.size(), 3u);
  EXPECT_EQ(later.size(), 1u);
  EXPECT_EQ(draft->read_stream(kWard, {"a"}, {3}, 10)->size(), 0u);
  EXPECT_EQ(draft->read_stream(kWard, {"a"}, {0}, 2)->size(), 2u);
  EXPECT_EQ(draft->version_of(kWard, {"a"}), Version{3});
  ASSERT_TRUE(draft->commit().has_value());
  EXPECT_EQ(bytes_of(read_all(store())), ledger);
  EXPECT_EQ(bytes_of(store().read_stream(kWard, {"a"}, kAbsent, 10).value()), stream);
  EXPECT_EQ(store().find(kWard, "k2", "hash of k2").value(), (Committed{{3}, 2, true}));
}

TEST_P(Drafting, NothingOfADraftThatIsNotMadeIsStored) {
  stored(commit("k0", {event("a", 0)}));
  {
    const auto draft = begin();
    ASSERT_TRUE(draft->append(commit("k1", {event("a", 1)})).has_value());
  }
  EXPECT_EQ(store().size(kWard), 1u);
  EXPECT_FALSE(store().find(kWard, "k1", "hash of k1")->has_value());
}

TEST_P(Drafting, AKeyIsAnsweredAgainInTheDraftAndFromTheLedger) {
  stored(commit("k0", {event("a", 0)}));
  const auto draft = begin();
  EXPECT_EQ(draft->append(commit("k0", {event("a", 0)})), (Committed{{0}, 1, true}));
  ASSERT_TRUE(draft->append(commit("k1", {event("a", 1)})).has_value());
  EXPECT_EQ(draft->append(commit("k1", {event("a", 1)})), (Committed{{1}, 1, true}));
  auto other = commit("k1", {event("a", 1)});
  other.request_hash = "another";
  EXPECT_EQ(draft->append(other).error().code, StoreErrorCode::key_reused);
  ASSERT_TRUE(draft->commit().has_value());
  EXPECT_EQ(store().size(kWard), 2u);
}

TEST_P(Drafting, WhatOthersDoMeanwhileIsNotSeenAndMakesAConflictWhereItMatters) {
  stored(commit("k0", {event("a", 0)}));
  const auto draft = begin();
  stored(commit("theirs", {event("a", 1), event("b", 2)}));
  EXPECT_EQ(draft->size(kWard), 1u);
  EXPECT_EQ(draft->version_of(kWard, {"a"}), Version{1});
  EXPECT_EQ(draft->read_stream(kWard, {"a"}, kAbsent, 10)->size(), 1u);
  EXPECT_EQ(read_all(*draft).size(), 1u);
  EXPECT_EQ(draft->version_of(kWard, {"b"}), kAbsent);
  ASSERT_TRUE(draft->append(commit("k1", {event("a", 3)}, {at_version("a", 1)})).has_value());
  const auto refused = draft->commit();
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, StoreErrorCode::conflict);
  EXPECT_EQ(store().size(kWard), 3u);

  const auto beside = begin();
  stored(commit("more", {event("z", 4)}));
  ASSERT_TRUE(beside->append(commit("k2", {event("a", 5)}, {at_version("a", 2)})).has_value());
  ASSERT_TRUE(beside->commit().has_value());
  EXPECT_EQ(store().find(kWard, "k2", "hash of k2").value(), (Committed{{4}, 1, true}));
}

TEST_P(Drafting, AKeyThatOthersUseMeanwhileEndsTheDraft) {
  const auto draft = begin();
  stored(commit("k1", {event("a", 1)}));
  EXPECT_FALSE(draft->overtaken());
  EXPECT_EQ(draft->append(commit("k1", {event("a", 1)})).error().code, StoreErrorCode::conflict);
  EXPECT_TRUE(draft->overtaken());
  EXPECT_FALSE(draft->commit().has_value());
}

ON_EVERY_ENGINE(Drafting);

}  // namespace
}  // namespace langnghe::test
