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

/// Counts how each issue left the meeting (domain.md rule 2).
void count_dispositions(const World& world, const DialogueState& dialogue, MinutesSigned& minutes) {
  for (const IssueId& issue : dialogue.issues) {
    switch (world.issue(issue).phase) {
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
                               check_signers(world.ward(), command.signers, date)})) {
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

}  // namespace langnghe::domain
