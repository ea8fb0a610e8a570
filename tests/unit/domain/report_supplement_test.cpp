#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const ReportKey kKey{PeriodFamily::cchc, "2021-Q1"};
const StreamId kReport{"report-cchc-2021-Q1"};
const Date kSigned = day("2021-03-16");

Past drafted() {
  return a_ward() + Past{{ward_stream(),
                          ReportRouteAdopted{"UBND thành phố", "Phòng Nội vụ", day("2021-01-01")}},
                         {kReport, FiguresFrozen{420, 1, std::string(64, 'a'), false}},
                         {kReport, ReportDrafted{"Đã tổ chức 5 buổi"}}};
}

Past submitted() {
  return drafted() +
         Past{{kReport, ReportSigned{1, "01/BC-UBND", kSigned, kHead, SigningCapacity::tm}},
              {kReport, ReportSubmitted{"UBND thành phố", "Phòng Nội vụ", "Trục"}}};
}

Past returned() {
  return submitted() + Past{{kReport, ReportReturned{"Thiếu phụ lục"}}};
}

TEST(AReportSentBack, IsDraftedAgainBeforeItIsSigned) {
  const ReportSentBack sent_back{"Nêu rõ khóm chưa họp"};
  given(drafted()).when(SendBackReport{kKey, sent_back.comments}).then({{kReport, sent_back}});
  given(drafted())
      .when(SendBackReport{kKey, " "})
      .then_refused(value_required, {{"field", "comments"}});
  const Past back = drafted() + Past{{kReport, sent_back}};
  const SignReport sign{kKey, {}, kHead, SigningCapacity::tm};
  given(back).on(kSigned).when(sign).then_refused(act_not_allowed_in_state,
                                                  {{"act", "sign"}, {"state", "sent_back"}});
  given(back).when(DraftReport{kKey, "Lần 2"}).then({{kReport, ReportDrafted{"Lần 2"}}});
  given(back + Past{{kReport, ReportDrafted{"Lần 2"}}}).on(kSigned).when(sign).then_accepted();
}

TEST(AReturnedReport, IsDraftedAndSignedAgain) {
  given(returned()).when(DraftReport{kKey, "Bổ sung phụ lục"}).then_accepted();
  const Past mended = returned() + Past{{kReport, ReportDrafted{"Bổ sung phụ lục"}}};
  const auto again = given(mended)
                         .on(day("2021-03-20"))
                         .when(SignReport{kKey, {}, kHead, SigningCapacity::tm})
                         .only<ReportSigned>();
  EXPECT_EQ(again.date, day("2021-03-20"));
  given(mended).when(SendBackReport{kKey, "Nêu rõ hơn"}).then_accepted();
}

TEST(AReturnedReport, IsSubmittedAgain) {
  given(submitted())
      .by(Role::home_affairs, "u-city")
      .when(ReturnReport{kKey, "Thiếu phụ lục"})
      .then({{kReport, ReportReturned{"Thiếu phụ lục"}}});
  given(submitted())
      .when(ReturnReport{kKey, ""})
      .then_refused(value_required, {{"field", "reason"}});
  given(returned())
      .on(day("2021-03-18"))
      .when(SubmitReport{kKey, "Trục"})
      .then({{kReport, ReportSubmitted{"UBND thành phố", "Phòng Nội vụ", "Trục"}}});
  given(returned()).when(AcknowledgeReport{kKey, "Đến 112"}).then_refused(act_not_allowed_in_state);
}

SupplementReport supplement() {
  return {kKey,
          500,
          1,
          std::string(64, 'b'),
          {{"issues.new", "12", "13"}},
          {421, 430},
          "Nhập bổ sung biên bản"};
}

ReportSupplemented supplemented(int ordinal) {
  const SupplementReport what = supplement();
  return {ordinal,           what.ledger_size, what.definition_version,
          what.figures_hash, what.differences, what.positions,
          what.reason};
}

TEST(ASupplement, TellsLaterFactsBesideTheReport) {
  given(submitted()).when(supplement()).then({{kReport, supplemented(1)}});
  SupplementReport later = supplement();
  later.ledger_size = 600;
  later.positions = {500, 599};
  const auto second =
      given(submitted() + Past{{kReport, supplemented(1)}}).when(later).only<ReportSupplemented>();
  EXPECT_EQ(second.ordinal, 2);
}

TEST(ASupplement, LeavesTheReportInItsPhase) {
  ReportState report;
  for (const Emitted& emitted : returned()) {
    if (emitted.stream == kReport) {
      evolve(report, std::get<ReportEvent>(emitted.event));
    }
  }
  const FiguresFrozen frozen = *report.frozen;
  evolve(report, supplemented(1));
  EXPECT_EQ(report.phase, ReportPhase::returned);
  EXPECT_EQ(report.frozen, frozen);
  EXPECT_EQ(report.supplements.size(), 1U);
}

TEST(ASupplement, NeedsADifference) {
  SupplementReport command = supplement();
  command.differences.clear();
  given(submitted()).when(command).then_refused(figures_unchanged);
  command.differences = {{"issues.new", "12", "12"}};
  given(submitted())
      .when(command)
      .then_refused(value_not_valid, {{"field", "differences"}, {"value", "issues.new"}});
  command.differences = {{"issues.new", "12", "13"}, {"issues.new", "12", "14"}};
  given(submitted()).when(command).then_refused(value_not_valid);
  command.differences = {{" ", "12", "13"}};
  given(submitted()).when(command).then_refused(value_required, {{"field", "differences.figure"}});
}

TEST(ASupplement, FollowsTheFiguresBeforeIt) {
  SupplementReport command = supplement();
  command.ledger_size = 420;
  given(submitted()).when(command).then_refused(figures_unchanged);
  given(submitted() + Past{{kReport, supplemented(1)}})
      .when(supplement())
      .then_refused(figures_unchanged);
}

TEST(ASupplement, NamesRecordsSinceThenInTheirOrder) {
  for (const std::vector<std::uint64_t>& wrong :
       {std::vector<std::uint64_t>{419}, {500}, {430, 421}, {421, 421}}) {
    SupplementReport command = supplement();
    command.positions = wrong;
    given(submitted()).when(command).then_refused(value_not_valid);
  }
  SupplementReport command = supplement();
  command.positions = {420, 499};
  given(submitted()).when(command).then_accepted();
}

TEST(ASupplement, HasFiguresAndAReason) {
  SupplementReport command = supplement();
  command.figures_hash = "b";
  given(submitted()).when(command).then_refused(value_not_valid);
  command = supplement();
  command.definition_version = 0;
  given(submitted()).when(command).then_refused(value_not_valid);
  command = supplement();
  command.reason = "";
  given(submitted()).when(command).then_refused(value_required, {{"field", "reason"}});
  given(drafted()).when(supplement()).then_refused(act_not_allowed_in_state);
  given(a_ward()).when(supplement()).then_refused(figures_not_frozen);
}

}  // namespace
}  // namespace langnghe::domain::spec
