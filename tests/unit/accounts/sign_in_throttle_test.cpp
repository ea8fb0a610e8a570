#include "accounts/sign_in_throttle.hpp"

#include <chrono>
#include <string>

#include <gtest/gtest.h>

namespace langnghe::api {
namespace {

using namespace std::chrono_literals;

const domain::Instant kNow{std::chrono::sys_days{std::chrono::January / 4 / 2021}};

SignInThrottle::Attempt by(std::string_view user, std::string_view peer,
                           domain::Instant at = kNow) {
  return SignInThrottle::attempt("ward", user, peer, at);
}

TEST(SignInThrottle, CountsPerUserWhateverTheAddress) {
  SignInThrottle throttle(3, 300s);
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(throttle.begin(by("a", "10.0.0." + std::to_string(i))));
  }
  EXPECT_FALSE(throttle.begin(by("a", "10.0.0.9")));
  EXPECT_TRUE(throttle.begin(by("b", "10.0.0.9")));
}

TEST(SignInThrottle, CountsPerAddressWhoeverTheUser) {
  SignInThrottle throttle(3, 300s);
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(throttle.begin(by("user-" + std::to_string(i), "10.0.0.1")));
  }
  EXPECT_FALSE(throttle.begin(by("a", "10.0.0.1")));
  EXPECT_TRUE(throttle.begin(by("a", "10.0.0.2")));
}

TEST(SignInThrottle, OneSubscribersIpv6AddressesAreOneAddress) {
  SignInThrottle throttle(2, 300s);
  EXPECT_TRUE(throttle.begin(by("a", "2001:db8:0:1::1")));
  EXPECT_TRUE(throttle.begin(by("b", "2001:db8:0:1:ffff::2")));
  EXPECT_FALSE(throttle.begin(by("c", "2001:db8:0:1::3")));
  EXPECT_TRUE(throttle.begin(by("c", "2001:db8:0:2::3")));
}

TEST(SignInThrottle, FailuresLeaveTheWindowOneByOne) {
  SignInThrottle throttle(2, 300s);
  EXPECT_TRUE(throttle.begin(by("a", "x", kNow)));
  EXPECT_TRUE(throttle.begin(by("a", "x", kNow + 100s)));
  EXPECT_FALSE(throttle.begin(by("a", "x", kNow + 299s)));
  EXPECT_TRUE(throttle.begin(by("a", "x", kNow + 300s)));
  EXPECT_FALSE(throttle.begin(by("a", "x", kNow + 301s)));
}

TEST(SignInThrottle, SuccessTakesBackItsOwnAttemptOnly) {
  SignInThrottle throttle(2, 300s);
  EXPECT_TRUE(throttle.begin(by("victim", "x")));
  for (int i = 0; i < 10; ++i) {
    const auto own = by("own", "x");
    EXPECT_TRUE(throttle.begin(own));
    throttle.take_back(own);
  }
  EXPECT_TRUE(throttle.begin(by("victim", "x")));
  EXPECT_FALSE(throttle.begin(by("victim", "x")));
}

TEST(SignInThrottle, AFloodOfNamesIsRefusedAndForgottenAfterTheWindow) {
  SignInThrottle throttle(2, 300s);
  int begun = 0;
  for (int i = 0; i < 30'000; ++i) {
    const std::string name = std::to_string(i);
    begun += throttle.begin(by(name, name)) ? 1 : 0;
  }
  EXPECT_GT(begun, 5'000);
  EXPECT_LT(begun, 11'000);
  EXPECT_TRUE(throttle.begin(by("late", "late", kNow + 300s)));
}

}  // namespace
}  // namespace langnghe::api
