#pragma once

#include <string>

#include "unit/domain/ward_fixture.hpp"

/// A plan, a report, a meeting and a person in each of their phases.
namespace langnghe::domain::spec {

inline const StreamId kYearsPlan = plan_stream(2021);
inline const ReportKey kQuarterReport{PeriodFamily::cchc, "2021-Q1"};
inline const StreamId kQuarterReportStream{"report-cchc-2021-Q1"};
inline const Date kReportDay = day("2021-03-16");

PlanDrafted years_plan();

Past plan_at(PlanPhase phase);

Past meeting_at(DialoguePhase phase);

Past report_at(ReportPhase phase);

Past person_at(ResidentPhase phase);

}  // namespace langnghe::domain::spec
