#include <algorithm>
#include <map>
#include <utility>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <projections/schedule.hpp>

#include "property/stored_story.hpp"

// Rule 10 of domain.md section 4: coverage is computed, from the khóm valid in the quarter.
// RC_ASSERT takes an expression apart and knows no short circuit: || stands in its own parentheses.
namespace langnghe::domain::spec {
namespace {

using projections::schedule::Cell;
using projections::schedule::CellStatus;

constexpr int kYear = 2021;

Period quarter_span(int quarter) {
  return find_period(PeriodFamily::calendar, "2021-Q" + std::to_string(quarter)).value();
}

/// Opened, with at least one resident, counted from the dialogues themselves.
int held_in(const Story& story, const KhomId& khom, int quarter) {
  return static_cast<int>(std::ranges::count_if(story.dialogues(), [&](const auto& id) {
    const auto& dialogue = story.ledger().state<DialogueState>(stream_of(id));
    return dialogue.opening && dialogue.attendance && dialogue.attendance->residents > 0 &&
           dialogue.schedule.khom == khom && quarter_span(quarter).contains(dialogue.schedule.date);
  }));
}

RC_GTEST_PROP(Rule10, EveryKhomValidInAQuarterHasItsCellAndNoOther, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const auto views = StoredStory(story.ledger()).views();
  const auto schedule = projections::schedule::of_year(*views, kYear, story.today());
  const auto& ward = story.ledger().state<WardState>(ward_stream());
  std::size_t cells = 0;
  for (const auto& [id, khom] : ward.khoms) {
    for (int quarter = 1; quarter <= 4; ++quarter) {
      const auto span = quarter_span(quarter);
      const auto found = std::ranges::count_if(schedule.cells, [&](const Cell& cell) {
        return cell.khom == id && cell.quarter == quarter;
      });
      RC_ASSERT((found == 1) == khom.valid_within(span.from, span.to));
      cells += static_cast<std::size_t>(found);
    }
  }
  RC_ASSERT(cells == schedule.cells.size());
}

RC_GTEST_PROP(Rule10, ACellCountsWhatWasHeldAndCreditsOnlyWhatTheChairCredited, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const auto views = StoredStory(story.ledger()).views();
  const auto schedule = projections::schedule::of_year(*views, kYear, story.today());
  const auto& plan = story.ledger().state<PlanState>(plan_stream(kYear));
  for (const auto& cell : schedule.cells) {
    RC_ASSERT(cell.held == held_in(story, cell.khom, cell.quarter));
    std::vector<DialogueId> credited;
    for (const auto& late : plan.credited) {
      if (late.khom == cell.khom && late.quarter == cell.quarter) {
        credited.push_back(late.dialogue);
        RC_ASSERT(late.held_on > quarter_span(cell.quarter).to);
      }
    }
    RC_ASSERT(cell.credited == credited);
    const bool in_time = cell.required > 0 && cell.held >= cell.required;
    RC_ASSERT((cell.status == CellStatus::met) == in_time);
  }
}

// The duty the clock recorded rests on the dialogues, and one dialogue makes good one quarter.
RC_GTEST_PROP(Rule10, AMissedDutyIsRecordedOnceAfterItsQuarterAndADialogueCreditsOnce, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  std::map<std::pair<KhomId, int>, ObligationMissed> missed;
  std::map<DialogueId, int> credits;
  for (const auto& event : story.ledger().events()) {
    const auto* of_plan = std::get_if<PlanEvent>(&event.event);
    if (of_plan == nullptr || event.stream != plan_stream(kYear)) {
      continue;
    }
    if (const auto* miss = std::get_if<ObligationMissed>(of_plan)) {
      // Again only with another count: a dialogue was entered late, or the plan was amended.
      auto& before = missed[{miss->khom, miss->quarter}];
      RC_ASSERT(before != *miss);
      before = *miss;
      RC_ASSERT(miss->held < miss->owed);
      RC_ASSERT(event.happened.date > quarter_span(miss->quarter).to);
    } else if (const auto* kept = std::get_if<ObligationMissRetracted>(of_plan)) {
      const auto erased = missed.erase({kept->khom, kept->quarter});
      RC_ASSERT(erased == 1U);
    } else if (const auto* late = std::get_if<LateDialogueCredited>(of_plan)) {
      const int count = ++credits[late->dialogue];
      const bool was_missed = missed.contains({late->khom, late->quarter});
      RC_ASSERT(count == 1);
      RC_ASSERT(was_missed);
    }
  }
}

}  // namespace
}  // namespace langnghe::domain::spec
