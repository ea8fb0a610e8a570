#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include <clockwork/clockwork.hpp>
#include <gtest/gtest.h>

#include <api/request_id.hpp>
#include <api/uuid.hpp>
#include <ledger/record.hpp>

#include "api/world.hpp"
#include "failing_store.hpp"

namespace langnghe::clockwork::spec {
namespace {

using api::spec::Json;
using api::spec::kWard;
using Lines = std::vector<std::string>;

const eventstore::LedgerId kLedger{std::string(kWard)};

domain::Instant at(std::string_view text) {
  return domain::parse_instant(text).value();
}

/// The acts of the clock, as `happened type detail`.
Lines clock_acts(eventstore::EventStore& store) {
  Lines lines;
  const auto records = store.read_ledger(kLedger, {0}, 10'000).value();
  for (const auto& record : records) {
    const auto view = eventstore::parse(record.bytes).value();
    if (view.user != "system" || view.type.starts_with("user.")) {
      continue;
    }
    auto line = std::string(view.happened) + ' ' + std::string(view.type);
    const auto data = Json::parse(view.data);
    for (const auto* detail : {"clock", "khom"}) {
      line += data.contains(detail) ? ' ' + data[detail].get<std::string>() : "";
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

/// Everything that becomes due in the ward of the fixture, if nobody lifts a finger.
const Lines kAllOfIt{"2021-01-22 issue.clock_resumed",
                     "2021-01-25 issue.deadline_approaching first_reply",
                     "2021-01-29 issue.deadline_breached first_reply",
                     "2021-02-04T08:00:00+07:00 dialogue.missed",
                     "2021-02-06 issue.commitment_missed",
                     "2021-02-08 issue.deadline_approaching resolution",
                     "2021-02-17 issue.deadline_breached resolution",
                     "2021-04-01 plan.obligation_missed sa-nhien"};

const domain::Instant kEvening = at("2021-01-15T18:00:00+07:00");
const domain::Instant kSpring = at("2021-04-05T08:00:00+07:00");

/// On 15 January: i-1 is assigned and its clock stands still until the 22nd, something is promised
/// for 5 February, and a dialogue is planned for the 3rd that nobody will open.
struct WardLeftAlone : testing::Test {
  WardLeftAlone() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
    world.act("issues/i-1/pause-clock",
              {{"ground", "external_opinion"}, {"until", "2021-01-22"}, {"reason", "Hỏi điện lực"}},
              "chair");
    world.act(
        "issues/i-1/make-commitment",
        {{"commitment", "c-1"}, {"what", "Hai đèn"}, {"owner", "of-clerk"}, {"due", "2021-02-05"}},
        "chair");
    const auto scheduled =
        world.post("dialogues",
                   {{"dialogue", "d-2"},
                    {"khom", "sa-nhien"},
                    {"date", "2021-02-03"},
                    {"start", "08:00"},
                    {"venue", {{"kind", "khom_office"}, {"place", "Văn phòng khóm"}}},
                    {"format", "dialogue"},
                    {"chair", "of-chair"}},
                   "cchc");
    EXPECT_EQ(scheduled.status(), 201) << scheduled.response.body;
  }

  [[nodiscard]] Clockwork clock() { return clock_on(world.store()); }
  [[nodiscard]] Clockwork clock_on(eventstore::EventStore& store) {
    return {store, world.views(), api::make_uuid_v7, api::make_request_id};
  }
  clockwork::Run run(domain::Instant now) {
    auto done = clock().run(kLedger, {now, now});
    EXPECT_TRUE(done) << done.error();
    return done.value_or(clockwork::Run{});
  }
  Lines acts() { return clock_acts(world.store()); }

  api::spec::World world;
};

TEST_F(WardLeftAlone, NothingIsDoneBeforeItIsDue) {
  EXPECT_EQ(run(kEvening).acts, 0u);
  EXPECT_EQ(run(at("2021-01-21T23:59:59+07:00")).acts, 0u);
  EXPECT_EQ(acts(), Lines{});
  EXPECT_EQ(run(at("2021-01-22T00:00:00+07:00")).acts, 1u);
}

TEST_F(WardLeftAlone, AfterAWeekAsleepEveryActHasItsOwnDay) {
  EXPECT_EQ(run(at("2021-02-01T08:00:00+07:00")).acts, 3u);
  EXPECT_EQ(acts(), Lines(kAllOfIt.begin(), kAllOfIt.begin() + 3));
  EXPECT_EQ(run(at("2021-02-08T08:00:00+07:00")).acts, 3u);
  EXPECT_EQ(acts(), Lines(kAllOfIt.begin(), kAllOfIt.begin() + 6));
}

// The ward's policy gives two days to type what was done.
TEST_F(WardLeftAlone, WhatWasLeftUndoneWaitsForTheDaysOfLateEntry) {
  EXPECT_EQ(run(at("2021-01-30T23:59:59+07:00")).acts, 2u);
  EXPECT_EQ(run(at("2021-01-31T00:00:00+07:00")).acts, 1u);
  EXPECT_EQ(acts().back(), kAllOfIt[2]);
}

TEST_F(WardLeftAlone, AWholeQuarterAsleepGivesTheSameAsTickingEveryDay) {
  const auto slept = run(kSpring);
  EXPECT_EQ(slept.acts, kAllOfIt.size());
  EXPECT_EQ(slept.refused, Lines{});
  EXPECT_EQ(acts(), kAllOfIt);
}

TEST_F(WardLeftAlone, TickingEveryDayGivesTheSameAsSleeping) {
  for (auto now = kEvening; now <= kSpring; now += std::chrono::hours(24)) {
    EXPECT_EQ(run(now).refused, Lines{});
  }
  EXPECT_EQ(acts(), kAllOfIt);
}

TEST_F(WardLeftAlone, ASecondRunFindsNothing) {
  run(kSpring);
  const auto size = world.size();
  const auto again = run(kSpring);
  EXPECT_EQ(again.acts, 0u);
  EXPECT_EQ(again.refused, Lines{});
  EXPECT_EQ(world.size(), size);
}

TEST_F(WardLeftAlone, KilledAfterEveryActItGoesOnWhereItStopped) {
  for (std::size_t kills = 0; acts().size() < kAllOfIt.size(); ++kills) {
    ASSERT_LE(kills, kAllOfIt.size());
    FailingStore store(world.store(), 1);
    const auto done = clock_on(store).run(kLedger, {kSpring, kSpring});
    EXPECT_EQ(done.has_value(), kills + 1 == kAllOfIt.size());
    EXPECT_EQ(acts(), Lines(kAllOfIt.begin(), kAllOfIt.begin() + static_cast<long>(kills) + 1));
  }
  EXPECT_EQ(run(kSpring).acts, 0u);
}

TEST_F(WardLeftAlone, TwoWorkersDoEachActOnce) {
  std::array<std::expected<clockwork::Run, std::string>, 2> runs;
  {
    std::array<std::jthread, 2> threads;
    for (std::size_t i = 0; i < threads.size(); ++i) {
      threads[i] = std::jthread([&, i] { runs[i] = clock().run(kLedger, {kSpring, kSpring}); });
    }
  }
  ASSERT_TRUE(runs[0] && runs[1]);
  EXPECT_EQ(acts(), kAllOfIt);
  EXPECT_GE(runs[0]->acts + runs[1]->acts, kAllOfIt.size());
}

TEST_F(WardLeftAlone, AStopIsHeededAndNothingIsLost) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(clock().run(kLedger, {kSpring, kSpring}, stop.get_token())->acts, 0u);
  EXPECT_EQ(run(kSpring).acts, kAllOfIt.size());
}

TEST_F(WardLeftAlone, WhatIsCaughtUpWithIsRecordedWhenItBecameDue) {
  const auto done = clock().run(kLedger, {kEvening, kSpring});
  ASSERT_TRUE(done) << done.error();
  std::vector<std::string> recorded;
  const auto records = world.store().read_ledger(kLedger, {0}, 10'000).value();
  for (const auto& record : records) {
    const auto view = eventstore::parse(record.bytes).value();
    if (view.type == "issue.deadline_breached" || view.type == "dialogue.missed") {
      recorded.emplace_back(view.recorded);
    }
  }
  EXPECT_EQ(recorded, (Lines{"2021-01-30T17:00:00.000Z", "2021-02-06T01:00:00.000Z",
                             "2021-02-18T17:00:00.000Z"}));
}

/// Every record of the ledger by its id, as `type`.
std::map<std::string, std::string> types_by_id(eventstore::EventStore& store) {
  std::map<std::string, std::string> types;
  const auto records = store.read_ledger(kLedger, {0}, 10'000).value();
  for (const auto& record : records) {
    const auto view = eventstore::parse(record.bytes).value();
    types.emplace(view.id, view.type);
  }
  return types;
}

TEST_F(WardLeftAlone, EachActNamesTheRecordThatBroughtItAbout) {
  run(kSpring);
  const auto types = types_by_id(world.store());
  std::map<std::string, std::string> causes;
  const auto records = world.store().read_ledger(kLedger, {0}, 10'000).value();
  for (const auto& record : records) {
    const auto view = eventstore::parse(record.bytes).value();
    if (view.user != "system" || view.type.starts_with("user.")) {
      continue;
    }
    const auto cause = types.find(std::string(view.causation));
    ASSERT_NE(cause, types.end()) << record.bytes;
    causes[std::string(view.type)] = cause->second;
  }
  EXPECT_EQ(causes["issue.clock_resumed"], "issue.clock_paused");
  EXPECT_EQ(causes["issue.commitment_missed"], "issue.commitment_made");
  EXPECT_EQ(causes["dialogue.missed"], "dialogue.scheduled");
  EXPECT_EQ(causes["plan.obligation_missed"], "plan.approved");
  // The pause has moved the day, or its end where that came otherwise than was foreseen.
  EXPECT_TRUE(causes["issue.deadline_breached"] == "issue.clock_paused" ||
              causes["issue.deadline_breached"] == "issue.clock_resumed")
      << causes["issue.deadline_breached"];
}

TEST_F(WardLeftAlone, AMovedDayIsBroughtAboutByWhatMovedIt) {
  run(at("2021-02-08T08:00:00+07:00"));
  world.set_clock("2021-02-08T09:00:00+07:00");
  world.act("issues/i-1/request-extension", {{"days", 5}, {"reason", "Chờ vật tư"}}, "officer");
  world.act("issues/i-1/approve-extension", Json::object(), "chair");
  run(kSpring);
  const auto types = types_by_id(world.store());
  std::string last;
  const auto records = world.store().read_ledger(kLedger, {0}, 10'000).value();
  for (const auto& record : records) {
    const auto view = eventstore::parse(record.bytes).value();
    if (view.type == "issue.deadline_breached") {
      last = types.at(std::string(view.causation));
    }
  }
  EXPECT_EQ(last, "issue.extension_approved");
}

TEST_F(WardLeftAlone, TheActsOfARunAreFoundByItsId) {
  const auto first = run(at("2021-01-30T18:00:00+07:00"));
  const auto second = run(kSpring);
  EXPECT_NE(first.id, second.id);
  std::map<std::string, std::size_t> of_run;
  const auto records = world.store().read_ledger(kLedger, {0}, 10'000).value();
  for (const auto& record : records) {
    const auto view = eventstore::parse(record.bytes).value();
    if (view.user == "system" && !view.type.starts_with("user.")) {
      ++of_run[std::string(view.correlation)];
    }
  }
  EXPECT_EQ(of_run.size(), 2U);
  EXPECT_EQ(of_run[first.id], first.acts);
  EXPECT_EQ(of_run[second.id], second.acts);
}

/// Another day it is due is another act: the clock warns again.
TEST_F(WardLeftAlone, AMovedDeadlineIsWatchedAnew) {
  run(at("2021-02-08T08:00:00+07:00"));
  world.set_clock("2021-02-08T09:00:00+07:00");
  world.act("issues/i-1/request-extension", {{"days", 5}, {"reason", "Chờ vật tư"}}, "officer");
  world.act("issues/i-1/approve-extension", Json::object(), "chair");
  run(kSpring);
  const auto all = acts();
  EXPECT_EQ(std::ranges::count(all, "2021-02-17 issue.deadline_breached resolution"), 0);
  EXPECT_EQ(std::ranges::count(all, "2021-02-18 issue.deadline_approaching resolution"), 1);
  EXPECT_EQ(std::ranges::count(all, "2021-02-24 issue.deadline_breached resolution"), 1);
}

TEST_F(WardLeftAlone, AWardWithoutAPolicyHasNoClock) {
  const eventstore::LedgerId other{"phuong-khac"};
  const auto done = clock().run(other, {kSpring, kSpring});
  ASSERT_TRUE(done) << done.error();
  EXPECT_EQ(done->acts, 0u);
  EXPECT_EQ(world.store().size(other), 0u);
}

}  // namespace
}  // namespace langnghe::clockwork::spec
