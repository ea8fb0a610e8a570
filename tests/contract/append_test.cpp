#include <ledger/record.hpp>

#include "commit_builder.hpp"
#include "engine.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

class Appending : public StoreContract {
 protected:
  // The commit must be refused and leave no trace.
  StoreError refused(Commit commit) {
    const auto before = read_all(store()).size();
    const auto key = commit.idempotency_key;
    const auto hash = commit.request_hash;
    const auto answer = store().append(std::move(commit));
    EXPECT_FALSE(answer.has_value());
    EXPECT_EQ(read_all(store()).size(), before);
    EXPECT_EQ(store().size(kWard), before);
    const auto found = store().find(kWard, key, hash);
    EXPECT_TRUE(found && !*found) << "a refused commit used up its key";
    return answer ? StoreError{} : answer.error();
  }

  void stored(Commit commit) {
    const auto answer = store().append(std::move(commit));
    ASSERT_TRUE(answer.has_value()) << answer.error().context;
  }
};

TEST_P(Appending, APositionFollowsTheOneBefore) {
  EXPECT_EQ(store().append(commit("k1", {event("a", 1), event("b", 2)})),
            (Committed{{0}, 2, false}));
  EXPECT_EQ(store().append(commit("k2", {event("a", 3)})), (Committed{{2}, 1, false}));
  EXPECT_EQ(store().size(kWard), 3u);
  const auto all = read_all(store());
  ASSERT_EQ(all.size(), 3u);
  for (std::uint64_t position = 0; position < all.size(); ++position) {
    EXPECT_EQ(all[position].position, Position{position});
  }
}

TEST_P(Appending, ARecordHoldsWhatTheCommitSaid) {
  Commit original = commit("k1", {event("issue-1", 7)});
  original.causation = "cause";
  original.events[0].happened = "2021-03-12T19:30:00+07:00";
  original.events[0].data = R"({"lượt":7,"đường":"Nguyễn Huệ"})";
  stored(original);
  const auto all = read_all(store());
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].bytes, *encode(original, original.events[0], {1}, original.recorded));
  const auto record = parse(all[0].bytes);
  ASSERT_TRUE(record) << record.error();
  EXPECT_EQ(record->data, original.events[0].data);
  EXPECT_EQ(record->version, Version{1});
}

TEST_P(Appending, NothingIsStoredOnceWritingIsStopped) {
  stored(commit("k1", {event("a", 1)}));
  EXPECT_TRUE(store().writable());
  store().stop_writing("the first reason");
  store().stop_writing("a later one");
  EXPECT_FALSE(store().writable());
  const auto error = refused(commit("k2", {event("a", 2)}));
  EXPECT_EQ(error.code, StoreErrorCode::ledger_differs);
  EXPECT_EQ(error.context, "writing was stopped: the first reason");
  EXPECT_EQ(store().find(kWard, "k1", "hash of k1").value(), (Committed{{0}, 1, true}));
}

TEST_P(Appending, VersionsOfOneStreamInOneCommitFollowEachOther) {
  stored(commit("k1", {event("a", 1), event("b", 2), event("a", 3)}));
  stored(commit("k2", {event("a", 4), event("a", 5)}, {at_version("a", 2)}));
  const auto records = store().read_stream(kWard, {"a"}, kAbsent, 100);
  ASSERT_TRUE(records);
  ASSERT_EQ(records->size(), 4u);
  for (std::uint64_t index = 0; index < 4; ++index) {
    EXPECT_EQ(parse((*records)[index].bytes)->version, Version{index + 1});
  }
  EXPECT_EQ(store().version_of(kWard, {"a"}), Version{4});
  EXPECT_EQ(store().version_of(kWard, {"b"}), Version{1});
  EXPECT_EQ(store().version_of(kWard, {"c"}), kAbsent);
}

TEST_P(Appending, AConflictNamesTheStreamAndItsVersion) {
  stored(commit("k1", {event("a", 1), event("a", 2), event("b", 3)}));
  const auto error =
      refused(commit("k2", {event("b", 4)}, {at_version("b", 1), at_version("a", 1)}));
  EXPECT_EQ(error.code, StoreErrorCode::conflict);
  EXPECT_EQ(error.stream, StreamName{"a"});
  EXPECT_EQ(error.actual, Version{2});
}

TEST_P(Appending, AnExpectationOfMoreThanThereIsIsAConflict) {
  const auto error = refused(commit("k1", {event("a", 1)}, {at_version("a", 5)}));
  EXPECT_EQ(error.code, StoreErrorCode::conflict);
  EXPECT_EQ(error.actual, kAbsent);
  stored(commit("k2", {event("a", 1), event("a", 2)}));
  EXPECT_EQ(refused(commit("k3", {}, {at_version("a", 3)})).actual, Version{2});
}

TEST_P(Appending, AStreamThatIsThereIsNotAbsent) {
  stored(commit("k1", {event("a", 1)}, {at_version("a", 0)}));
  const auto error = refused(commit("k2", {event("a", 2)}, {at_version("a", 0)}));
  EXPECT_EQ(error.code, StoreErrorCode::conflict);
  EXPECT_EQ(error.actual, Version{1});
}

TEST_P(Appending, AStreamThatIsOnlyReadIsCheckedToo) {
  stored(commit("k1", {event("policy", 1)}));
  stored(commit("k2", {event("issue-1", 2)}, {at_version("policy", 1)}));
  EXPECT_EQ(store().version_of(kWard, {"policy"}), Version{1});
  stored(commit("k3", {event("policy", 3)}));
  const auto error = refused(commit("k4", {event("issue-2", 4)}, {at_version("policy", 1)}));
  EXPECT_EQ(error.code, StoreErrorCode::conflict);
  EXPECT_EQ(error.stream, StreamName{"policy"});
  EXPECT_EQ(error.actual, Version{2});
}

TEST_P(Appending, TwoExpectationsOfOneStreamMustBothHold) {
  stored(commit("k1", {event("a", 1)}));
  const auto error = refused(commit("k2", {}, {at_version("a", 1), at_version("a", 2)}));
  EXPECT_EQ(error.code, StoreErrorCode::conflict);
}

TEST_P(Appending, NothingOfACommitIsStoredWhenOneStreamIsInTheWay) {
  stored(commit("k1", {event("b", 1)}));
  refused(commit("k2", {event("a", 2), event("b", 3)}, {at_version("a", 0), at_version("b", 0)}));
  EXPECT_EQ(store().version_of(kWard, {"a"}), kAbsent);
  EXPECT_TRUE(store().read_stream(kWard, {"a"}, kAbsent, 10)->empty());
}

TEST_P(Appending, ACommitWithoutEventsRecordsItsKeyOnly) {
  stored(commit("k1", {event("a", 1)}));
  EXPECT_EQ(store().append(commit("k2", {})), (Committed{{1}, 0, false}));
  EXPECT_EQ(store().append(commit("k2", {})), (Committed{{1}, 0, true}));
  EXPECT_EQ(store().size(kWard), 1u);
}

TEST_P(Appending, ALedgerComesIntoBeingWithItsFirstCommit) {
  EXPECT_TRUE(store().ledgers()->empty());
  EXPECT_EQ(store().size(kWard), 0u);
  stored(commit("k1", {event("a", 1)}));
  EXPECT_EQ(store().ledgers(), (std::vector<LedgerId>{kWard}));
}

TEST_P(Appending, LedgersAreIndependent) {
  Commit elsewhere = commit("k1", {event("a", 9), event("a", 8)}, {at_version("a", 0)});
  elsewhere.ledger = kOtherWard;
  stored(commit("k1", {event("a", 1)}, {at_version("a", 0)}));
  EXPECT_EQ(store().append(elsewhere), (Committed{{0}, 2, false}));
  EXPECT_EQ(store().size(kWard), 1u);
  EXPECT_EQ(store().size(kOtherWard), 2u);
  EXPECT_EQ(store().version_of(kWard, {"a"}), Version{1});
  EXPECT_EQ(store().ledgers(), (std::vector<LedgerId>{kOtherWard, kWard}));
  EXPECT_EQ(parse(read_all(store(), kOtherWard)[0].bytes)->ledger, kOtherWard.value);
}

TEST_P(Appending, ALedgerWhoseNameBeginsLikeAnotherIsAnother) {
  Commit longer = commit("k1", {event("a", 1)});
  longer.ledger = {kWard.value + "-2"};
  stored(longer);
  EXPECT_TRUE(read_all(store()).empty());
  EXPECT_EQ(store().version_of(kWard, {"a"}), kAbsent);
  stored(commit("k2", {event("a-b", 1)}));
  EXPECT_EQ(store().version_of(kWard, {"a"}), kAbsent);
}

TEST_P(Appending, RecordTimeNeverRunsBackwards) {
  const auto append_at = [this](std::string key, std::string recorded) {
    Commit next = commit(key, {event("a", 1)});
    next.recorded = std::move(recorded);
    stored(next);
  };
  append_at("k1", "2021-03-12T10:00:00.500Z");
  append_at("k2", "2021-03-12T09:00:00.000Z");
  (void)reopen();
  append_at("k3", "2021-03-12T10:00:00.499Z");
  append_at("k4", "2021-03-12T10:00:00.501Z");
  std::vector<std::string> times;
  for (const Record& record : read_all(store())) {
    times.emplace_back(parse(record.bytes)->recorded);
  }
  EXPECT_EQ(times,
            (std::vector<std::string>{"2021-03-12T10:00:00.500Z", "2021-03-12T10:00:00.500Z",
                                      "2021-03-12T10:00:00.500Z", "2021-03-12T10:00:00.501Z"}));
}

ON_EVERY_ENGINE(Appending);

}  // namespace
}  // namespace langnghe::test
