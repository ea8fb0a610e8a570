#include <algorithm>
#include <numeric>

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
  for (const auto& [stream, grown] : story.ledger().states()) {
    RC_ASSERT(story.ledger().fold(stream) == grown);
  }
}

RC_GTEST_PROP(Rule3, TheOriginalDueDayNeverMoves, ()) {
  for_each_event(Story(*any_steps()), [](const auto& before, const auto&, const auto& after) {
    if (before.original_due) {
      RC_ASSERT(after.original_due == before.original_due);
    }
  });
}

template <class... Events>
bool is_any(const RecordedEvent& event) {
  return ((as<Events>(event) != nullptr) || ...);
}

RC_GTEST_PROP(Rule3, TheEffectiveDueDayMovesOnlyByItsOwnEvents, ()) {
  for_each_event(Story(*any_steps()), [](const auto& before, const auto& event, const auto& after) {
    const bool may_move =
        is_any<IssueClassified, IssueReclassified, IssuesMerged, IssueUnmerged, ClockPaused,
               ClockResumed, ExtensionApproved, DeadlineRecomputed, IssueReopened>(event);
    RC_ASSERT((may_move || after.effective_due == before.effective_due));
  });
}

// Nothing but more time that was granted, or a new holiday, makes a running deadline later.
RC_GTEST_PROP(Rule3, TheEffectiveDueDayMovesInOneDirectionByEachEvent, ()) {
  for_each_event(Story(*any_steps()), [](const auto& before, const auto& event, const auto& after) {
    if (!before.effective_due || !after.effective_due) {
      return;
    }
    if (as<ExtensionApproved>(event) != nullptr) {
      RC_ASSERT(*after.effective_due > *before.effective_due);
    }
    const auto* recomputed = as<DeadlineRecomputed>(event);
    const bool by_calendar = recomputed != nullptr && recomputed->reason == "calendar";
    if (is_any<ClockPaused, IssueUnmerged>(event) || by_calendar) {
      RC_ASSERT(*after.effective_due >= *before.effective_due);
    }
    const auto* reclassified = as<IssueReclassified>(event);
    if (reclassified != nullptr && !reclassified->agreed_due) {
      RC_ASSERT(*after.effective_due <= *before.effective_due);
    }
  });
}

RC_GTEST_PROP(Rule3, ADeadlineIsMarkedOnceAndAsWhatItWas, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& issue : story.issues()) {
    std::optional<Date> last[2];
    for (const auto& event : story.events_of(issue)) {
      if (const auto* breached = as<DeadlineBreached>(event)) {
        auto& marked = last[breached->clock == ClockKind::first_reply ? 0 : 1];
        RC_ASSERT(event.happened.date > breached->due);
        RC_ASSERT(marked != breached->due);
        marked = breached->due;
      } else if (const auto* retracted = as<BreachRetracted>(event)) {
        last[retracted->clock == ClockKind::first_reply ? 0 : 1].reset();
      }
    }
  }
}

RC_GTEST_PROP(Rule3, AFirstReplyOnceGivenKeepsItsDay, ()) {
  for_each_event(Story(*any_steps()), [](const auto& before, const auto& event, const auto& after) {
    const auto* retracted = as<BreachRetracted>(event);
    if (retracted != nullptr && retracted->replied_on) {
      RC_ASSERT(*after.first_reply_on < *before.first_reply_on);
    } else if (before.first_reply_on) {
      RC_ASSERT(after.first_reply_on == before.first_reply_on);
    }
  });
}

RC_GTEST_PROP(Rule3, WhatTheResidentHoldsInHandWasSettledBefore, ()) {
  for_each_event(Story(*any_steps()), [](const auto&, const auto&, const auto& after) {
    if (!after.delivered_on) {
      return;
    }
    // Another body's result is told to each person apart: the issue is settled with the last.
    RC_ASSERT(after.settled_on.has_value() ||
              (after.phase == IssuePhase::external_result_received && !after.absorbed.empty()));
    RC_ASSERT(after.first_reply_on.has_value());
  });
}

RC_GTEST_PROP(Rule4, EveryStepOfTheClockExplainsItself, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  const auto calendar = story.ledger().state<CalendarState>(calendar_stream());
  for (const auto& issue : story.issues()) {
    for (const auto& step : story.ledger().issue(issue).clock_steps) {
      RC_ASSERT(step.due ==
                explain_deadline(step.clock, *calendar.find(step.calendar_version)).due);
    }
  }
}

// A calendar or a policy may move one clock or both: each due day follows from its own
// versions.
RC_GTEST_PROP(Rule4, TheFirstReplyExplainsItselfByItsOwnPolicyAndCalendar, ()) {
  const Story story(*any_steps());
  const auto& calendars = story.ledger().state<CalendarState>(calendar_stream());
  const auto& policies = story.ledger().state<PolicyState>(policy_stream());
  for_each_event(story, [&](const auto&, const auto&, const auto& after) {
    RC_ASSERT(after.first_reply.has_value() == after.first_reply_due.has_value());
    if (after.first_reply) {
      const auto& owed = *after.first_reply;
      const auto* calendar = calendars.find(owed.calendar_version);
      const auto* policy = policies.find(owed.policy_version);
      RC_ASSERT(calendar != nullptr);
      RC_ASSERT(policy != nullptr);
      RC_ASSERT(due_date(owed.start, policy->first_reply, *calendar) == *after.first_reply_due);
      RC_ASSERT(owed.due == *after.first_reply_due);
    }
  });
}

// From the record on, whoever has sorted the matter or not.
RC_GTEST_PROP(Rule3, EveryOpenIssueOwesItsFirstReplyOrHasGivenIt, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& id : story.issues()) {
    const auto& issue = story.ledger().issue(id);
    if (!is_ended(issue.phase)) {
      RC_ASSERT((issue.first_reply_due.has_value() || issue.first_reply_on.has_value()));
    }
  }
}

// Day by day: what counted adds up to the term and the extensions, every day on the way is named
// once, and none of a pause counts.
RC_GTEST_PROP(Rule4, TheDaysOfAnExplanationAddUp, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  const auto& calendar = story.ledger().state<CalendarState>(calendar_stream());
  for (const auto& issue : story.issues()) {
    const auto& state = story.ledger().issue(issue);
    if (!state.clock || state.clock->agreed_due) {
      continue;
    }
    const auto& clock = *state.clock;
    const auto version = state.clock_steps.back().calendar_version;
    const auto days = explain_deadline(clock, *calendar.find(version)).days;
    const auto is_counted = [](const auto& day) {
      return day.verdict == DayVerdict::counted || day.verdict == DayVerdict::counted_swap ||
             day.verdict == DayVerdict::extended;
    };
    const auto granted = std::accumulate(clock.extensions.begin(), clock.extensions.end(), 0);
    if (clock.term.unit == DayUnit::working_days) {
      RC_ASSERT(std::ranges::count_if(days, is_counted) == clock.term.days + granted);
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
      RC_ASSERT(days[i].date == add_days(clock.start, static_cast<int>(i)));
      const bool stood_still = std::ranges::any_of(clock.pauses, [&](const Pause& pause) {
        return pause.from < days[i].date && days[i].date <= pause.until;
      });
      RC_ASSERT(!(stood_still && is_counted(days[i])));
    }
    RC_ASSERT(days.back().date == *state.effective_due);
  }
}

RC_GTEST_PROP(Rule4, TheClockAtHandIsTheOneOfItsLastStep, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& issue : story.issues()) {
    const auto state = story.ledger().issue(issue);
    RC_ASSERT(state.clock.has_value() == !state.clock_steps.empty());
    if (state.clock) {
      RC_ASSERT(*state.clock == state.clock_steps.back().clock);
      RC_ASSERT(*state.effective_due == state.clock_steps.back().due);
    }
  }
}

RC_GTEST_PROP(Rule7, TheClockOnlyGrowsAndARoundBeginsOnlyByReopening, ()) {
  for_each_event(Story(*any_steps()), [](const auto& before, const auto& event, const auto& after) {
    RC_ASSERT(after.clock_steps.size() >= before.clock_steps.size());
    RC_ASSERT(std::equal(before.clock_steps.begin(), before.clock_steps.end(),
                         after.clock_steps.begin()));
    const bool reopened = as<IssueReopened>(event) != nullptr;
    RC_ASSERT(after.reopenings == before.reopenings + (reopened ? 1 : 0));
    if (before.settled_on &&
        !is_any<IssueReopened, OnTheSpotAnswerContested, NoticeRecalled>(event)) {
      RC_ASSERT(after.settled_on == before.settled_on);
    }
  });
}

// A recalled notice gives the matter back to the clock that was stopped, not to a new one.
RC_GTEST_PROP(Rule7, ARecalledNoticeStartsNoClock, ()) {
  for_each_event(Story(*any_steps()), [](const auto& before, const auto& event, const auto& after) {
    if (as<NoticeRecalled>(event) != nullptr) {
      RC_ASSERT(after.clock == before.clock);
      RC_ASSERT(after.effective_due == before.effective_due);
      RC_ASSERT(!after.settled_on.has_value());
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
      RC_ASSERT((is_any<ExternalResultTold, IssueWithdrawn>(event)));
    }
  });
}

}  // namespace
}  // namespace langnghe::domain::spec
