#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

// The administrative reform report of the first quarter: 15 December to 14 March.
const ReportKey kKey{PeriodFamily::cchc, "2021-Q1"};
const StreamId kReport{"report-cchc-2021-Q1"};
const StreamId kRegister = register_stream(2021);
const Date kSigned = day("2021-03-16");

std::string a_hash() {
  return std::string(64, 'a');
}

FreezeFigures freeze(bool estimate = false) {
  return {kKey, 420, 1, a_hash(), estimate};
}

FiguresFrozen frozen_figures(bool estimate = false) {
  return {420, 1, a_hash(), estimate};
}

Past frozen() {
  return a_ward() + Past{{kReport, frozen_figures()}};
}

Past drafted() {
  return frozen() + Past{{kReport, ReportDrafted{"Đã tổ chức 5 buổi"}}};
}

ReportSigned signature() {
  return {1, "01/BC-UBND", kSigned, kHead, SigningCapacity::tm};
}

Past signed_report() {
  return drafted() + Past{{kReport, signature()}};
}

Past with_route() {
  return signed_report() + Past{{ward_stream(), ReportRouteAdopted{"UBND thành phố", "Phòng Nội vụ",
                                                                   day("2021-01-01")}}};
}

TEST(Report, FiguresAreFrozenWhenThePeriodIsOver) {
  given(a_ward()).on(day("2021-03-15")).when(freeze()).then({{kReport, frozen_figures()}});
  given(a_ward())
      .on(day("2021-03-14"))
      .when(freeze())
      .then_refused(period_not_over, {{"to", "2021-03-14"}});
}

TEST(Report, FiguresOfARunningPeriodAreAnEstimate) {
  given(a_ward()).on(day("2021-03-14")).when(freeze(true)).then({{kReport, frozen_figures(true)}});
  given(a_ward()).on(day("2021-03-15")).when(freeze(true)).then({{kReport, frozen_figures(false)}});
}

TEST(Report, ThePeriodMustExist) {
  FreezeFigures command = freeze();
  command.report.period = "2021-Q2";
  given(a_ward()).when(command).then_refused(value_not_valid,
                                             {{"field", "period"}, {"value", "2021-Q2"}});
}

TEST(Report, FiguresNameALedgerAndAHash) {
  FreezeFigures command = freeze();
  command.ledger_size = 0;
  given(a_ward()).on(kSigned).when(command).then_refused(value_not_valid);
  command = freeze();
  command.definition_version = 0;
  given(a_ward()).on(kSigned).when(command).then_refused(value_not_valid);
  for (const std::string& hash : {std::string{}, std::string(63, 'a'), std::string(64, 'A')}) {
    command = freeze();
    command.figures_hash = hash;
    given(a_ward()).on(kSigned).when(command).then_refused(value_not_valid);
  }
}

TEST(Report, FiguresAreFrozenOnce) {
  given(frozen()).on(kSigned).when(freeze()).then_refused(act_not_allowed_in_state,
                                                          {{"act", "freeze"}, {"state", "frozen"}});
}

Past estimated() {
  FiguresFrozen estimate = frozen_figures(true);
  estimate.measured_on = day("2021-03-01");
  return a_ward() +
         Past{{kReport, estimate}, {kReport, ReportDrafted{"Ước tính"}}, {kReport, signature()}};
}

TEST(Report, AnEstimateSaysOnWhichDayItWasMeasured) {
  FreezeFigures command = freeze(true);
  command.measured_on = day("2021-03-01");
  FiguresFrozen expected = frozen_figures(true);
  expected.measured_on = day("2021-03-01");
  given(a_ward()).on(day("2021-03-01")).when(command).then({{kReport, expected}});
  given(a_ward()).on(day("2021-03-15")).when(command).then({{kReport, frozen_figures(false)}});
}

TEST(Report, AnEstimateIsFrozenAgainWhenItsPeriodIsOver) {
  given(estimated()).on(day("2021-03-15")).when(freeze()).then({{kReport, frozen_figures()}});
  for (const bool estimate : {true, false}) {
    given(estimated())
        .on(day("2021-03-14"))
        .when(freeze(estimate))
        .then_refused(period_not_over, {{"to", "2021-03-14"}});
  }
}

TEST(Report, WhatWasMadeOfAnEstimateStaysBesideTheWholeFigures) {
  ReportState state;
  for (const auto& emitted : estimated()) {
    if (const auto* of_report = std::get_if<ReportEvent>(&emitted.event)) {
      evolve(state, *of_report);
    }
  }
  evolve(state, frozen_figures());
  EXPECT_EQ(state.phase, ReportPhase::frozen);
  EXPECT_EQ(state.frozen, frozen_figures());
  EXPECT_EQ(state.narrative, "");
  EXPECT_FALSE(state.signature);
  ASSERT_EQ(state.estimates.size(), 1U);
  EXPECT_EQ(state.estimates[0].frozen.measured_on, day("2021-03-01"));
  EXPECT_EQ(state.estimates[0].narrative, "Ước tính");
  EXPECT_EQ(state.estimates[0].signature, signature());
}

TEST(Report, NothingIsWrittenOnFiguresThatMove) {
  given(a_ward()).when(DraftReport{kKey, "X"}).then_refused(figures_not_frozen);
  given(a_ward())
      .when(SignReport{kKey, {}, kHead, SigningCapacity::tm})
      .then_refused(figures_not_frozen);
}

TEST(Report, IsDraftedUntilItIsSigned) {
  given(frozen()).when(DraftReport{kKey, "Lần 1"}).then({{kReport, ReportDrafted{"Lần 1"}}});
  given(drafted()).when(DraftReport{kKey, "Lần 2"}).then({{kReport, ReportDrafted{"Lần 2"}}});
  given(frozen())
      .when(DraftReport{kKey, " "})
      .then_refused(value_required, {{"field", "narrative"}});
  given(signed_report()).when(DraftReport{kKey, "Lần 3"}).then_refused(act_not_allowed_in_state);
}

TEST(Report, SigningTakesANumberOfItsYear) {
  const std::vector<Emitted> expected{
      {kReport, signature()},
      {kRegister, NumberTaken{1, DocumentType::report, "01/BC-UBND", kSigned, kReport}}};
  const SignReport command{kKey, std::nullopt, kHead, SigningCapacity::tm};
  given(drafted()).on(kSigned).when(command).then(expected);
  given(frozen()).on(kSigned).when(command).then(expected);
  given(signed_report()).on(kSigned).when(command).then_refused(act_not_allowed_in_state);
  given(drafted())
      .on(kSigned)
      .when(SignReport{kKey, {}, {"nobody"}, SigningCapacity::tm})
      .then_refused(unknown_official);
}

TEST(Report, GoesUpTheRouteOfTheDayItWasSigned) {
  const SubmitReport command{kKey, "Trục văn bản"};
  given(with_route() +
        Past{{ward_stream(), ReportRouteAdopted{"UBND tỉnh", "Sở Nội vụ", day("2021-03-17")}}})
      .on(day("2021-03-18"))
      .when(command)
      .then({{kReport, ReportSubmitted{"UBND thành phố", "Phòng Nội vụ", "Trục văn bản"}}});
  given(signed_report())
      .on(kSigned)
      .when(command)
      .then_refused(no_report_route, {{"date", "2021-03-16"}});
}

TEST(Report, IsNotSentBeforeItIsSigned) {
  given(with_route())
      .having(Role::cchc_officer, "u-cchc", day("2021-03-18"), SubmitReport{kKey, "Trục văn bản"})
      .on(day("2021-03-17"))
      .when(ReturnReport{kKey, "Thiếu phụ lục"})
      .then_refused(happened_before_start,
                    {{"happened", "2021-03-17"}, {"start", "2021-03-18"}, {"act", "submit"}});
  given(drafted()).when(SubmitReport{kKey, "Trục văn bản"}).then_refused(act_not_allowed_in_state);
  given(with_route())
      .on(kSigned)
      .when(SubmitReport{kKey, ""})
      .then_refused(value_required, {{"field", "channel"}});
}

TEST(Report, IsAcknowledgedOnceItWasSent) {
  const Past sent = with_route() + Past{{kReport, ReportSubmitted{"UBND thành phố", "", "Trục"}}};
  given(sent)
      .on(day("2021-03-19"))
      .when(AcknowledgeReport{kKey, "Đến 112"})
      .then({{kReport, ReportAcknowledged{"Đến 112"}}});
  given(sent).when(AcknowledgeReport{kKey, ""}).then_refused(value_required);
  given(with_route())
      .when(AcknowledgeReport{kKey, "Đến 112"})
      .then_refused(act_not_allowed_in_state, {{"act", "acknowledge"}, {"state", "signed"}});
}

}  // namespace
}  // namespace langnghe::domain::spec
