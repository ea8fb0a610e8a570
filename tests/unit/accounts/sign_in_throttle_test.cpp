#include "accounts/sign_in_throttle.hpp"

#include <chrono>
#include <string>

#include <gtest/gtest.h>

namespace langnghe::api {
namespace {

using namespace std::chrono_literals;

const domain::Instant kNow{std::chrono::sys_days{std::chrono::January / 4 / 2021}};

Limits few() {
  Limits limits;
  limits.sign_in_failures_max = 2;
  limits.sign_in_account_failures_max = 4;
  limits.sign_in_address_failures_max = 6;
  limits.sign_in_all_failures_max = 12;
  return limits;
}

class SignInThrottleTest : public testing::Test {
 protected:
  bool fails(std::string_view user, std::string_view peer, domain::Instant at = kNow) {
    auto attempt = SignInThrottle::by_stranger("ward", user, peer, at);
    return throttle.begin(attempt);
  }
  int tries(int most, const auto& attempt) {
    int begun = 0;
    for (int i = 0; i < most; ++i) {
      begun += attempt(std::to_string(i)) ? 1 : 0;
    }
    return begun;
  }
  SignInThrottle throttle{few()};
};

TEST_F(SignInThrottleTest, SlipsOfOnePersonCloseNobodyElsesDoor) {
  EXPECT_EQ(tries(10, [&](const auto&) { return fails("slips", "10.0.0.1"); }), 2);
  EXPECT_TRUE(fails("colleague", "10.0.0.1")) << "the same office";
  EXPECT_TRUE(fails("slips", "10.0.0.2")) << "the same account from elsewhere";
}

TEST_F(SignInThrottleTest, WhatStrangersGuessOfOneAccountIsBounded) {
  EXPECT_EQ(tries(20, [&](const auto& i) { return fails("chair", "10.0.1." + i); }), 4);
  EXPECT_TRUE(fails("clerk", "10.0.1.1"));
}

TEST_F(SignInThrottleTest, WhatIsGuessedFromOneAddressIsBounded) {
  EXPECT_EQ(tries(20, [&](const auto& i) { return fails("user-" + i, "10.0.0.1"); }), 6);
  EXPECT_TRUE(fails("user-1", "10.0.0.2"));
}

TEST_F(SignInThrottleTest, WhatIsGuessedInAllIsBoundedAndSoIsTheMemory) {
  EXPECT_EQ(tries(30'000, [&](const auto& i) { return fails("user-" + i, "address-" + i); }), 12);
  EXPECT_TRUE(fails("late", "late", kNow + 300s));
}

TEST_F(SignInThrottleTest, AKnownDeviceHasAShareThatNoStrangerUsesUp) {
  tries(30'000, [&](const auto& i) { return fails("chair", "address-" + i); });
  tries(30'000, [&](const auto& i) { return fails("user-" + i, "10.0.0.1"); });
  const auto device = digest_of("of the chair");
  EXPECT_EQ(tries(10,
                  [&](const auto&) {
                    auto attempt = SignInThrottle::by_device(device, kNow);
                    return throttle.begin(attempt);
                  }),
            2);
  auto other = SignInThrottle::by_device(digest_of("of the clerk"), kNow);
  EXPECT_TRUE(throttle.begin(other));
}

TEST_F(SignInThrottleTest, OneSubscribersAddressesAreOneAddress) {
  EXPECT_TRUE(fails("a", "2001:db8:0:1::1"));
  EXPECT_TRUE(fails("a", "2001:db8:0:1:ffff::2"));
  EXPECT_FALSE(fails("a", "2001:db8:0:1::3"));
  EXPECT_TRUE(fails("a", "2001:db8:0:2::3"));
}

TEST_F(SignInThrottleTest, AnIpv4AddressWrittenAsIpv6IsThatAddressAndNotAllOfThem) {
  EXPECT_TRUE(fails("a", "::ffff:10.0.0.1"));
  EXPECT_TRUE(fails("a", "10.0.0.1"));
  EXPECT_FALSE(fails("a", "::ffff:10.0.0.1"));
  EXPECT_TRUE(fails("a", "::ffff:10.0.0.2"));
  EXPECT_EQ(network_of("::ffff:10.0.0.2"), "10.0.0.2");
  EXPECT_EQ(network_of("2001:db8:0:2::3"), "2001:db8:0:2::/64");
}

TEST_F(SignInThrottleTest, FailuresLeaveTheWindowOneByOne) {
  EXPECT_TRUE(fails("a", "x", kNow));
  EXPECT_TRUE(fails("a", "x", kNow + 100s));
  EXPECT_FALSE(fails("a", "x", kNow + 299s));
  EXPECT_TRUE(fails("a", "x", kNow + 300s));
  EXPECT_FALSE(fails("a", "x", kNow + 301s));
}

TEST_F(SignInThrottleTest, SuccessTakesBackItsOwnAttemptOnly) {
  EXPECT_TRUE(fails("victim", "x"));
  for (int i = 0; i < 10; ++i) {
    auto own = SignInThrottle::by_stranger("ward", "own", "x", kNow);
    EXPECT_TRUE(throttle.begin(own));
    throttle.take_back(own);
  }
  EXPECT_TRUE(fails("victim", "x"));
  EXPECT_FALSE(fails("victim", "x"));
}

}  // namespace
}  // namespace langnghe::api
