#include <functional>

#include <ledger/limits.hpp>
#include <ledger/record.hpp>

#include "commit_builder.hpp"
#include "engine.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

class Limits : public StoreContract {
 protected:
  // A commit that is fine but for one thing is `invalid`, says why, and stores nothing.
  void expect_invalid(const std::function<void(Commit&)>& spoil, std::string_view part_of_context) {
    Commit spoilt = commit("k1", {event("a", 1), event("a", 2)}, {at_version("a", 0)});
    spoil(spoilt);
    const auto answer = store().append(spoilt);
    ASSERT_FALSE(answer) << part_of_context;
    EXPECT_EQ(answer.error().code, StoreErrorCode::invalid);
    EXPECT_NE(answer.error().context.find(part_of_context), std::string::npos)
        << answer.error().context;
    EXPECT_EQ(store().size(kWard), 0u);
    EXPECT_TRUE(store().ledgers()->empty());
  }

  static std::string object_of(std::size_t bytes) {
    const std::string frame = R"({"text":""})";
    return R"({"text":")" + std::string(bytes - frame.size(), 'x') + R"("})";
  }
};

TEST_P(Limits, FormsOfTheCommitAreChecked) {
  expect_invalid([](Commit& c) { c.ledger.value = ""; }, "ledger");
  expect_invalid([](Commit& c) { c.ledger.value = "-a"; }, "ledger");
  expect_invalid([](Commit& c) { c.ledger.value = "Ward"; }, "ledger");
  expect_invalid([](Commit& c) { c.ledger.value = std::string(65, 'a'); }, "ledger");
  expect_invalid([](Commit& c) { c.idempotency_key = ""; }, "idempotency_key");
  expect_invalid([](Commit& c) { c.idempotency_key = std::string(256, 'k'); }, "idempotency_key");
  expect_invalid([](Commit& c) { c.request_hash = std::string(256, 'h'); }, "request_hash");
  expect_invalid([](Commit& c) { c.recorded = "2021-03-12T08:30:00Z"; }, "recorded");
  expect_invalid([](Commit& c) { c.recorded = "2021-02-30T08:30:00.000Z"; }, "recorded");
  expect_invalid([](Commit& c) { c.actor.user = "a\"b"; }, "event 0: actor");
  expect_invalid([](Commit& c) { c.actor.role = "\xC3"; }, "event 0: actor");
  expect_invalid([](Commit& c) { c.causation = "a\nb"; }, "event 0: causation");
  expect_invalid([](Commit& c) { c.correlation = "a\\b"; }, "event 0: correlation");
  expect_invalid([](Commit& c) { c.expectations[0].stream.value = "a b"; }, "expectation");
}

TEST_P(Limits, FormsOfEachEventAreChecked) {
  expect_invalid([](Commit& c) { c.events[1].id = "1"; }, "event 1: id");
  expect_invalid([](Commit& c) { c.events[1].id[14] = '4'; }, "event 1: id");
  expect_invalid([](Commit& c) { c.events[1].id[19] = 'c'; }, "event 1: id");
  expect_invalid([](Commit& c) { c.events[1].stream.value = ""; }, "event 1: stream");
  expect_invalid([](Commit& c) { c.events[1].stream.value = std::string("a\0b", 3); }, "stream");
  expect_invalid([](Commit& c) { c.events[1].stream.value = std::string(129, 's'); }, "stream");
  expect_invalid([](Commit& c) { c.events[1].type = ""; }, "event 1: type");
  expect_invalid([](Commit& c) { c.events[1].schema = 0; }, "event 1: v");
  expect_invalid([](Commit& c) { c.events[1].happened = "2021-02-29"; }, "event 1: happened");
  expect_invalid([](Commit& c) { c.events[1].happened = "2021-03-12T19:30:00"; }, "happened");
  expect_invalid([](Commit& c) { c.events[1].data = "{"; }, "event 1: data");
  expect_invalid([](Commit& c) { c.events[1].data = "[1]"; }, "event 1: data");
  expect_invalid([](Commit& c) { c.events[1].data = R"({"b":1,"a":2})"; }, "event 1: data");
  expect_invalid([](Commit& c) { c.events[1].data = R"({"a": 1})"; }, "event 1: data");
}

TEST_P(Limits, CountsAreChecked) {
  expect_invalid([](Commit& c) { c.events.assign(kEventsPerCommitMax + 1, event("a")); }, "events");
  expect_invalid(
      [](Commit& c) { c.expectations.assign(kExpectationsPerCommitMax + 1, at_version("a", 0)); },
      "expectations");
}

TEST_P(Limits, ACommitMayBeAsLargeAsTheLimitsSay) {
  Commit large = commit(std::string(kIdempotencyKeyBytesMax, 'k'), {});
  large.request_hash = std::string(kRequestHashBytesMax, 'h');
  large.expectations.assign(kExpectationsPerCommitMax, at_version("a", 0));
  const std::string name(kStreamNameBytesMax, 's');
  for (std::uint64_t number = 0; number < kEventsPerCommitMax; ++number) {
    large.events.push_back(event(name, number));
  }
  EXPECT_EQ(store().append(large), (Committed{{0}, kEventsPerCommitMax, false}));
  EXPECT_EQ(store().version_of(kWard, {name}), Version{kEventsPerCommitMax});
  EXPECT_EQ(read_all(store()).size(), kEventsPerCommitMax);
}

TEST_P(Limits, ARecordIsShorterThan64KiBWhateverItsVersion) {
  Commit fitting = commit("k1", {event("a", 1)});
  fitting.events[0].data = object_of(11);
  const std::size_t rest = encode(fitting, fitting.events[0], {1}, fitting.recorded)->size() - 11;
  constexpr std::size_t kSpareVersionDigits = 19;
  const std::size_t most = kRecordBytesMax - rest - kSpareVersionDigits;
  expect_invalid([&](Commit& c) { c.events[1].data = object_of(most + 64); }, "too long");
  expect_invalid([&](Commit& c) { c.events[1].data = object_of(kRecordBytesMax + 1); }, "too long");
  fitting.events[0].data = object_of(most + 1);
  EXPECT_FALSE(store().append(fitting));
  fitting.events[0].data = object_of(most);
  ASSERT_TRUE(store().append(fitting));
  EXPECT_EQ(read_all(store())[0].bytes.size(), kRecordBytesMax - kSpareVersionDigits);
}

TEST_P(Limits, ACommitThatDoesNotFitIntoOneBatchIsRefused) {
  expect_invalid(
      [](Commit& c) {
        c.events.assign(kGroupBytesMax / 60'000 + 2, event("a"));
        for (NewEvent& each : c.events) {
          each.data = object_of(60'000);
        }
      },
      "too long together");
}

TEST_P(Limits, OneReadReturnsABoundedNumberOfRecords) {
  for (std::uint64_t number = 0; number < 3; ++number) {
    Commit large = commit("k" + std::to_string(number), {});
    large.events.assign(kEventsPerCommitMax, event("a", number));
    ASSERT_TRUE(store().append(large));
  }
  EXPECT_EQ(store().read_ledger(kWard, {0}, 1'000'000)->size(), kReadLimitMax);
  EXPECT_EQ(store().read_stream(kWard, {"a"}, kAbsent, 1'000'000)->size(), kReadLimitMax);
  EXPECT_EQ(store().read_ledger(kWard, {12'000}, 1'000'000)->size(), 288u);
}

ON_EVERY_ENGINE(Limits);

}  // namespace
}  // namespace langnghe::test
