#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "property/any_story.hpp"

// Rules 2, 5 and 6 of domain.md section 4: how an issue leaves its dialogue, who approves, and what
// a notice rests on.
// RC_ASSERT takes an expression apart and knows no short circuit: || stands in its own parentheses.
namespace langnghe::domain::spec {
namespace {

template <class E>
long count_of(const std::vector<RecordedEvent>& events) {
  return std::ranges::count_if(events, [](const auto& event) { return as<E>(event) != nullptr; });
}

const MinutesSigned* minutes_of(const Story& story, const DialogueId& dialogue) {
  for (const auto& event : story.ledger().events()) {
    const auto* of_dialogue = std::get_if<DialogueEvent>(&event.event);
    if (event.stream == stream_of(dialogue) && of_dialogue != nullptr &&
        std::holds_alternative<MinutesSigned>(*of_dialogue)) {
      return &std::get<MinutesSigned>(*of_dialogue);
    }
  }
  return nullptr;
}

bool ended_before_it_was_taken_over(const std::vector<RecordedEvent>& events) {
  return std::ranges::any_of(events, [](const auto& event) {
    const auto* closed = as<IssueClosed>(event);
    return closed != nullptr && closed->ended_on;
  });
}

// Answered, noted or taken away; what was answered or noted is taken away only by being contested.
RC_GTEST_PROP(Rule2, AnIssueLeavesItsDialogueInOneWayOnly, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& issue : story.issues()) {
    const auto events = story.events_of(issue);
    if (ended_before_it_was_taken_over(events)) {
      continue;
    }
    const long ended_there = count_of<AnsweredOnTheSpot>(events) + count_of<Noted>(events);
    const long taken = count_of<IssueClassified>(events);
    const long unmade = count_of<IssueSplit>(events) + count_of<IssueVoided>(events) +
                        count_of<IssueWithdrawn>(events);
    RC_ASSERT(ended_there <= 1);
    RC_ASSERT(taken <= 1);
    RC_ASSERT((ended_there + taken < 2 || count_of<OnTheSpotAnswerContested>(events) == 1));
    const bool still_there = story.ledger().issue(issue).phase == IssuePhase::recorded;
    RC_ASSERT(still_there == (ended_there + taken + unmade == 0));
  }
}

RC_GTEST_PROP(Rule2, EveryOpinionRaisesAnIssue, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& event : story.ledger().events()) {
    const auto* of_dialogue = std::get_if<DialogueEvent>(&event.event);
    const auto* opinion =
        of_dialogue == nullptr ? nullptr : std::get_if<OpinionRecorded>(of_dialogue);
    RC_ASSERT((opinion == nullptr || !opinion->issues.empty()));
  }
}

RC_GTEST_PROP(Rule2, AnOpinionOfSomebodyWithoutANameIsAnonymous, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& event : story.ledger().events()) {
    const auto* of_dialogue = std::get_if<DialogueEvent>(&event.event);
    const auto* opinion =
        of_dialogue == nullptr ? nullptr : std::get_if<OpinionRecorded>(of_dialogue);
    if (opinion != nullptr) {
      const auto person = story.ledger().state<ResidentState>(stream_of(opinion->resident));
      RC_ASSERT((person.resident.name.has_value() || person.erasure || opinion->anonymous));
    }
  }
}

RC_GTEST_PROP(Rule2, WhatTheMinutesCountedStaysTrue, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& dialogue : story.dialogues()) {
    const auto* minutes = minutes_of(story, dialogue);
    if (minutes == nullptr) {
      continue;
    }
    const auto state = story.ledger().state<DialogueState>(stream_of(dialogue));
    long answered = 0;
    long noted = 0;
    std::vector<IssueId> issues = state.issues;
    for (std::size_t i = 0; i < issues.size(); ++i) {
      const IssueId issue = issues[i];
      const auto parts = story.ledger().issue(issue).split_into;
      issues.insert(issues.end(), parts.begin(), parts.end());
      answered += count_of<AnsweredOnTheSpot>(story.events_of(issue));
      noted += count_of<Noted>(story.events_of(issue));
    }
    RC_ASSERT(minutes->answered_on_the_spot == answered);
    RC_ASSERT(minutes->noted == noted);
    // Nothing of a denunciation is in the dialogue, and none can be redirected after the signing.
    const auto denounced =
        std::ranges::count_if(story.denunciations(), [&](const IssueId& denunciation) {
          return story.ledger().issue(denunciation).handed_over->dialogue == dialogue;
        });
    RC_ASSERT(minutes->redirected >= denounced);
    RC_ASSERT(minutes->answered_on_the_spot + minutes->noted + minutes->taken_away +
                  minutes->redirected <=
              static_cast<long>(issues.size()) + denounced);
  }
}

RC_GTEST_PROP(Rule5, WhoDecidesAnExtensionIsNotWhoAskedForIt, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& issue : story.issues()) {
    UserId asked_by;
    for (const auto& event : story.events_of(issue)) {
      if (as<ExtensionRequested>(event) != nullptr) {
        asked_by = event.by;
      }
      if (as<ExtensionApproved>(event) != nullptr || as<ExtensionRefused>(event) != nullptr) {
        RC_ASSERT(!asked_by.empty());
        RC_ASSERT(event.by != asked_by);
      }
    }
  }
}

RC_GTEST_PROP(Rule5, WhoApprovesAnAnswerIsNotWhoDraftedItUnlessTheReasonIsKept, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& issue : story.issues()) {
    UserId drafted_by;
    for (const auto& event : story.events_of(issue)) {
      if (as<AnswerDrafted>(event) != nullptr) {
        drafted_by = event.by;
      }
      if (const auto* approved = as<AnswerApproved>(event)) {
        RC_ASSERT((event.by == drafted_by) == !approved->override_reason.empty());
      }
    }
  }
}

RC_GTEST_PROP(Rule3, ExtensionsStayWithinThePolicyInEveryRound, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& issue : story.issues()) {
    int in_round = 0;
    for (const auto& event : story.events_of(issue)) {
      if (as<IssueReopened>(event) != nullptr) {
        in_round = 0;
      }
      if (const auto* approved = as<ExtensionApproved>(event)) {
        RC_ASSERT(approved->ordinal == ++in_round);
        RC_ASSERT(in_round <= kStoryExtensionsMax);
      }
    }
  }
}

RC_GTEST_PROP(Rule6, ANoticeRestsOnAnApprovedAnswerAndADeliveryOnANotice, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& issue : story.issues()) {
    bool approved = false;
    bool issued = false;
    for (const auto& event : story.events_of(issue)) {
      if (as<IssueReopened>(event) != nullptr) {
        approved = issued = false;
      }
      approved = approved || as<AnswerApproved>(event) != nullptr;
      RC_ASSERT((as<NoticeIssued>(event) == nullptr || (approved && !issued)));
      issued = issued || as<NoticeIssued>(event) != nullptr;
      const bool rests_on_a_notice =
          as<NoticeDelivered>(event) != nullptr || as<NoticePosted>(event) != nullptr ||
          as<NoticeReplaced>(event) != nullptr || as<NoticeRecalled>(event) != nullptr;
      RC_ASSERT((!rests_on_a_notice || issued));
      if (as<NoticeRecalled>(event) != nullptr) {
        approved = issued = false;
      }
    }
  }
}

}  // namespace
}  // namespace langnghe::domain::spec
