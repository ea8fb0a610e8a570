// The codes of cases: what a slip shows, what people type, and what a slip of the finger makes.
#include "cases/case_code.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "cases/case_throttle.hpp"

namespace langnghe::api::spec {
namespace {

const eventstore::LedgerId kLedger{"tan-quy-dong"};

eventstore::SecretKey key_of(unsigned char first) {
  eventstore::SecretKey key;
  *key.data() = first;
  return key;
}

TEST(CaseCodes, AreTheSameEachTimeAndOfOneKeyOneLedgerAndOneIssue) {
  const auto key = key_of(1);
  const auto code = case_code(key, kLedger, {"i-1"});
  EXPECT_EQ(case_code(key, kLedger, {"i-1"}), code);
  EXPECT_NE(case_code(key_of(2), kLedger, {"i-1"}), code);
  EXPECT_NE(case_code(key, {"phuong-khac"}, {"i-1"}), code);
  EXPECT_NE(case_code(key, kLedger, {"i-2"}), code);
}

TEST(CaseCodes, HaveTenSymbolsAndACheckSymbolAndNoneThatLookAlike) {
  const auto key = key_of(1);
  std::set<std::string> codes;
  std::set<char> firsts;
  for (int i = 0; i < 5'000; ++i) {
    const auto code = case_code(key, kLedger, {"i-" + std::to_string(i)});
    ASSERT_EQ(code.size(), kCaseCodeLength);
    EXPECT_EQ(code.find_first_not_of(kCaseSymbols), std::string::npos);
    EXPECT_EQ(read_case_code(code), code);
    EXPECT_TRUE(codes.insert(code).second);
    firsts.insert(code.front());
  }
  EXPECT_EQ(firsts.size(), kCaseSymbols.size()) << "neighbours have nothing in common";
  EXPECT_EQ(kCaseSymbols.find_first_of("01OIL"), std::string_view::npos);
}

TEST(CaseCodes, AreReadAsPeopleTypeThem) {
  const auto code = case_code(key_of(1), kLedger, {"i-1"});
  const auto printed = printed_case_code(code);
  EXPECT_EQ(printed.size(), kCaseCodeLength + 2);
  EXPECT_EQ(printed[5], '-');
  EXPECT_EQ(read_case_code(printed), code);
  std::string small;
  for (const char letter : printed) {
    small += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  EXPECT_EQ(read_case_code(" " + small + " "), code);
  for (const std::string& wrong : {std::string(), code.substr(1), code + code.back(),
                                   "0" + code.substr(1), "Đ" + code.substr(1)}) {
    EXPECT_FALSE(read_case_code(wrong)) << wrong;
  }
}

TEST(CaseCodes, OneWrongSymbolOrTwoThatChangedPlacesAreNoCode) {
  for (int i = 0; i < 20; ++i) {
    const auto code = case_code(key_of(1), kLedger, {"i-" + std::to_string(i)});
    for (std::size_t at = 0; at < code.size(); ++at) {
      for (const char symbol : kCaseSymbols) {
        auto typed = code;
        typed[at] = symbol;
        EXPECT_EQ(read_case_code(typed).has_value(), symbol == code[at]) << typed;
      }
      for (std::size_t other = at + 1; other < code.size(); ++other) {
        auto typed = code;
        std::swap(typed[at], typed[other]);
        EXPECT_EQ(read_case_code(typed).has_value(), typed == code) << typed;
      }
    }
  }
}

TEST(CaseThrottling, CountsFailuresOfACodeOfAnAddressAndOfAll) {
  Limits limits;
  limits.case_failures_max = 3;
  limits.case_address_failures_max = 5;
  limits.case_all_failures_max = 8;
  CaseThrottle throttle(limits);
  const domain::Instant now{};
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(throttle.begin("A", "10.0.0." + std::to_string(i), now));
  }
  EXPECT_FALSE(throttle.begin("A", "10.0.0.9", now)) << "of the code";
  for (int i = 0; i < 5; ++i) {
    EXPECT_TRUE(throttle.begin("B" + std::to_string(i), "10.0.1.1", now));
  }
  EXPECT_FALSE(throttle.begin("C", "10.0.1.1", now)) << "of the address";
  EXPECT_FALSE(throttle.begin("C", "10.0.1.2", now)) << "of all";
  EXPECT_TRUE(throttle.begin("C", "10.0.1.2", now + limits.case_window));
}

TEST(CaseThrottling, ARightCodeIsNoFailure) {
  Limits limits;
  limits.case_failures_max = 2;
  CaseThrottle throttle(limits);
  for (int i = 0; i < 50; ++i) {
    const auto number = throttle.begin("A", "10.0.0.1", {});
    ASSERT_TRUE(number);
    throttle.take_back(*number);
  }
}

}  // namespace
}  // namespace langnghe::api::spec
