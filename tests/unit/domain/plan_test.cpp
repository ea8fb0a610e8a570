#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const StreamId kPlan = plan_stream(2021);
const StreamId kRegister = register_stream(2021);

PlanDrafted plan() {
  return {2021,
          "Kế hoạch đối thoại năm 2021",
          "Quyết định 217-QĐ/TW",
          {{kTanMy, {1, 1, 1, 1}}, {kSaNhien, {1, 0, 2, 1}}}};
}

Past drafted() {
  return a_ward() + Past{{kPlan, plan()}};
}

PlanDrafted with_lines(std::vector<PlanLine> lines) {
  PlanDrafted drafted = plan();
  drafted.lines = std::move(lines);
  return drafted;
}

TEST(Plan, IsDraftedOncePerYear) {
  given(a_ward()).when(DraftPlan{plan()}).then({{kPlan, plan()}});
  PlanDrafted corrected = plan();
  corrected.title = "Kế hoạch tổ chức đối thoại năm 2021";
  given(drafted()).when(DraftPlan{corrected}).then({{kPlan, corrected}});
  given(drafted() + Past{{kPlan, PlanApproved{5, "05/KH-UBND", kPast, kHead}}})
      .when(DraftPlan{corrected})
      .then_refused(act_not_allowed_in_state, {{"act", "draft"}, {"state", "approved"}});
}

TEST(Plan, EveryLineNamesAKhomOfThatYearOnce) {
  given(a_ward())
      .when(DraftPlan{with_lines({{{"nowhere"}, {1, 1, 1, 1}}})})
      .then_refused(unknown_khom, {{"khom", "nowhere"}});
  given(a_ward())
      .when(DraftPlan{with_lines({{kTanMy, {1, 1, 1, 1}}, {kTanMy, {1, 1, 1, 1}}})})
      .then_refused(duplicate_id, {{"id", "tan-my"}});
  given(a_ward() + Past{{ward_stream(), KhomClosed{kTanMy, day("2020-12-31"), "Sáp nhập"}}})
      .when(DraftPlan{plan()})
      .then_refused(khom_not_valid_then, {{"khom", "tan-my"}, {"date", "2021-01-01"}});
  given(a_ward()).when(DraftPlan{with_lines({})}).then_refused(value_required);
}

TEST(Plan, OwesAKhomSomethingButNotTooMuch) {
  given(a_ward()).when(DraftPlan{with_lines({{kTanMy, {0, 0, 0, 1}}})}).then_accepted();
  given(a_ward())
      .when(DraftPlan{with_lines({{kTanMy, {0, 0, 0, 0}}})})
      .then_refused(value_not_valid);
  given(a_ward())
      .when(DraftPlan{with_lines({{kTanMy, {1, 13, 1, 1}}})})
      .then_refused(value_not_valid, {{"field", "lines.0.per_quarter"}, {"value", "13"}});
  given(a_ward())
      .when(DraftPlan{with_lines({{kTanMy, {1, -1, 1, 1}}})})
      .then_refused(value_not_valid);
}

TEST(Plan, ApprovalTakesTheNextNumberOfTheRegister) {
  const Date date = day("2021-01-05");
  given(a_ward())
      .recorded(
          "u-cchc", date,
          {{kPlan, plan()},
           {kRegister, NumberTaken{4, DocumentType::notice, "04/TB-UBND", date, ward_stream()}}})
      .on(date)
      .when(ApprovePlan{2021, std::nullopt, kHead})
      .then({{kPlan, PlanApproved{5, "05/KH-UBND", date, kHead, SigningCapacity::tm}},
             {kRegister, NumberTaken{5, DocumentType::plan, "05/KH-UBND", date, kPlan}}});
}

TEST(Plan, ApprovalUsesTheRegisterOfTheYearItIsSignedIn) {
  const Date date = day("2020-12-28");
  given(a_ward())
      .recorded("u-cchc", date, {{kPlan, plan()}})
      .on(date)
      .when(ApprovePlan{2021, 1, kHead})
      .then(
          {{kPlan, PlanApproved{1, "01/KH-UBND", date, kHead, SigningCapacity::tm}},
           {register_stream(2020), NumberTaken{1, DocumentType::plan, "01/KH-UBND", date, kPlan}}});
}

TEST(Plan, IsApprovedFromADraftBySomebodyInOffice) {
  given(a_ward()).when(ApprovePlan{2021, {}, kHead}).then_refused(does_not_exist);
  given(drafted())
      .when(ApprovePlan{2021, {}, {"nobody"}})
      .then_refused(unknown_official, {{"official", "nobody"}});
  given(drafted() +
        Past{{kRegister, NumberTaken{5, DocumentType::plan, "05/KH-UBND", kPast, kPlan}}})
      .when(ApprovePlan{2021, 5, kHead})
      .then_refused(number_taken, {{"number", "5"}, {"year", "2021"}});
}

TEST(Plan, IsPublishedAfterApprovalSomewhere) {
  const Past approved =
      drafted() + Past{{kPlan, PlanApproved{5, "05/KH-UBND", day("2021-01-05"), kHead}}};
  const PlanPublished published{{"Trụ sở UBND phường", "Văn phòng khóm"}};
  given(approved).when(PublishPlan{2021, published.places}).then({{kPlan, published}});
  given(approved).when(PublishPlan{2021, {}}).then_refused(value_required, {{"field", "places"}});
  given(approved).when(PublishPlan{2021, {"  "}}).then_refused(value_required);
  given(drafted())
      .when(PublishPlan{2021, published.places})
      .then_refused(act_not_allowed_in_state, {{"act", "publish"}, {"state", "drafted"}});
  given(approved + Past{{kPlan, published}})
      .when(ApprovePlan{2021, {}, kHead})
      .then_refused(act_not_allowed_in_state, {{"act", "approve"}, {"state", "published"}});
}

}  // namespace
}  // namespace langnghe::domain::spec
