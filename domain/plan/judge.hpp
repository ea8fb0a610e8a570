#pragma once

#include <span>

#include "rules.hpp"
#include "value_checks.hpp"

/// Private to the plan: drafting and signing (decide.cpp), and the duties it makes
/// (decide_duty.cpp).
namespace langnghe::domain {

[[nodiscard]] Decision judge(const World&, const DraftPlan&, const Context&);
[[nodiscard]] Decision judge(const World&, const ApprovePlan&, const Context&);
[[nodiscard]] Decision judge(const World&, const PublishPlan&, const Context&);
[[nodiscard]] Decision judge(const World&, const AmendPlan&, const Context&);

// decide_duty.cpp
[[nodiscard]] Decision judge(const World&, const MarkObligationMissed&, const Context&);
[[nodiscard]] Decision judge(const World&, const CreditLateDialogue&, const Context&);
[[nodiscard]] Decision judge(const World&, const ClosePlan&, const Context&);

[[nodiscard]] MaybeRefusal check_year_over(int year, const Date& on);

// coverage.cpp
/// The calendar quarter of a year; `quarter` is 1 to 4.
[[nodiscard]] Period quarter_of_year(int year, int quarter);
/// The number of dialogues that a khóm is owed in a quarter: none where the plan has no line for
/// it, or where it is not valid on any day of the quarter.
[[nodiscard]] int owed_to(const KhomId& khom, int quarter, const PlanState& plan,
                          const WardState& ward);
/// Was it opened, whatever became of it afterwards?
[[nodiscard]] bool was_held(const DialogueState& dialogue);
[[nodiscard]] const ObligationMissed* find_missed(const PlanState& plan, const KhomId& khom,
                                                  int quarter);
/// The event by which one more dialogue of that khóm and quarter changes a duty recorded as missed:
/// met after all, or missed by one less. Nothing where no miss is recorded.
[[nodiscard]] std::optional<PlanEvent> duty_after_opening(const PlanState& plan, const KhomId& khom,
                                                          int quarter);
/// As it goes on the record: a miss happened on the day after its quarter, whatever shows it.
[[nodiscard]] Emitted on_plan(int year, PlanEvent event);
/// Dialogues credited late to that khóm and quarter.
[[nodiscard]] int credits_of(const PlanState& plan, const KhomId& khom, int quarter);
/// The results of the year.
[[nodiscard]] PlanClosed tally(const PlanState& plan, const WardState& ward);

}  // namespace langnghe::domain
