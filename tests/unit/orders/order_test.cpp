#include <gtest/gtest.h>

#include <orders/failure_words.hpp>
#include <orders/order.hpp>

namespace langnghe::orders::test {
namespace {

const domain::Instant kNow = domain::parse_instant("2021-03-12T15:00:00+07:00").value();

domain::Command some_command() {
  return domain::ResidentCommand(
      domain::WithholdIdentity{domain::ResidentId{"r-1"}, "xin giấu tên"});
}

Surroundings of_a_clerk() {
  return {.ledger = {"tan-quy-dong"},
          .actor = {domain::UserId{"lan"}, domain::Role::clerk, {domain::KhomId{"tan-my"}}},
          .now = kNow,
          .key = "lan:k-1"};
}

TEST(MakeOrder, SaysTheSameOfTheActorToTheRulesAndToTheRecord) {
  const auto order = make_order(some_command(), of_a_clerk());
  EXPECT_EQ(order.ledger.value, "tan-quy-dong");
  EXPECT_EQ(order.context.actor.user.value, "lan");
  EXPECT_EQ(order.context.actor.khoms.size(), 1U);
  EXPECT_EQ(order.actor, (eventstore::Actor{"lan", "clerk"}));
  EXPECT_EQ(order.context.now, kNow);
  EXPECT_EQ(order.recorded, "2021-03-12T08:00:00.000Z");
}

TEST(MakeOrder, AnActHappenedNowUnlessItIsSaid) {
  auto around = of_a_clerk();
  EXPECT_EQ(make_order(some_command(), around).context.happened, domain::happened_at(kNow));
  around.happened = domain::parse_happened("2021-03-10");
  EXPECT_EQ(make_order(some_command(), around).context.happened, around.happened);
}

TEST(MakeOrder, TheKeyStandsForItselfUnlessItIsSaid) {
  auto around = of_a_clerk();
  EXPECT_EQ(make_order(some_command(), around).idempotency_key, "lan:k-1");
  EXPECT_EQ(make_order(some_command(), around).request_hash, "lan:k-1");
  around.request_hash = "of the body";
  EXPECT_EQ(make_order(some_command(), around).request_hash, "of the body");
}

TEST(MakeOrder, TheRequestAndTheCauseAreHandedOn) {
  auto around = of_a_clerk();
  around.correlation = "request";
  around.causation = "record";
  const auto order = make_order(some_command(), around);
  EXPECT_EQ(order.correlation, "request");
  EXPECT_EQ(order.causation, "record");
}

TEST(WordsOfAFailure, AreACodeOrWhatTheMachineSays) {
  using eventstore::StoreError;
  using eventstore::StoreErrorCode;
  const Failure refusal(domain::Refusal{domain::RefusalCode::issue_open, {{"issue", "i-1"}}});
  EXPECT_EQ(words_of(refusal), "issue_open");
  EXPECT_TRUE(is_refused(refusal));
  const Failure fault(StoreError{StoreErrorCode::disk_full, "no room", {}, {}});
  EXPECT_EQ(words_of(fault), "no room");
  EXPECT_FALSE(is_refused(fault));
  EXPECT_EQ(words_of(Failure(command::Unreadable{{7}, "no JSON"})), "record 7: no JSON");
  EXPECT_EQ(words_of(Failure(command::Stale{{"issue-i-1"}, {1}, {2}})), "stale");
}

}  // namespace
}  // namespace langnghe::orders::test
