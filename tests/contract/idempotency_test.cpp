#include "commit_builder.hpp"
#include "engine.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

class Idempotency : public StoreContract {};

TEST_P(Idempotency, TheSameKeyGetsTheFirstAnswer) {
  const Commit original = commit("k1", {event("a", 1), event("b", 2)}, {at_version("a", 0)});
  ASSERT_EQ(store().append(original), (Committed{{0}, 2, false}));
  EXPECT_EQ(store().append(original), (Committed{{0}, 2, true}));
  EXPECT_EQ(store().size(kWard), 2u);
}

TEST_P(Idempotency, AnAnswerIsRepeatedWhenTheExpectationsNoLongerHold) {
  const Commit original = commit("k1", {event("a", 1)}, {at_version("a", 0)});
  ASSERT_TRUE(store().append(original));
  ASSERT_TRUE(store().append(commit("k2", {event("a", 2)}, {at_version("a", 1)})));
  EXPECT_EQ(store().append(original), (Committed{{0}, 1, true}));
}

TEST_P(Idempotency, TheSameKeyWithAnotherBodyIsRefused) {
  ASSERT_TRUE(store().append(commit("k1", {event("a", 1)})));
  Commit other = commit("k1", {event("a", 1)});
  other.request_hash = "another hash";
  const auto answer = store().append(other);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, StoreErrorCode::key_reused);
  EXPECT_EQ(store().size(kWard), 1u);
  const auto found = store().find(kWard, "k1", "another hash");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, StoreErrorCode::key_reused);
}

TEST_P(Idempotency, FindAnswersWhatAppendAnswered) {
  EXPECT_EQ(store().find(kWard, "k1", "hash of k1").value(), std::nullopt);
  ASSERT_TRUE(store().append(commit("k0", {event("a", 1)})));
  ASSERT_TRUE(store().append(commit("k1", {event("a", 2), event("a", 3)})));
  EXPECT_EQ(store().find(kWard, "k1", "hash of k1").value(), (Committed{{1}, 2, true}));
  EXPECT_EQ(store().find(kOtherWard, "k1", "hash of k1").value(), std::nullopt);
}

TEST_P(Idempotency, AKeyMayHoldAnyByte) {
  const std::string strange("a\0b\xff\n\"", 6);
  ASSERT_EQ(store().append(commit(strange, {event("a", 1)})), (Committed{{0}, 1, false}));
  EXPECT_EQ(store().append(commit(strange, {event("a", 1)})), (Committed{{0}, 1, true}));
  EXPECT_EQ(store().append(commit("a", {event("a", 1)})), (Committed{{1}, 1, false}));
}

TEST_P(Idempotency, ARefusedCommitMayTryAgainUnderItsKey) {
  ASSERT_FALSE(store().append(commit("k1", {event("a", 1)}, {at_version("a", 1)})));
  EXPECT_EQ(store().append(commit("k1", {event("a", 1)}, {at_version("a", 0)})),
            (Committed{{0}, 1, false}));
}

ON_EVERY_ENGINE(Idempotency);

}  // namespace
}  // namespace langnghe::test
