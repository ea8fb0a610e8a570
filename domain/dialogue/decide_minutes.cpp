#include <algorithm>
#include <iterator>
#include <utility>

#include "dialogue/judge.hpp"

namespace langnghe::domain {
namespace {

MaybeRefusal check_signers(const WardState& ward, const std::vector<OfficialId>& signers,
                           const Date& date) {
  if (signers.empty()) {
    return value_required("signers");
  }
  for (const OfficialId& signer : signers) {
    if (auto refusal = check_official(ward, signer, date)) {
      return refusal;
    }
  }
  return check_distinct(signers);
}

/// The minutes are signed by who chaired the meeting, or by somebody who may sign such a document
/// for the ward; who else signs does so beside them.
MaybeRefusal check_authority(const WardState& ward, const DialogueState& dialogue,
                             const std::vector<OfficialId>& signers, const Date& date) {
  const auto may_sign = [&](const OfficialId& signer) {
    return (dialogue.opening && signer == dialogue.opening->chaired_by) ||
           signing_capacity(ward, signer, {}, to_text(DocumentType::minutes), date).has_value();
  };
  if (std::ranges::any_of(signers, may_sign)) {
    return std::nullopt;
  }
  return signing_capacity(ward, signers.front(), {}, to_text(DocumentType::minutes), date).error();
}

/// The results of earlier matters were told, or a reason says why not.
MaybeRefusal check_presentation(const DialogueState& dialogue) {
  if (dialogue.presentation == Presentation::not_recorded) {
    return refuse(RefusalCode::presentation_undecided);
  }
  return std::nullopt;
}

/// Counts how each issue left the meeting (domain.md rule 2). One entered by mistake never was
/// there.
void count_dispositions(const World& world, const DialogueState& dialogue, MinutesSigned& minutes) {
  for (const IssueId& issue : issues_to_count(dialogue, world)) {
    const IssuePhase phase = world.issue(issue).phase;
    if (phase == IssuePhase::recorded) {
      minutes.undecided.push_back(issue);
    }
    switch (phase) {
      case IssuePhase::voided:
        break;
      case IssuePhase::answered_on_the_spot:
        ++minutes.answered_on_the_spot;
        break;
      case IssuePhase::noted:
        ++minutes.noted;
        break;
      case IssuePhase::handed_over:
        ++minutes.redirected;
        break;
      default:
        ++minutes.taken_away;
    }
  }
}

/// A denunciation leaves nothing in the dialogue (domain.md rule 14): the caller's views know which
/// streams were redirected from it, and each of these says so itself.
MaybeRefusal check_redirected(const World& world, const SignMinutes& command) {
  for (const IssueId& issue : command.redirected) {
    const auto& handed_over = world.issue(issue).handed_over;
    const bool from_here = handed_over && handed_over->type == IssueType::denunciation &&
                           handed_over->dialogue == command.dialogue;
    if (!from_here) {
      return value_not_valid("redirected", issue.value);
    }
  }
  return check_distinct(command.redirected);
}

/// The door closes: nothing is answered on the spot or noted after it. Whoever signs says of each
/// issue nobody decided about that it is taken away, and of no other.
MaybeRefusal check_said_again(const World& world, const DialogueState& dialogue,
                              const SignMinutes& command, const std::vector<IssueId>& undecided) {
  const auto counted = issues_to_count(dialogue, world);
  for (const IssueId& named : command.taken_away) {
    if (std::ranges::find(counted, named) == counted.end()) {
      return value_not_valid("taken_away", named.value);
    }
  }
  std::vector<IssueId> unsaid;
  std::ranges::copy_if(undecided, std::back_inserter(unsaid), [&](const IssueId& issue) {
    return std::ranges::find(command.taken_away, issue) == command.taken_away.end();
  });
  if (!unsaid.empty()) {
    return refuse(RefusalCode::undecided_issues, {{"issues", joined(unsaid)}});
  }
  return check_distinct(command.taken_away);
}

}  // namespace

std::vector<IssueId> issues_to_count(const DialogueState& dialogue, const World& world) {
  std::vector<IssueId> open{dialogue.issues.rbegin(), dialogue.issues.rend()};
  std::vector<IssueId> counted;
  while (!open.empty()) {
    const IssueId issue = std::move(open.back());
    open.pop_back();
    const bool loaded = world.has(stream_of(issue));
    if (loaded && world.issue(issue).phase == IssuePhase::split) {
      const auto& parts = world.issue(issue).split_into;
      open.insert(open.end(), parts.rbegin(), parts.rend());
      continue;
    }
    counted.push_back(issue);
  }
  return counted;
}

MaybeRefusal guard_act(const World& world, const CloseDialogue& command, const Context& context) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  if (!dialogue.attendance) {
    return refuse(RefusalCode::attendance_missing);
  }
  return check_not_before_meeting(dialogue, context);
}

MaybeRefusal guard_act(const World& world, const SignMinutes& command, const Context& context) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  return first_of({check_not_before_meeting(dialogue, context), check_presentation(dialogue)});
}

MaybeRefusal guard_act(const World& world, const RefuseSignature& command, const Context& context) {
  return check_not_before_meeting(world.dialogue(command.dialogue), context);
}

Decision judge(const World& world, const CloseDialogue& command, const Context&) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  if (auto refusal = first_of({check_clock_time("end", command.end),
                               check_clock_order(dialogue.opening->start, command.end)})) {
    return std::unexpected(*refusal);
  }
  return std::vector{Emitted{stream_of(command.dialogue),
                             DialogueClosed{command.end, dialogue.attendance->residents,
                                            static_cast<int>(dialogue.opinions.size()),
                                            static_cast<int>(dialogue.issues.size())}}};
}

Decision judge(const World& world, const SignMinutes& command, const Context& context) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  const Date& date = context.happened.date;
  const int year = static_cast<int>(date.year());
  if (auto refusal = check_signers(world.ward(), command.signers, date)) {
    return std::unexpected(*refusal);
  }
  if (auto refusal = check_authority(world.ward(), dialogue, command.signers, date)) {
    return std::unexpected(*refusal);
  }
  const auto taken = take_number(world.ward(), world.document_register(year), DocumentType::minutes,
                                 date, command.number);
  if (!taken) {
    return std::unexpected(taken.error());
  }
  MinutesSigned minutes{taken->number, taken->symbol, date, command.signers, 0, 0, 0, 0};
  count_dispositions(world, dialogue, minutes);
  minutes.redirected += static_cast<int>(command.redirected.size());
  if (auto refusal = first_of({check_redirected(world, command),
                               check_said_again(world, dialogue, command, minutes.undecided)})) {
    return std::unexpected(*refusal);
  }
  const StreamId stream = stream_of(command.dialogue);
  return std::vector{
      Emitted{stream, std::move(minutes)},
      Emitted{register_stream(year),
              NumberTaken{taken->number, DocumentType::minutes, taken->symbol, date, stream}}};
}

Decision judge(const World&, const RefuseSignature& command, const Context&) {
  if (auto refusal = first_of(
          {check_not_blank("signer", command.signer), check_not_blank("reason", command.reason)})) {
    return std::unexpected(*refusal);
  }
  return on_dialogue(command.dialogue, SignatureRefused{command.signer, command.reason});
}

Decision judge(const World& world, const SignAddendum& command, const Context& context) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  const Date& date = context.happened.date;
  if (auto refusal = first_of({check_not_blank("text", command.text),
                               check_signers(world.ward(), command.signers, date)})) {
    return std::unexpected(*refusal);
  }
  if (auto refusal = check_authority(world.ward(), dialogue, command.signers, date)) {
    return std::unexpected(*refusal);
  }
  return on_dialogue(command.dialogue, MinutesAddendumSigned{dialogue.addenda + 1, command.text,
                                                             date, command.signers});
}

}  // namespace langnghe::domain
