#include <ledger/limits.hpp>
#include <ledger/record.hpp>

#include "commit_builder.hpp"
#include "engine.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

class Together : public StoreContract {
 protected:
  void stored(Commit commit) {
    const auto answer = store().append(std::move(commit));
    ASSERT_TRUE(answer.has_value()) << answer.error().context;
  }

  /// The commits must be refused and leave no trace.
  StoreError refused(const std::vector<Commit>& commits) {
    const auto before = store().size(kWard).value();
    const auto answer = store().append_together(commits);
    EXPECT_FALSE(answer.has_value());
    EXPECT_EQ(store().size(kWard), before);
    EXPECT_EQ(read_all(store()).size(), before);
    return answer ? StoreError{} : answer.error();
  }

  bool knows(std::string_view key) {
    const auto found = store().find(kWard, key, "hash of " + std::string(key));
    return found && found->has_value();
  }
};

TEST_P(Together, EachCommitHasItsOwnKeyActorAndCause) {
  stored(commit("k0", {event("x", 0)}));
  auto first = commit("k1", {event("a", 1), event("a", 2)});
  auto second = commit("k2", {event("b", 3)});
  second.actor = {"chair", "chair"};
  second.causation = "a cause";
  EXPECT_EQ(store().append_together({first, commit("none", {}), second}),
            (std::vector<Committed>{{{1}, 2, false}, {{3}, 0, false}, {{3}, 1, false}}));
  EXPECT_EQ(store().find(kWard, "k1", "hash of k1").value(), (Committed{{1}, 2, true}));
  EXPECT_EQ(store().find(kWard, "none", "hash of none").value(), (Committed{{3}, 0, true}));
  EXPECT_EQ(store().append(second), (Committed{{3}, 1, true}));
  const auto records = read_all(store());
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[3].bytes, *encode(second, second.events[0], {1}, second.recorded));
}

TEST_P(Together, AnExpectationCountsTheEventsOfTheCommitsBefore) {
  stored(commit("k0", {event("a", 0)}));
  const auto done = store().append_together({
      commit("k1", {event("a", 1), event("b", 2)}, {at_version("a", 1), at_version("b", 0)}),
      commit("k2", {event("b", 3)}, {at_version("a", 2), at_version("b", 1)}),
      commit("k3", {event("a", 4)}, {at_version("b", 2), at_version("a", 2)}),
  });
  ASSERT_TRUE(done.has_value()) << done.error().context;
  EXPECT_EQ(store().version_of(kWard, {"a"}), Version{3});
  EXPECT_EQ(store().version_of(kWard, {"b"}), Version{2});
}

TEST_P(Together, NothingIsStoredWhereOneExpectationDoesNotHold) {
  stored(commit("k0", {event("a", 0)}));
  const auto stale =
      refused({commit("k1", {event("b", 1)}), commit("k2", {event("c", 2)}, {at_version("a", 2)})});
  EXPECT_EQ(stale.code, StoreErrorCode::conflict);
  EXPECT_EQ(stale.stream, StreamName{"a"});
  EXPECT_EQ(stale.actual, Version{1});
  const auto forgotten = refused({commit("k1", {event("a", 1)}, {at_version("a", 1)}),
                                  commit("k2", {event("a", 2)}, {at_version("a", 1)})});
  EXPECT_EQ(forgotten.code, StoreErrorCode::conflict);
  const auto unseen = refused({commit("k1", {event("d", 1)}, {at_version("d", 0)}),
                               commit("k2", {event("d", 2)}, {at_version("d", 0)})});
  EXPECT_EQ(unseen.code, StoreErrorCode::conflict);
  EXPECT_EQ(unseen.stream, StreamName{"d"});
  EXPECT_FALSE(knows("k1"));
  EXPECT_FALSE(knows("k2"));
  stored(commit("k1", {event("b", 1)}, {at_version("b", 0)}));
}

TEST_P(Together, NothingIsStoredWhereAKeyWasUsed) {
  stored(commit("k2", {event("a", 0)}));
  for (int time = 0; time < 2; ++time) {
    const auto used = refused({commit("k1", {event("b", 1)}), commit("k2", {event("a", 0)})});
    EXPECT_EQ(used.code, StoreErrorCode::conflict);
    EXPECT_EQ(used.stream, StreamName{});
  }
  EXPECT_EQ(refused({commit("k2", {event("a", 0)})}).code, StoreErrorCode::conflict);
  EXPECT_FALSE(knows("k1"));
  const auto twice = refused({commit("k3", {event("b", 1)}), commit("k3", {event("b", 2)})});
  EXPECT_EQ(twice.code, StoreErrorCode::invalid);
  EXPECT_FALSE(knows("k3"));
}

TEST_P(Together, TheLimitsOfOneCommitHoldForAll) {
  EXPECT_EQ(refused({}).code, StoreErrorCode::invalid);
  std::vector<NewEvent> half;
  for (std::size_t i = 0; i < kEventsPerCommitMax / 2 + 1; ++i) {
    half.push_back(event("a", i));
  }
  EXPECT_EQ(refused({commit("k1", half), commit("k2", half)}).code, StoreErrorCode::invalid);
  auto elsewhere = commit("k2", {event("b", 1)});
  elsewhere.ledger = kOtherWard;
  EXPECT_EQ(refused({commit("k1", {event("a", 1)}), elsewhere}).code, StoreErrorCode::invalid);
  auto malformed = commit("k2", {event("b", 1)});
  malformed.recorded = "yesterday";
  EXPECT_EQ(refused({commit("k1", {event("a", 1)}), malformed}).code, StoreErrorCode::invalid);
  EXPECT_EQ(refused({commit("", {event("a", 1)})}).code, StoreErrorCode::invalid);
}

TEST_P(Together, TheKeysStayKnownAfterTheStoreIsOpenedAnew) {
  const auto second = commit("k2", {event("b", 2)});
  ASSERT_TRUE(store().append_together({commit("k1", {event("a", 1)}), second}).has_value());
  if (reopen()) {
    EXPECT_EQ(store().append(second), (Committed{{1}, 1, true}));
    EXPECT_EQ(refused({second, commit("k3", {event("c", 3)})}).code, StoreErrorCode::conflict);
  }
}

TEST_P(Together, NothingIsStoredOnceWritingIsStopped) {
  store().stop_writing("it differs");
  EXPECT_EQ(refused({commit("k1", {event("a", 1)})}).code, StoreErrorCode::ledger_differs);
}

ON_EVERY_ENGINE(Together);

}  // namespace
}  // namespace langnghe::test
