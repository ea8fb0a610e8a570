#include "commit_builder.hpp"
#include "engine.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

class Leases : public StoreContract {};

// Both engines belong to one process: nobody else can hold a duty.
TEST_P(Leases, EveryDutyIsGrantedAndStaysHeld) {
  for (const Duty duty : {Duty::sign, Duty::sweep, Duty::erase, Duty::keep_clock}) {
    const auto lease = store().claim(kWard, duty);
    ASSERT_TRUE(lease) << to_text(duty);
    ASSERT_NE(*lease, nullptr) << to_text(duty);
    EXPECT_TRUE((*lease)->held()) << to_text(duty);
  }
}

TEST_P(Leases, ADutyThatWasGivenBackIsGrantedAgain) {
  auto first = store().claim(kWard, Duty::sign);
  ASSERT_TRUE(first && *first);
  first->reset();
  const auto second = store().claim(kWard, Duty::sign);
  ASSERT_TRUE(second && *second);
  EXPECT_TRUE((*second)->held());
}

TEST_P(Leases, AClaimMakesNoLedger) {
  ASSERT_TRUE(store().claim(kOtherWard, Duty::keep_clock));
  EXPECT_TRUE(store().ledgers()->empty());
}

ON_EVERY_ENGINE(Leases);

class Hints : public StoreContract {};

TEST_P(Hints, KnowWhatThisProcessHasAppended) {
  EXPECT_EQ(store().known_size(kWard), 0u);
  EXPECT_TRUE(store().known_ledgers().empty());
  ASSERT_TRUE(store().append(commit("k1", {event("a", 1), event("b", 2)})));
  EXPECT_EQ(store().known_size(kWard), 2u);
  EXPECT_EQ(store().known_ledgers(), (std::vector<LedgerId>{kWard}));
  EXPECT_LE(store().known_size(kWard), store().size(kWard).value());
}

ON_EVERY_ENGINE(Hints);

}  // namespace
}  // namespace langnghe::test
