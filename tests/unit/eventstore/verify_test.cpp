#include <set>
#include <string_view>

#include <gtest/gtest.h>

#include <ledger/error.hpp>
#include <ledger/verify.hpp>

namespace langnghe::test {
namespace {

TEST(VerifyDeathTest, ABrokenConditionEndsTheProcessAndSaysWhere) {
  EXPECT_DEATH(VERIFY(1 + 1 == 3), "bug: 1 \\+ 1 == 3 does not hold in .*verify_test.cpp:");
}

TEST(Verify, AConditionThatHoldsDoesNothing) {
  VERIFY(1 + 1 == 2);
}

TEST(ErrorText, EveryCodeHasATextOfItsOwn) {
  using enum eventstore::StoreErrorCode;
  std::set<std::string_view> texts;
  for (const auto code :
       {conflict, key_reused, invalid, queue_full, unavailable, corrupt, unknown_ledger}) {
    texts.insert(eventstore::to_text(code));
  }
  EXPECT_EQ(texts.size(), 7u);
  EXPECT_FALSE(texts.contains("?"));
}

}  // namespace
}  // namespace langnghe::test
