#include <algorithm>
#include <utility>

#include "dialogue/judge.hpp"
#include "issue/first_reply.hpp"
#include "resident/person.hpp"

namespace langnghe::domain {
namespace {

MaybeRefusal check_raised(const World& world, const RaisedIssue& raised,
                          const DialogueState& dialogue) {
  if (auto refusal = first_of({check_not_blank("issues.issue", raised.issue.value),
                               check_not_blank("issues.subject", raised.subject)})) {
    return refusal;
  }
  if (!world.policy().valid_on(dialogue.schedule.date).knows_field(raised.field)) {
    return refuse(RefusalCode::unknown_field_code, {{"field", raised.field.value}});
  }
  if (std::ranges::find(dialogue.issues, raised.issue) != dialogue.issues.end()) {
    return refuse(RefusalCode::issue_in_two_opinions);
  }
  return check_absent(world.issue(raised.issue).phase != IssuePhase::absent,
                      stream_of(raised.issue));
}

MaybeRefusal check_opinion(const World& world, const RecordOpinion& command,
                           const DialogueState& dialogue) {
  if (std::ranges::find(dialogue.opinions, command.opinion) != dialogue.opinions.end()) {
    return refuse(RefusalCode::duplicate_id, {{"id", command.opinion.value}});
  }
  if (command.issues.empty()) {
    return refuse(RefusalCode::opinion_without_issue);
  }
  if (auto refusal = first_of({check_not_blank("opinion", command.opinion.value),
                               check_not_blank("resident", command.resident.value),
                               check_sealed("words", command.words, command.resident),
                               check_distinct(command.issues, &RaisedIssue::issue),
                               check_person(world, command.resident, command.new_resident)})) {
    return refusal;
  }
  for (const RaisedIssue& raised : command.issues) {
    if (auto refusal = check_raised(world, raised, dialogue)) {
      return refusal;
    }
  }
  return std::nullopt;
}

/// A person without a name is anonymous, whatever was ticked: by their own word, introduced without
/// a name, or known from before without one.
bool is_anonymous(const World& world, const RecordOpinion& command) {
  if (command.anonymous) {
    return true;
  }
  const auto& introduced = command.new_resident;
  return introduced ? !introduced->name : !world.resident(command.resident).resident.name;
}

OpinionRecorded opinion_of(const RecordOpinion& command, const DialogueState& dialogue,
                           bool anonymous) {
  std::vector<IssueId> issues;
  issues.reserve(command.issues.size());
  for (const RaisedIssue& raised : command.issues) {
    issues.push_back(raised.issue);
  }
  const int order = static_cast<int>(dialogue.opinions.size()) + 1;
  return {command.opinion, order, command.resident, anonymous, command.words, std::move(issues)};
}

}  // namespace

MaybeRefusal guard_act(const World& world, const RecordOpinion& command, const Context& context) {
  if (!world.policy().exists()) {
    return refuse(RefusalCode::no_policy_adopted);
  }
  return check_not_before_meeting(world.dialogue(command.dialogue), context);
}

MaybeRefusal guard_act(const World& world, const RedirectDenunciation& command,
                       const Context& context) {
  return check_not_before_meeting(world.dialogue(command.dialogue), context);
}

Decision judge(const World& world, const RecordOpinion& command, const Context&) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  if (auto refusal = check_opinion(world, command, dialogue)) {
    return std::unexpected(*refusal);
  }
  const DialogueScheduled& schedule = dialogue.schedule;
  const bool anonymous = is_anonymous(world, command);
  std::vector events{
      Emitted{stream_of(command.dialogue), opinion_of(command, dialogue, anonymous)}};
  if (const auto& speaker = command.new_resident) {
    events.push_back(
        {stream_of(speaker->resident), ResidentRegistered{schedule.khom, anonymous, speaker->name,
                                                          speaker->phone, speaker->address}});
  }
  for (const RaisedIssue& raised : command.issues) {
    // Received on the day it was said: the clock does not wait for the typing.
    events.push_back(
        {stream_of(raised.issue),
         IssueRecorded{IntakeChannel::dialogue, command.dialogue, command.opinion, schedule.khom,
                       command.resident, schedule.date, raised.subject, raised.field,
                       raised.pressing, std::nullopt, std::nullopt, std::nullopt,
                       first_reply_owed(world, schedule.date), std::nullopt}});
  }
  return events;
}

// Law on Denunciations 2018 Art. 56 and domain.md rule 14: no opinion, no words, no name. The
// dialogue is read and left as it was, so that not even its count of turns tells that somebody
// denounced.
Decision judge(const World& world, const RedirectDenunciation& command, const Context& context) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  const StreamId stream = stream_of(command.issue);
  if (auto refusal = first_of(
          {check_not_blank("issue", command.issue.value),
           check_absent(world.issue(command.issue).phase != IssuePhase::absent, stream),
           check_not_blank("paper_register_number", command.paper_register_number),
           check_official(world.ward(), command.receiving_officer, context.happened.date)})) {
    return std::unexpected(*refusal);
  }
  const int year = static_cast<int>(context.happened.date.year());
  const auto counter =
      take_counter(world.document_register(year), IssueType::denunciation, command.counter, year);
  if (!counter) {
    return std::unexpected(counter.error());
  }
  return std::vector{
      Emitted{stream,
              HandedOver{IssueType::denunciation, command.dialogue, dialogue.schedule.date,
                         *counter, command.paper_register_number, command.receiving_officer}},
      Emitted{register_stream(year), CounterTaken{IssueType::denunciation, *counter}}};
}

}  // namespace langnghe::domain
