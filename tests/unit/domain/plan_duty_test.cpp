#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const StreamId kPlan = plan_stream(2021);
const Date kQuarterOver = day("2021-04-01");
const DialogueId kLate{"d-late"};

/// Tân Mỹ is owed one dialogue a quarter, Sa Nhiên two in the first and none in the second.
Past approved() {
  return a_ward() + settings() +
         Past{{kPlan, PlanDrafted{2021,
                                  "Kế hoạch",
                                  "Quyết định",
                                  {{kTanMy, {1, 1, 1, 1}}, {kSaNhien, {2, 0, 1, 1}}}}},
              {kPlan, PlanApproved{5, "05/KH-UBND", day("2021-01-05"), kHead}}};
}

Past a_meeting(const DialogueId& id, const KhomId& khom, const Date& date) {
  DialogueScheduled meeting = scheduled();
  meeting.khom = khom;
  meeting.date = date;
  return {{stream_of(id), meeting}};
}

Past a_held_meeting(const DialogueId& id, const KhomId& khom, const Date& date) {
  return a_meeting(id, khom, date) + Past{{stream_of(id), DialogueOpened{kEvening, kHead, false}}};
}

ObligationMissed missed(const KhomId& khom, int quarter, int owed, int held) {
  return {khom, quarter, owed, held};
}

Past with_a_missed_quarter() {
  return approved() + Past{{kPlan, missed(kTanMy, 1, 1, 0)}};
}

LateDialogueCredited credited(const Date& held_on) {
  return {kTanMy, 1, kLate, held_on, "Do dịch bệnh"};
}

CreditLateDialogue credit() {
  return {2021, kTanMy, 1, kLate, "Do dịch bệnh"};
}

// ---- amend

TEST(AnAmendment, IsTheNextVersionOfTheLines) {
  const std::vector<PlanLine> lines{{kTanMy, {2, 1, 1, 1}}};
  const AmendPlan command{2021, "Thêm một buổi", lines};
  const PlanAmended second{2, "Thêm một buổi", lines};
  given(approved()).when(command).then({{kPlan, second}});
  given(approved() + Past{{kPlan, second}})
      .when(command)
      .then({{kPlan, PlanAmended{3, "Thêm một buổi", lines}}});
}

TEST(AnAmendment, IsHeldToWhatADraftIs) {
  const auto amended = [](std::vector<PlanLine> lines, std::string reason = "Lý do") {
    return AmendPlan{2021, std::move(reason), std::move(lines)};
  };
  const Given plan = given(approved());
  plan.when(amended({})).then_refused(value_required, {{"field", "lines"}});
  plan.when(amended({{kTanMy, {1, 1, 1, 1}}}, " "))
      .then_refused(value_required, {{"field", "reason"}});
  plan.when(amended({{{"nowhere"}, {1, 1, 1, 1}}})).then_refused(unknown_khom);
  plan.when(amended({{kTanMy, {0, 0, 0, 0}}})).then_refused(value_not_valid);
  plan.when(amended({{kTanMy, {1, 1, 1, 1}}, {kTanMy, {1, 1, 1, 1}}})).then_refused(duplicate_id);
  given(a_ward()).when(amended({{kTanMy, {1, 1, 1, 1}}})).then_refused(does_not_exist);
}

// ---- a missed quarter: recorded once the three days for late entry are over

const Instant kEntryOver = noon(day("2021-04-04"));

MarkObligationMissed mark(const KhomId& khom, int quarter, std::vector<DialogueId> named = {}) {
  return {2021, khom, quarter, std::move(named)};
}

TEST(AMissedDuty, IsMarkedOnceTheQuarterIsOver) {
  given(approved())
      .on(kQuarterOver)
      .entered_at(kEntryOver)
      .when(mark(kTanMy, 1))
      .then({{kPlan, missed(kTanMy, 1, 1, 0)}});
  given(approved())
      .on(kQuarterOver)
      .entered_at(kEntryOver - std::chrono::days{1})
      .when(mark(kTanMy, 1))
      .then_refused(deadline_not_reached, {{"due", "2021-03-31"}});
  given(approved())
      .on(day("2021-03-31"))
      .when(mark(kTanMy, 1))
      .then_refused(quarter_not_over, {{"to", "2021-03-31"}});
  given(with_a_missed_quarter())
      .on(kQuarterOver)
      .when(mark(kTanMy, 1))
      .then_refused(already_marked, {{"due", "2021-03-31"}});
}

TEST(AMissedDuty, CountsWhatWasHeldOfWhatWasOwed) {
  const Past past = approved() + a_held_meeting({"d-1"}, kSaNhien, day("2021-02-01")) +
                    a_held_meeting({"d-2"}, kSaNhien, day("2021-03-31"));
  given(past)
      .on(kQuarterOver)
      .entered_at(kEntryOver)
      .when(mark(kSaNhien, 1, {{"d-1"}}))
      .then({{kPlan, missed(kSaNhien, 1, 2, 1)}});
  given(past)
      .on(kQuarterOver)
      .when(mark(kSaNhien, 1, {{"d-1"}, {"d-2"}}))
      .then_refused(obligation_met, {{"khom", "sa-nhien"}, {"quarter", "1"}});
  given(past)
      .on(kQuarterOver)
      .when(mark(kSaNhien, 1, {{"d-1"}, {"d-1"}}))
      .then_refused(duplicate_id);
}

TEST(AMissedDuty, IsNotMetByAnotherKhomAnotherQuarterOrAMeetingNobodyOpened) {
  const Past past = approved() + a_held_meeting({"d-1"}, kSaNhien, day("2021-02-01")) +
                    a_held_meeting({"d-2"}, kTanMy, day("2021-04-01")) +
                    a_meeting({"d-3"}, kTanMy, day("2021-02-01"));
  given(past)
      .on(day("2021-04-02"))
      .entered_at(kEntryOver)
      .when(mark(kTanMy, 1, {{"d-1"}, {"d-2"}, {"d-3"}}))
      .then({{kPlan, missed(kTanMy, 1, 1, 0)}});
}

TEST(AMissedDuty, NeedsAQuarterAndALineWithADuty) {
  const Given plan = given(approved()).on(day("2022-01-01"));
  plan.when(mark(kTanMy, 0)).then_refused(value_not_valid, {{"field", "quarter"}, {"value", "0"}});
  plan.when(mark(kTanMy, 5)).then_refused(value_not_valid);
  plan.when(mark({"nowhere"}, 1)).then_refused(unknown_khom, {{"khom", "nowhere"}});
  plan.when(mark(kSaNhien, 2)).then_refused(obligation_met);
}

TEST(AMissedDuty, IsNoneOfAKhomThatWasNotThereThatQuarter) {
  given(approved() + Past{{ward_stream(), KhomClosed{kTanMy, day("2021-06-30"), "Sáp nhập"}}})
      .on(day("2021-10-01"))
      .when(mark(kTanMy, 3))
      .then_refused(obligation_met);
}

// A dialogue of the quarter that is typed later shows what the khóm had.
TEST(AMissedDuty, IsTakenBackByTheDialogueThatWasHeldAfterAll) {
  const Date held = day("2021-03-10");
  const OpenDialogue open{kLate, kEvening, kHead};
  const DialogueOpened opened{kEvening, kHead, false};
  given(with_a_missed_quarter() + a_meeting(kLate, kTanMy, held))
      .on(held)
      .entered_at(noon(day("2021-04-09")))
      .when(open)
      .then({{stream_of(kLate), opened}, {kPlan, ObligationMissRetracted{kTanMy, 1}}});
  given(approved() + Past{{kPlan, missed(kSaNhien, 1, 2, 0)}} + a_meeting(kLate, kSaNhien, held))
      .on(held)
      .entered_at(noon(day("2021-04-09")))
      .when(open)
      .then({{stream_of(kLate), opened},
             {kPlan, missed(kSaNhien, 1, 2, 1), Happened{kQuarterOver, std::nullopt}}});
  given(with_a_missed_quarter() + a_meeting(kLate, kTanMy, day("2021-04-07")))
      .on(day("2021-04-07"))
      .when(open)
      .then({{stream_of(kLate), opened}});
}

TEST(AMissedDuty, IsMeasuredByTheLinesAsAmended) {
  const AmendPlan none{2021, "Gộp khóm", {{kTanMy, {0, 1, 1, 1}}, {kSaNhien, {2, 0, 1, 1}}}};
  given(with_a_missed_quarter())
      .when(none)
      .then({{kPlan, PlanAmended{2, none.reason, none.lines}},
             {kPlan, ObligationMissRetracted{kTanMy, 1}}});
  const AmendPlan two{2021, "Thêm", {{kTanMy, {2, 1, 1, 1}}, {kSaNhien, {2, 0, 1, 1}}}};
  given(with_a_missed_quarter())
      .on(day("2021-04-09"))
      .when(two)
      .then({{kPlan, PlanAmended{2, two.reason, two.lines}},
             {kPlan, missed(kTanMy, 1, 2, 0), Happened{kQuarterOver, std::nullopt}}});
}

// Crediting and closing do not wait for the clock: what they rest on comes with them.
TEST(AMissedDuty, IsRecordedWithTheActThatRestsOnIt) {
  const Date held = day("2021-04-02");
  const Happened marked{kQuarterOver, std::nullopt};
  CreditLateDialogue command = credit();
  command.dialogues = std::vector<DialogueId>{};
  given(approved() + a_held_meeting(kLate, kTanMy, held))
      .on(held)
      .when(command)
      .then({{kPlan, missed(kTanMy, 1, 1, 0), marked}, {kPlan, credited(held)}});
  ClosePlan close{2021, "Họp sớm hơn"};
  close.dialogues = std::vector<DialogueId>{{"d-1"}};
  const auto decision = given(approved() + a_held_meeting({"d-1"}, kTanMy, day("2021-03-10")))
                            .on(day("2022-01-01"))
                            .when(close);
  EXPECT_EQ(decision.only<PlanClosed>(), (PlanClosed{7, 1, 0, "Họp sớm hơn"}));
  EXPECT_EQ(decision.decision()->size(), 7U);
}

// ---- credited late

TEST(ALateDialogue, IsCreditedToAQuarterThatWasMissed) {
  const Date held = day("2021-04-05");
  given(with_a_missed_quarter() + a_held_meeting(kLate, kTanMy, held))
      .on(held)
      .when(credit())
      .then({{kPlan, credited(held)}});
  given(approved() + a_held_meeting(kLate, kTanMy, held))
      .on(held)
      .when(credit())
      .then_refused(obligation_not_missed, {{"khom", "tan-my"}, {"quarter", "1"}});
}

TEST(ALateDialogue, WasHeldInThatKhomOnceTheQuarterWasOver) {
  const auto with = [](const Past& meeting) { return given(with_a_missed_quarter() + meeting); };
  with({}).when(credit()).then_refused(does_not_exist, {{"stream", "dialogue-d-late"}});
  with(a_meeting(kLate, kTanMy, day("2021-04-05"))).when(credit()).then_refused(dialogue_not_open);
  with(a_held_meeting(kLate, kSaNhien, day("2021-04-05")))
      .when(credit())
      .then_refused(value_not_valid, {{"field", "dialogue"}, {"value", "d-late"}});
  with(a_held_meeting(kLate, kTanMy, day("2021-03-31")))
      .when(credit())
      .then_refused(date_order, {{"first", "2021-04-01"}, {"second", "2021-03-31"}});
}

TEST(ALateDialogue, IsCreditedOnceWithAReasonWhileOneIsMissing) {
  const Date held = day("2021-04-05");
  const Past two_owed = approved() + Past{{kPlan, missed(kTanMy, 1, 2, 0)}};
  const Past meeting = a_held_meeting(kLate, kTanMy, held);
  given(two_owed + meeting + Past{{kPlan, credited(held)}})
      .when(credit())
      .then_refused(duplicate_id, {{"id", "d-late"}});
  given(with_a_missed_quarter() + meeting + Past{{kPlan, credited(held)}})
      .when(credit())
      .then_refused(obligation_met, {{"khom", "tan-my"}, {"quarter", "1"}});
  CreditLateDialogue command = credit();
  command.reason = "";
  given(with_a_missed_quarter() + meeting)
      .when(command)
      .then_refused(value_required, {{"field", "reason"}});
  command = credit();
  command.quarter = 5;
  given(with_a_missed_quarter()).when(command).then_refused(value_not_valid);
}

// ---- close

TEST(AClosedPlan, TellsWhatTheYearCameTo) {
  const Past year = with_a_missed_quarter() +
                    Past{{kPlan, missed(kSaNhien, 1, 2, 0)}, {kPlan, credited(day("2021-04-05"))}};
  // Four quarters of Tân Mỹ and three of Sa Nhiên; one of each missed, one of these made good.
  given(year)
      .on(day("2022-01-01"))
      .when(ClosePlan{2021, "Họp sớm hơn"})
      .then({{kPlan, PlanClosed{7, 5, 1, "Họp sớm hơn"}}});
}

TEST(AClosedPlan, IsClosedOnceTheYearIsOverWithItsLessons) {
  given(approved())
      .on(day("2021-12-31"))
      .when(ClosePlan{2021, "Họp sớm hơn"})
      .then_refused(quarter_not_over, {{"to", "2021-12-31"}});
  given(approved())
      .on(day("2022-01-01"))
      .when(ClosePlan{2021, " "})
      .then_refused(value_required, {{"field", "lessons"}});
  given(approved() + Past{{kPlan, PlanClosed{}}})
      .on(day("2022-01-01"))
      .when(ClosePlan{2021, "Họp sớm hơn"})
      .then_refused(act_not_allowed_in_state, {{"act", "close"}, {"state", "closed"}});
}

TEST(AClosedPlan, OwesNothingToAKhomForQuartersItWasNotThere) {
  const auto closed =
      given(approved() + Past{{ward_stream(), KhomClosed{kSaNhien, day("2021-03-31"), "Sáp nhập"}}})
          .on(day("2022-01-01"))
          .when(ClosePlan{2021, "Họp sớm hơn"})
          .only<PlanClosed>();
  EXPECT_EQ(closed.owed, 5);
  EXPECT_EQ(closed.covered, 5);
}

TEST(APlan, CountsItsVersionsFromTheDraft) {
  PlanState plan;
  evolve(plan, PlanDrafted{2021, "Kế hoạch", "", {{kTanMy, {1, 1, 1, 1}}}});
  EXPECT_EQ(plan.version, 1);
  evolve(plan, PlanAmended{2, "Lý do", {{kSaNhien, {1, 1, 1, 1}}}});
  EXPECT_EQ(plan.version, 2);
  EXPECT_EQ(plan.plan.lines, (std::vector<PlanLine>{{kSaNhien, {1, 1, 1, 1}}}));
  EXPECT_EQ(plan.plan.title, "Kế hoạch");
}

}  // namespace
}  // namespace langnghe::domain::spec
