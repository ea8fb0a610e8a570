#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "property/any_story.hpp"

// Rules 1, 3, 7 and 8 of domain.md section 4: state and clocks.
// RC_ASSERT takes an expression apart and knows no short circuit: || stands in its own parentheses.
namespace langnghe::domain::spec {
namespace {

/// The issue's state after each of its events, the empty one first.
std::vector<IssueState> states_of(const std::vector<RecordedEvent>& events) {
  std::vector<IssueState> states{IssueState{}};
  for (const auto& event : events) {
    StreamState state = states.back();
    evolve(state, event);
    states.push_back(std::get<IssueState>(state));
  }
  return states;
}

/// Calls `check(before, event, after)` for every event of every issue of a story.
template <class Check>
void for_each_event(const Story& story, const Check& check) {
  RC_LOG() << story.told();
  for (const auto& issue : story.issues()) {
    const auto events = story.events_of(issue);
    const auto states = states_of(events);
    for (std::size_t i = 0; i < events.size(); ++i) {
      check(states[i], events[i], states[i + 1]);
    }
  }
}

RC_GTEST_PROP(Rule1, StateIsTheFoldOfItsEvents, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& [stream, grown] : story.grown()) {
    RC_ASSERT(story.scene().fold(stream) == grown);
  }
}

RC_GTEST_PROP(Rule3, TheOriginalDueDayNeverMoves, ()) {
  for_each_event(Story(*any_steps()), [](const auto& before, const auto&, const auto& after) {
    if (before.original_due) {
      RC_ASSERT(after.original_due == before.original_due);
    }
  });
}

RC_GTEST_PROP(Rule3, TheEffectiveDueDayMovesOnlyByItsOwnEventsAndByExtensionsOnlyForward, ()) {
  for_each_event(Story(*any_steps()), [](const auto& before, const auto& event, const auto& after) {
    const bool may_move = as<IssueClassified>(event) != nullptr ||
                          as<ExtensionApproved>(event) != nullptr ||
                          as<IssueReopened>(event) != nullptr;
    RC_ASSERT((may_move || after.effective_due == before.effective_due));
    if (as<ExtensionApproved>(event) != nullptr) {
      RC_ASSERT(*after.effective_due > *before.effective_due);
    }
  });
}

RC_GTEST_PROP(Rule3, AFirstReplyOnceGivenKeepsItsDay, ()) {
  for_each_event(Story(*any_steps()), [](const auto& before, const auto&, const auto& after) {
    if (before.first_reply_on) {
      RC_ASSERT(after.first_reply_on == before.first_reply_on);
    }
  });
}

RC_GTEST_PROP(Rule3, WhatTheResidentHoldsInHandWasSettledBefore, ()) {
  for_each_event(Story(*any_steps()), [](const auto&, const auto&, const auto& after) {
    if (after.delivered_on) {
      RC_ASSERT(after.settled_on.has_value());
      RC_ASSERT(after.first_reply_on.has_value());
    }
  });
}

RC_GTEST_PROP(Rule4, EveryStepOfTheClockExplainsItself, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  const auto calendar = std::get<CalendarState>(story.scene().fold(calendar_stream()));
  for (const auto& issue : story.issues()) {
    for (const auto& step : story.scene().issue(issue).clock) {
      RC_ASSERT(step.due ==
                explain_deadline(step.start, step.term, *calendar.find(step.calendar_version)).due);
    }
  }
}

RC_GTEST_PROP(Rule7, TheClockOnlyGrowsAndARoundBeginsOnlyByReopening, ()) {
  for_each_event(Story(*any_steps()), [](const auto& before, const auto& event, const auto& after) {
    RC_ASSERT(after.clock.size() >= before.clock.size());
    RC_ASSERT(std::equal(before.clock.begin(), before.clock.end(), after.clock.begin()));
    const bool reopened = as<IssueReopened>(event) != nullptr;
    RC_ASSERT(after.reopenings == before.reopenings + (reopened ? 1 : 0));
    if (before.settled_on && !reopened) {
      RC_ASSERT(after.settled_on == before.settled_on);
    }
  });
}

RC_GTEST_PROP(Rule7, AnIssueIsClassifiedAtMostOnce, ()) {
  for_each_event(Story(*any_steps()), [](const auto& before, const auto& event, const auto&) {
    RC_ASSERT((as<IssueClassified>(event) == nullptr || !before.classification));
  });
}

RC_GTEST_PROP(Rule8, AForwardEndsOnlyWhenItsResultIsTold, ()) {
  for_each_event(Story(*any_steps()), [](const auto& before, const auto& event, const auto& after) {
    const bool elsewhere = before.phase == IssuePhase::forwarded ||
                           before.phase == IssuePhase::forward_acknowledged ||
                           before.phase == IssuePhase::external_result_received;
    if (elsewhere && after.settled_on) {
      RC_ASSERT(as<ExternalResultTold>(event) != nullptr);
    }
  });
}

}  // namespace
}  // namespace langnghe::domain::spec
