#include <algorithm>
#include <optional>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "property/any_story.hpp"

// Rule 9 of domain.md section 4: merging keeps everybody's right, and silence is no withdrawal.
// RC_ASSERT takes an expression apart and knows no short circuit: || stands in its own parentheses.
namespace langnghe::domain::spec {
namespace {

IssueState apart_from_the_day(IssueState state) {
  state.last_act_on = {};
  // A breach from before the merger stays on the record.
  state.breaches.clear();
  // A merger that is entered with an earlier day takes one back, which is not undone.
  state.breaches_retracted = 0;
  state.act_course = {};
  // On the days between, no clock of it ran.
  state.first_reply_course = {};
  state.resolution_course = {};
  state.breached = {};
  for (auto& promise : state.commitments) {
    promise.course = {};
    promise.missed = false;
    promise.missed_due.reset();
    promise.missed_on.reset();
  }
  return state;
}

RC_GTEST_PROP(Rule9, UnmergingGivesBackWhatWasMerged, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& issue : story.issues()) {
    StreamState state = IssueState{};
    std::optional<IssueState> merged;
    for (const auto& event : story.events_of(issue)) {
      const auto before = std::get<IssueState>(state);
      evolve(state, event);
      const auto& after = std::get<IssueState>(state);
      if (before.phase != IssuePhase::merged && after.phase == IssuePhase::merged) {
        merged = before;
      } else if (before.phase == IssuePhase::merged && after.phase != IssuePhase::merged) {
        RC_ASSERT(as<IssueUnmerged>(event) != nullptr);
        RC_ASSERT(apart_from_the_day(after) == apart_from_the_day(*merged));
      }
    }
  }
}

RC_GTEST_PROP(Rule9, WhoeverWasMergedIsOwedAnAnswerByTheSurvivor, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& id : story.issues()) {
    const auto& issue = story.ledger().issue(id);
    if (issue.phase != IssuePhase::merged) {
      continue;
    }
    const auto& survivor = story.ledger().issue(*issue.merged_into);
    const auto held = std::ranges::find(survivor.absorbed, id, &AbsorbedIssue::issue);
    RC_ASSERT(held != survivor.absorbed.end());
    RC_ASSERT(held->resident == issue.recorded.resident);
    RC_ASSERT(held->received == issue.recorded.received);
    RC_ASSERT(survivor.phase != IssuePhase::merged);
    // A round that began later, opened again or contested, counts from that day.
    RC_ASSERT(issue.clock.has_value());
    RC_ASSERT((survivor.received() <= issue.clock->start));
    if (issue.reopenings == 0 && !issue.contested_on) {
      RC_ASSERT((survivor.received() <= issue.recorded.received));
    }
  }
}

// Nothing is absorbed that does not itself say so: the right would be owed twice, or by nobody.
RC_GTEST_PROP(Rule9, ASurvivorHoldsOnlyWhatIsMergedIntoIt, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& id : story.issues()) {
    for (const auto& absorbed : story.ledger().issue(id).absorbed) {
      const auto& issue = story.ledger().issue(absorbed.issue);
      RC_ASSERT(issue.phase == IssuePhase::merged);
      RC_ASSERT((issue.merged_into == id));
    }
  }
}

// Told, or on record why not: only then is a matter at its end for those merged into it. Opened
// again, it owes them the new answer.
RC_GTEST_PROP(Rule9, NoMatterEndsBeforeEverybodyMergedIntoItHasTheAnswer, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& id : story.issues()) {
    const auto& issue = story.ledger().issue(id);
    if (is_ended(issue.phase)) {
      RC_ASSERT(issue.owed().empty());
    }
    if (!issue.notice && !issue.delivered_on && issue.deliveries.empty()) {
      for (const auto& absorbed : issue.absorbed) {
        RC_ASSERT((!absorbed.served_on || !absorbed.given_up_for.empty()));
      }
    }
  }
}

// Under one calendar the day comes nearer or stays. A calendar that was adopted meanwhile, and that
// the survivor's day does not follow yet, may move it in the same step.
RC_GTEST_PROP(Rule9, ASurvivorKeepsTheEarliestReceipt, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& id : story.issues()) {
    const auto& steps = story.ledger().issue(id).clock_steps;
    for (std::size_t i = 1; i < steps.size(); ++i) {
      if (steps[i].kind == ClockStep::Kind::merged &&
          steps[i].calendar_version == steps[i - 1].calendar_version) {
        RC_ASSERT((steps[i].due <= steps[i].previous_due));
      }
    }
  }
}

RC_GTEST_PROP(Rule9, OnlyAPaperOfTheResidentWithdraws, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& id : story.issues()) {
    const auto events = story.events_of(id);
    const auto withdrawn = std::ranges::find_if(
        events, [](const auto& event) { return as<IssueWithdrawn>(event) != nullptr; });
    if (withdrawn == events.end()) {
      RC_ASSERT(story.ledger().issue(id).phase != IssuePhase::withdrawn);
    } else {
      RC_ASSERT(as<IssueWithdrawn>(*withdrawn)->document.find_first_not_of(' ') !=
                std::string::npos);
    }
  }
}

// A split issue goes on in its parts, of the same resident and the same day.
RC_GTEST_PROP(Rule9, ThePartsOfAMatterKeepItsResidentAndItsDay, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& id : story.issues()) {
    const auto& whole = story.ledger().issue(id);
    RC_ASSERT((whole.phase != IssuePhase::split || whole.split_into.size() >= 2));
    for (const auto& part_id : whole.split_into) {
      const auto& part = story.ledger().issue(part_id);
      RC_ASSERT((part.recorded.split_from == id));
      RC_ASSERT(part.recorded.resident == whole.recorded.resident);
      RC_ASSERT(part.recorded.received == whole.recorded.received);
    }
  }
}

}  // namespace
}  // namespace langnghe::domain::spec
