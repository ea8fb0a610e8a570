#include <algorithm>
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

/// What became of the earlier matters was told, or why it was not.
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
    switch (world.issue(issue).phase) {
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

Decision judge(const World& world, const CloseDialogue& command, const Context& context) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  if (!dialogue.attendance) {
    return std::unexpected(refuse(RefusalCode::attendance_missing));
  }
  if (auto refusal = first_of({check_not_before_meeting(dialogue, context),
                               check_clock_time("end", command.end),
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
  if (auto refusal = first_of({check_not_before_meeting(dialogue, context),
                               check_signers(world.ward(), command.signers, date),
                               check_presentation(dialogue)})) {
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
  const StreamId stream = stream_of(command.dialogue);
  return std::vector{
      Emitted{stream, std::move(minutes)},
      Emitted{register_stream(year),
              NumberTaken{taken->number, DocumentType::minutes, taken->symbol, date, stream}}};
}

Decision judge(const World& world, const RefuseSignature& command, const Context& context) {
  if (auto refusal = first_of({check_not_before_meeting(world.dialogue(command.dialogue), context),
                               check_not_blank("signer", command.signer),
                               check_not_blank("reason", command.reason)})) {
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
