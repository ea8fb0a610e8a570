#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;
using std::chrono::minutes;

AdoptCalendar calendar_of(std::vector<Date> days_off, std::vector<Date> worked_days) {
  return {std::move(days_off), std::move(worked_days), 2021, "TB 4875/TB-LĐTBXH", {}};
}

TEST(CalendarRules, EachAdoptionIsTheNextVersion) {
  const AdoptCalendar command = calendar_of({day("2021-01-01")}, {});
  const CalendarAdopted first{1, {day("2021-01-01")}, {}, 2021, "TB 4875/TB-LĐTBXH"};
  CalendarAdopted second = first;
  second.version = 2;
  given().when(command).then({{calendar_stream(), first}});
  given({{calendar_stream(), first}}).when(command).then({{calendar_stream(), second}});
}

TEST(CalendarRules, ADayOffIsAWeekday) {
  given()
      .when(calendar_of({day("2021-05-01")}, {}))
      .then_refused(value_not_valid, {{"field", "days_off"}, {"value", "2021-05-01"}});
}

TEST(CalendarRules, AWorkedDayLiesOnAWeekend) {
  given()
      .when(calendar_of({}, {day("2024-05-06")}))
      .then_refused(value_not_valid, {{"field", "worked_days"}, {"value", "2024-05-06"}});
}

TEST(CalendarRules, ADayIsRealAndNamedOnce) {
  const Date not_real{std::chrono::year{2021} / 2 / 30};
  given().when(calendar_of({not_real}, {})).then_refused(value_not_valid);
  given()
      .when(calendar_of({day("2021-01-01"), day("2021-01-01")}, {}))
      .then_refused(value_not_valid, {{"field", "days_off"}, {"value", "2021-01-01"}});
}

TEST(CalendarRules, RestsOnADocument) {
  AdoptCalendar command = calendar_of({}, {});
  command.basis = " ";
  given().when(command).then_refused(value_required, {{"field", "basis"}});
}

TEST(CalendarState, KeepsEveryVersion) {
  CalendarAdopted second = adopted_calendar();
  second.version = 2;
  second.days_off.clear();
  CalendarState state;
  EXPECT_FALSE(state.exists());
  evolve(state, adopted_calendar());
  evolve(state, second);
  EXPECT_EQ(state.current().version, 2);
  ASSERT_NE(state.find(1), nullptr);
  EXPECT_EQ(state.find(1)->days_off, vietnam_calendar().days_off);
  EXPECT_EQ(state.find(3), nullptr);
}

TEST(PolicyRules, EachAdoptionIsTheNextVersion) {
  Policy second = default_policy();
  second.version = 2;
  given()
      .when(AdoptPolicy{default_policy(), {}})
      .then({{policy_stream(), PolicyAdopted{default_policy()}}});
  given({{policy_stream(), PolicyAdopted{default_policy()}}})
      .when(AdoptPolicy{default_policy(), {}})
      .then({{policy_stream(), PolicyAdopted{second}}});
}

TEST(PolicyRules, AskForProofOfEachMethodOnceAndForWhatCanBeHad) {
  const auto refused = [](std::vector<DeliveryRule> rules, std::string_view field,
                          std::string_view method) {
    Policy policy = default_policy();
    policy.delivery_proof = std::move(rules);
    given({})
        .when(AdoptPolicy{policy, {}})
        .then_refused(value_not_valid,
                      {{"field", std::string(field)}, {"value", std::string(method)}});
  };
  refused({{DeliveryMethod::post, {}}, {DeliveryMethod::post, {}}}, "delivery_proof", "post");
  refused({{DeliveryMethod::post, {ProofPart::files, ProofPart::files}}}, "delivery_proof.parts",
          "post");
  refused({{DeliveryMethod::posted, {ProofPart::recipient}}}, "delivery_proof.parts", "posted");
}

TEST(PolicyRules, TermsHaveAtLeastOneDay) {
  const std::pair<std::string, Term Policy::*> terms[] = {
      {"first_reply", &Policy::first_reply},
      {"assign", &Policy::assign},
      {"forward", &Policy::forward},
      {"settle_simple", &Policy::settle_simple},
      {"settle_complex", &Policy::settle_complex},
      {"notice_after_settlement", &Policy::notice_after_settlement},
      {"publish_result", &Policy::publish_result},
      {"recommendation_answer", &Policy::recommendation_answer},
      {"refusal_notice", &Policy::refusal_notice}};
  for (const auto& [field, term] : terms) {
    Policy policy = default_policy();
    (policy.*term).days = 0;
    given()
        .when(AdoptPolicy{policy, {}})
        .then_refused(value_not_valid, {{"field", field}, {"value", "0"}});
  }
}

TEST(PolicyRules, CountsAreNotNegative) {
  const std::pair<std::string, int Policy::*> counts[] = {
      {"extensions_max", &Policy::extensions_max},
      {"extension_days_max", &Policy::extension_days_max},
      {"announce_days_before", &Policy::announce_days_before},
      {"dialogues_per_quarter", &Policy::dialogues_per_quarter},
      {"late_entry_days", &Policy::late_entry_days},
      {"approaching_days", &Policy::approaching_days},
      {"pause_days_max", &Policy::pause_days_max},
      {"missed_grace_hours", &Policy::missed_grace_hours}};
  for (const auto& [field, count] : counts) {
    Policy policy = default_policy();
    policy.*count = 0;
    given().when(AdoptPolicy{policy, {}}).then_accepted();
    policy.*count = -1;
    given()
        .when(AdoptPolicy{policy, {}})
        .then_refused(value_not_valid, {{"field", field}, {"value", "-1"}});
  }
}

TEST(PolicyRules, AKeyIsKeptForAtLeastAYear) {
  Policy policy = default_policy();
  for (const int years : {0, 101}) {
    policy.retention_years = years;
    given()
        .when(AdoptPolicy{policy, {}})
        .then_refused(value_not_valid,
                      {{"field", "retention_years"}, {"value", std::to_string(years)}});
  }
}

TEST(PolicyRules, FieldsAreNamedAndDistinct) {
  Policy policy = default_policy();
  policy.fields.clear();
  given().when(AdoptPolicy{policy, {}}).then_refused(value_required, {{"field", "fields"}});
  policy.fields = {{{"ROADS"}, "Giao thông", "Roads"}, {{"ROADS"}, "Đường", "Streets"}};
  given().when(AdoptPolicy{policy, {}}).then_refused(duplicate_id, {{"id", "ROADS"}});
  policy.fields = {{{"ROADS"}, "", "Roads"}};
  given().when(AdoptPolicy{policy, {}}).then_refused(value_required, {{"field", "fields.name_vi"}});
}

TEST(PolicyRules, OfficeHoursAreSpansOfOneDayInOrder) {
  const std::vector<std::vector<HoursSpan>> wrong{
      {{minutes{600}, minutes{600}}},
      {{minutes{-1}, minutes{600}}},
      {{minutes{600}, minutes{1441}}},
      {{minutes{800}, minutes{1000}}, {minutes{400}, minutes{700}}},
      {{minutes{400}, minutes{700}}, {minutes{699}, minutes{1000}}}};
  for (const auto& spans : wrong) {
    Policy policy = default_policy();
    policy.office_hours = spans;
    given().when(AdoptPolicy{policy, {}}).then_refused(value_not_valid);
  }
}

TEST(PolicyState, TheOneOfADayIsTheLatestBegunByThen) {
  Policy second = default_policy();
  second.version = 2;
  second.valid_from = day("2021-07-01");
  Policy third = default_policy();
  third.version = 3;
  third.valid_from = day("2021-07-01");
  PolicyState state;
  evolve(state, PolicyAdopted{default_policy()});
  evolve(state, PolicyAdopted{second});
  evolve(state, PolicyAdopted{third});
  EXPECT_EQ(state.valid_on(day("2021-06-30")).version, 1);
  EXPECT_EQ(state.valid_on(day("2021-07-01")).version, 3);
  EXPECT_EQ(state.valid_on(day("2020-01-01")).version, 1);
  EXPECT_EQ(state.find(4), nullptr);
}

TEST(OfficeHours, BeginOnTheMinuteAndEndBeforeIt) {
  const Policy policy = default_policy();
  const WorkingCalendar calendar = vietnam_calendar();
  const auto outside = [&](std::string_view date, int hour, int minute) {
    return is_outside_office_hours(day(date), minutes{hour * 60 + minute}, policy, calendar);
  };
  EXPECT_FALSE(outside("2021-03-12", 7, 0));
  EXPECT_FALSE(outside("2021-03-12", 11, 29));
  EXPECT_TRUE(outside("2021-03-12", 11, 30));
  EXPECT_FALSE(outside("2021-03-12", 16, 59));
  EXPECT_TRUE(outside("2021-03-12", 17, 0));
  EXPECT_TRUE(outside("2021-03-12", 6, 59));
  EXPECT_TRUE(outside("2021-03-13", 9, 0)) << "a Saturday";
  EXPECT_TRUE(outside("2021-04-21", 9, 0)) << "a holiday";
  EXPECT_FALSE(outside("2024-05-04", 9, 0)) << "a Saturday worked in exchange";
}

}  // namespace
}  // namespace langnghe::domain::spec
