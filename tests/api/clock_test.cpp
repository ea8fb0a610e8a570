#include <chrono>
#include <random>

#include <gtest/gtest.h>

#include "world.hpp"

namespace langnghe::api::spec {
namespace {

using namespace std::chrono_literals;
using Reason = ClockGuard::Reason;

/// Two clocks that a test sets.
struct Clocks {
  domain::Instant wall = domain::parse_instant("2026-11-29T08:00:00Z").value();
  std::chrono::milliseconds running{1'000};

  ClockGuard guard{[this] { return ClockReading{wall, running}; }};

  void pass(std::chrono::milliseconds time) {
    wall += time;
    running += time;
  }
};

TEST(ClockGuard, AMachineThatRunsOrSleepsIsNotHeld) {
  Clocks clocks;
  clocks.guard.start(clocks.wall);
  EXPECT_FALSE(clocks.guard.held());
  for (const std::chrono::milliseconds time : {1ms, 60'000ms, 86'400'000ms}) {
    clocks.pass(time);
    EXPECT_FALSE(clocks.guard.held());
  }
}

TEST(ClockGuard, AJumpOfMoreThanFiveMinutesIsHeldEitherWayUntilItIsExplained) {
  for (const std::chrono::seconds jump :
       {std::chrono::seconds(5min + 1s), std::chrono::seconds(30min),
        std::chrono::seconds(24h * 365 * 73)}) {
    for (const int way : {-1, 1}) {
      Clocks clocks;
      EXPECT_FALSE(clocks.guard.held());
      clocks.wall += way * jump;
      ASSERT_TRUE(clocks.guard.held());
      EXPECT_EQ(clocks.guard.held()->reason, Reason::jumped);
      clocks.pass(48h);
      EXPECT_TRUE(clocks.guard.held()) << "time alone explains nothing";
      clocks.guard.confirm();
      EXPECT_FALSE(clocks.guard.held());
      clocks.wall -= way * jump;
      EXPECT_TRUE(clocks.guard.held()) << "what was confirmed is what counts now";
      clocks.wall += way * jump;
      EXPECT_FALSE(clocks.guard.held()) << "a clock that is set back has explained itself";
    }
  }
}

TEST(ClockGuard, AStepWithinFiveMinutesIsTaken) {
  Clocks clocks;
  EXPECT_FALSE(clocks.guard.held());
  clocks.wall += 4min;
  EXPECT_FALSE(clocks.guard.held());
}

TEST(ClockGuard, ManySmallStepsInARowAreAJump) {
  Clocks clocks;
  int taken = 0;
  while (!clocks.guard.held() && taken < 100) {
    clocks.wall += 1min;
    clocks.pass(1s);
    ++taken;
  }
  EXPECT_LT(taken, 10);
}

TEST(ClockGuard, ASlowCorrectionOfHoursIsNoJump) {
  Clocks clocks;
  for (int minute = 0; minute < 48 * 60; ++minute) {
    clocks.pass(1min);
    clocks.wall += 4s;  // of 60: as fast as time services turn a clock
    ASSERT_FALSE(clocks.guard.held()) << minute;
  }
}

TEST(ClockGuard, AtTheStartTheNewestKnownMomentCounts) {
  const struct {
    std::chrono::seconds from_newest;
    std::optional<Reason> reason;
  } cases[] = {{0s, {}},
               {-4min, {}},
               {-6min, Reason::behind},
               {-24h * 1'800, Reason::behind},
               {24h * 44, {}},
               {24h * 46, Reason::ahead},
               {24h * 1'800, Reason::ahead}};
  for (const auto& [from_newest, reason] : cases) {
    Clocks clocks;
    clocks.guard.start(clocks.wall - from_newest);
    const auto held = clocks.guard.held();
    ASSERT_EQ(held.has_value(), reason.has_value()) << from_newest.count();
    if (held) {
      EXPECT_EQ(held->reason, *reason);
      EXPECT_EQ(held->expected, clocks.wall - from_newest);
      clocks.guard.confirm();
      EXPECT_FALSE(clocks.guard.held());
    }
  }
}

TEST(ClockGuard, ANewInstallationHasNothingToCompareWith) {
  Clocks clocks;
  clocks.guard.start(std::nullopt);
  EXPECT_FALSE(clocks.guard.held());
}

TEST(ClockGuard, AClockThatIsSetRightAfterTheStartIsNotHeldAnyMore) {
  Clocks clocks;
  const auto newest = clocks.wall;
  clocks.wall -= 24h * 1'800;  // a machine without a battery
  clocks.guard.start(newest);
  EXPECT_TRUE(clocks.guard.held());
  clocks.wall = newest + 1h;  // the time service has answered
  EXPECT_FALSE(clocks.guard.held());
  clocks.wall += 6min;
  EXPECT_TRUE(clocks.guard.held());
}

// Random walks: what is taken is never more than five minutes from a clock that only ran.
TEST(ClockGuard, WhatIsTakenIsNeverFarFromAClockThatCannotBeSet) {
  std::mt19937 random(20'261'129);  // NOLINT(cert-msc51-cpp): repeats
  const auto between = [&](int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
  };
  for (int walk = 0; walk < 200; ++walk) {
    Clocks clocks;
    ASSERT_FALSE(clocks.guard.held());
    std::chrono::milliseconds set{};  // all that was set so far
    for (int step = 0; step < 50; ++step) {
      clocks.pass(std::chrono::milliseconds(between(1, 2'000)));
      const std::chrono::seconds jump(between(-400, 400));
      clocks.wall += jump;
      set += jump;
      if (!clocks.guard.held()) {
        // A tenth of at most 100 s could have been a slow correction.
        EXPECT_LE(std::chrono::abs(set), 5min + 10s) << "walk " << walk << ", step " << step;
      }
    }
  }
}

TEST(HeldClock, RefusesActsWithAReasonAndReadsGoOn) {
  World world;
  world.found_ward();
  const auto before = world.size();
  world.jump_clock("2021-01-06T08:00:00+07:00");

  const auto refused =
      world.post("users/x/register", {{"display_name", "X"}, {"official", nullptr}}, "admin");
  EXPECT_EQ(refused.status(), 503);
  EXPECT_EQ(refused.code(), "clock_unconfirmed");
  EXPECT_FALSE(refused.header("Retry-After").empty());
  EXPECT_EQ(world.get("issues").status(), 200);
  EXPECT_EQ(world.size(), before);

  const auto ready = world.get("/readyz", "");
  EXPECT_EQ(ready.status(), 503);
  EXPECT_NE(ready.response.body.find("clock_unconfirmed"), std::string::npos);
  EXPECT_NE(world.get("/metrics", "").response.body.find("code=\"clock_unconfirmed\"} 1"),
            std::string::npos);
}

TEST(HeldClock, IsConfirmedByAnAdministratorWhoReadsAnotherClock) {
  World world;
  world.found_ward();
  world.jump_clock("2021-01-05T14:00:00+07:00");
  const auto confirmation = [](const char* time) {
    return Json{{"time", time}, {"reason", "Đã so với đồng hồ của bưu điện"}};
  };
  EXPECT_EQ(world.refusal("ward/confirm-time", confirmation("2021-01-05T14:00:00+07:00"), "cchc"),
            "role_not_permitted");
  EXPECT_EQ(world.refusal("ward/confirm-time", confirmation("2021-01-05T14:06:00+07:00"), "admin"),
            "value_not_valid");
  EXPECT_TRUE(world.clock().held());

  const auto confirmed =
      world.act("ward/confirm-time", confirmation("2021-01-05T14:01:00+07:00"), "admin");
  EXPECT_EQ(confirmed.status(), 200);
  EXPECT_FALSE(world.clock().held());
  EXPECT_EQ(world.get("/readyz", "").status(), 200);
  EXPECT_NE(world.ledger_text().find("ward.time_confirmed"), std::string::npos);
}

TEST(HeldClock, ARepeatOfAnEarlierConfirmationConfirmsNothing) {
  World world;
  world.found_ward();
  world.jump_clock("2021-01-05T14:00:00+07:00");
  const Json confirmation{{"time", "2021-01-05T14:00:00+07:00"}, {"reason", "Đã so giờ"}};
  const Headers headers{{"if-match", world.version_tag("ward")}, {"idempotency-key", "once"}};
  EXPECT_EQ(world.post("ward/confirm-time", confirmation, "admin", headers).status(), 200);
  world.jump_clock("2031-01-05T14:00:00+07:00");
  EXPECT_TRUE(world.clock().held());
  (void)world.post("ward/confirm-time", confirmation, "admin", headers);
  EXPECT_TRUE(world.clock().held());
}

}  // namespace
}  // namespace langnghe::api::spec
