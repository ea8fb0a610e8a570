#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <ledger/record.hpp>

#include "property/stored_story.hpp"

// Rules 1, 14 and 15 of domain.md section 4, on the very bytes that are kept.
// RC_ASSERT takes an expression apart and knows no short circuit: || stands in its own parentheses.
namespace langnghe::domain::spec {
namespace {

RC_GTEST_PROP(Rule1, StateIsTheFoldOfWhatIsReadBackFromTheRecords, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  std::map<StreamId, StreamState> states;
  for (const auto& event : StoredStory(story.ledger()).events()) {
    const auto [state, added] =
        states.try_emplace(event.stream, initial_state(event.stream).value());
    evolve(state->second, event);
  }
  RC_ASSERT(states == story.ledger().states());
}

// ---- rule 14

// Also in what is refused: refusals are logged and answered.
bool told_in_refusals(const Story& story, std::string_view canary) {
  return std::ranges::any_of(story.refusals(), [&](const auto& refusal) {
    return std::ranges::any_of(refusal.facts, [&](const auto& fact) {
      return fact.value.find(canary) != std::string::npos;
    });
  });
}

/// A story in which somebody denounces, and everybody then tries to write about it.
Story story_of_a_denunciation() {
  auto steps = *any_steps(kShortStory);
  constexpr std::uint8_t kDialogue = 1;
  std::vector<std::string_view> acts =
      allowed_acts(Subject::dialogue, to_text(DialoguePhase::opened), Role::system);
  const auto redirect = std::ranges::find(acts, RedirectDenunciation::kAct) - acts.begin();
  const Step denounced{kDialogue, 0, static_cast<std::uint8_t>(redirect), 0, 0, 1, 3};
  const Step spoken{0, 0, 0, 0, 0, 1, 1};
  steps.insert(steps.begin(), {spoken, denounced});
  return Story(steps);
}

RC_GTEST_PROP(Rule14, ADenunciationKeepsItsFiveFactsAndNothingElse, ()) {
  const auto story = story_of_a_denunciation();
  RC_LOG() << story.told();
  RC_ASSERT(!story.denunciations().empty());
  const StoredStory stored(story.ledger());
  for (const auto& issue : story.denunciations()) {
    int records = 0;
    for (const auto& record : stored.records()) {
      const auto view = eventstore::parse(record.bytes).value();
      if (view.stream != stream_of(issue).value) {
        continue;
      }
      ++records;
      const auto events = story.ledger().events_of(stream_of(issue));
      const auto& kept = std::get<HandedOver>(std::get<IssueEvent>(events.front().event));
      const std::string expected =
          "{\"counter\":" + std::to_string(kept.counter) + ",\"dialogue\":\"" +
          kept.dialogue.value + "\",\"paper_register_number\":\"" + kept.paper_register_number +
          "\",\"received\":\"" + to_text(kept.received) + "\",\"receiving_officer\":\"" +
          kept.receiving_officer.value + "\",\"type\":\"DENUNCIATION\"}";
      RC_ASSERT(view.data == expected);
    }
    RC_ASSERT(records == 1);
  }
}

RC_GTEST_PROP(Rule14, WhatIsSaidAboutADenunciationReachesNoRecordAndNoRefusal, ()) {
  const auto story = story_of_a_denunciation();
  RC_LOG() << story.told();
  for (const auto& record : StoredStory(story.ledger()).records()) {
    RC_ASSERT(record.bytes.find(kDenunciationCanary) == std::string::npos);
  }
  RC_ASSERT(!told_in_refusals(story, kDenunciationCanary));
}

RC_GTEST_PROP(Rule14, NothingBecomesADenunciationAfterItWasWrittenDown, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& issue : story.issues()) {
    const auto& state = story.ledger().issue(issue);
    RC_ASSERT((!state.classification || state.classification->type != IssueType::denunciation));
  }
}

// ---- rule 15

/// Everywhere the plain form of a sealed text stands in a record, it stands as a ciphertext under
/// the key of the resident it tells of.
void expect_sealed_alone(std::string_view data) {
  constexpr std::string_view kBefore = "{\"ciphertext\":\"";
  for (auto at = data.find(kSealedCanary); at != std::string_view::npos;
       at = data.find(kSealedCanary, at + 1)) {
    RC_ASSERT(at >= kBefore.size());
    RC_ASSERT(data.substr(at - kBefore.size(), kBefore.size()) == kBefore);
    const auto text = data.substr(at, data.find('"', at) - at);
    const auto owner = text.substr(kSealedCanary.size(), text.rfind('-') - kSealedCanary.size());
    const std::string after = "\",\"resident\":\"" + std::string(owner) + "\"}";
    RC_ASSERT(data.substr(at + text.size(), after.size()) == after);
  }
}

RC_GTEST_PROP(Rule15, PersonalDataStandsInRecordsSealedAlone, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  for (const auto& record : StoredStory(story.ledger()).records()) {
    const auto view = eventstore::parse(record.bytes).value();
    expect_sealed_alone(view.data);
    RC_ASSERT(view.stream.find(kSealedCanary) == std::string_view::npos);
  }
  RC_ASSERT(!told_in_refusals(story, kSealedCanary));
}

}  // namespace
}  // namespace langnghe::domain::spec
