#include <gtest/gtest.h>

#include <projections/oversight.hpp>

#include "example_year.hpp"

namespace langnghe::projections::oversight {
namespace {

using namespace domain;
using test::day;

Emitted recommended(const std::string& id, std::string_view due) {
  return {supervision_stream(), RecommendationMade{{id},
                                                   "Mặt trận Tổ quốc",
                                                   "Trả lời trước hạn",
                                                   "Luật 2015",
                                                   {stream_of(IssueId{"i-1"})},
                                                   day(due),
                                                   1,
                                                   1}};
}

Emitted numbered(int number, DocumentType type, const std::string& symbol, std::string_view on) {
  return {register_stream(2021),
          NumberTaken{number, type, symbol, day(on), stream_of(IssueId{"i-1"})}};
}

TEST(Oversight, TheRegisterShowsEveryNumberTakenOrVoided) {
  test::WardLedger ledger;
  ledger.act("2021-03-01", {numbered(2, DocumentType::notice, "02/TB-UBND", "2021-03-01"),
                            numbered(10, DocumentType::notice, "10/TB-UBND", "2021-03-01"),
                            numbered(1, DocumentType::plan, "01/KH-UBND", "2021-02-01")});
  ledger.act("2021-03-05", {{register_stream(2021),
                             NumberVoided{3, DocumentType::notice, "03/TB-UBND", "in hỏng"}}});
  const auto notices = documents(*ledger.snapshot(), 2021, DocumentType::notice);
  ASSERT_EQ(notices.size(), 3U);
  EXPECT_EQ(notices[0].symbol, "02/TB-UBND");
  EXPECT_EQ(notices[0].taken_by.value, "issue-i-1");
  EXPECT_EQ(notices[1].number, 3);
  EXPECT_TRUE(notices[1].voided);
  EXPECT_EQ(notices[1].reason, "in hỏng");
  EXPECT_EQ(notices[1].date, day("2021-03-05"));
  EXPECT_EQ(notices[2].number, 10) << "by number, not by text";
  EXPECT_EQ(documents(*ledger.snapshot(), 2021).size(), 4U);
  EXPECT_TRUE(documents(*ledger.snapshot(), 2022).empty());
  EXPECT_EQ(register_version(*ledger.snapshot(), 2021).value, 4U);
  EXPECT_EQ(register_version(*ledger.snapshot(), 2022), eventstore::kAbsent);
}

TEST(Oversight, RecommendationsRunAgainstTheirClock) {
  test::WardLedger ledger;
  ledger.act("2021-03-01", {recommended("r-2", "2021-03-22"), recommended("r-1", "2021-03-15")});
  const auto ids = [&](const RecommendationFilter& filter) {
    std::vector<std::string> found;
    for (const auto& row : recommendations(*ledger.snapshot(), filter)) {
      found.push_back(row.recommendation.made.recommendation.value);
    }
    return found;
  };
  using Ids = std::vector<std::string>;
  EXPECT_EQ(ids({}), (Ids{"r-1", "r-2"}));
  EXPECT_EQ(ids({.overdue = true, .today = day("2021-03-15")}), Ids{});
  EXPECT_EQ(ids({.overdue = true, .today = day("2021-03-16")}), Ids{"r-1"});
  ledger.act("2021-03-18",
             {{supervision_stream(), RecommendationAnswered{{"r-1"}, "đã làm", "20/UBND", true}}});
  EXPECT_EQ(ids({.answered = false}), Ids{"r-2"});
  EXPECT_EQ(ids({.overdue = true, .today = day("2021-03-20")}), Ids{});
  const auto row = recommendation(*ledger.snapshot(), {"r-1"});
  ASSERT_TRUE(row);
  EXPECT_TRUE(row->recommendation.answer->late);
  EXPECT_EQ(row->answered_on, day("2021-03-18"));
  EXPECT_EQ(row->position.value, 1U);
  EXPECT_EQ(row->answered_at.value, 2U);
  EXPECT_FALSE(recommendation(*ledger.snapshot(), {"r-3"}));
  EXPECT_EQ(supervision_version(*ledger.snapshot()).value, 3U);
}

TEST(Oversight, EveryReadOfSealedDataIsShownTheNewestFirst) {
  test::WardLedger ledger;
  const auto read = [&](const std::string& resident, const std::string& purpose) {
    ledger.act("2021-03-01", {{supervision_stream(),
                               SealedRead{{resident}, stream_of(ResidentId{resident}), purpose}}});
  };
  read("r-1", "gọi điện");
  read("r-2", "giao thông báo");
  read("r-1", "đối chiếu");
  const auto all = sealed_reads(*ledger.snapshot(), {}, 2);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].read.purpose, "đối chiếu");
  EXPECT_EQ(all[1].read.purpose, "giao thông báo");
  const auto of_one = sealed_reads(*ledger.snapshot(), {"r-1"}, 10);
  ASSERT_EQ(of_one.size(), 2U);
  EXPECT_EQ(of_one[1].read.purpose, "gọi điện");
  EXPECT_EQ(of_one[1].by.value, "u-lan");
  EXPECT_EQ(of_one[1].role, Role::cchc_officer);
}

TEST(Oversight, EveryActOnAnAccountIsShownTheNewestFirst) {
  test::WardLedger ledger;
  const domain::UserId chair{"u-chair"};
  const domain::UserId clerk{"u-clerk"};
  const auto act = [&](const domain::UserId& user, domain::UserEvent event) {
    ledger.act("2021-03-01", {{stream_of(user), std::move(event)}});
  };
  act(chair, UserRegistered{"Nguyễn A", std::nullopt});
  act(clerk, UserRegistered{"Trần B", std::nullopt});
  act(chair, RoleGranted{Role::chair, {}});
  act(chair, PasswordSet{PasswordMeans::administrator});
  act(clerk, TokenMade{"3f9a", "bảng tin", {}});
  const auto all = account_acts(*ledger.snapshot(), {}, 0, 3);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].act, "user.token_made");
  EXPECT_EQ(all[0].user, clerk);
  EXPECT_EQ(all[0].detail, "bảng tin");
  EXPECT_FALSE(all[0].expires.empty());
  EXPECT_EQ(all[1].detail, "administrator");
  EXPECT_EQ(all[1].by.value, "u-lan");
  const auto of_chair = account_acts(*ledger.snapshot(), chair, 0, 10);
  ASSERT_EQ(of_chair.size(), 3U);
  EXPECT_EQ(of_chair[2].act, "user.registered");
  EXPECT_EQ(account_acts(*ledger.snapshot(), chair, of_chair[0].position.value, 10).size(), 1U);
  EXPECT_EQ(account_acts(*ledger.snapshot(), chair, 100, 10).size(), 0U);
}

TEST(Oversight, ASecondFactorIsAmongTheActsOnItsAccount) {
  test::WardLedger ledger;
  const domain::UserId chair{"u-chair"};
  ledger.act("2021-03-01", {{stream_of(chair), UserRegistered{"Nguyễn A", std::nullopt}},
                            {stream_of(chair), SecondFactorTurnedOn{}},
                            {stream_of(chair), SecondFactorTurnedOff{}}});
  const auto rows = account_acts(*ledger.snapshot(), chair, 0, 10);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].act, "user.second_factor_turned_off");
  EXPECT_EQ(rows[1].act, "user.second_factor_turned_on");
  EXPECT_EQ(rows[1].detail, "");
}

TEST(Oversight, WhatWasTakenDownStaysOnRecord) {
  test::WardLedger ledger;
  ledger.act("2021-03-01",
             {{supervision_stream(),
               TakedownRegistered{
                   {"t-1"}, stream_of(IssueId{"i-1"}), "cổng thông tin", "lộ tên", "9/QĐ"}}});
  const auto rows = takedowns(*ledger.snapshot());
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].takedown.place, "cổng thông tin");
  EXPECT_EQ(rows[0].on, day("2021-03-01"));
}

}  // namespace
}  // namespace langnghe::projections::oversight
