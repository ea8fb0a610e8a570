#include <utility>

#include "resident/person.hpp"
#include "rules.hpp"
#include "value_checks.hpp"

namespace langnghe::domain {
namespace {

Decision on_supervision(SupervisionEvent event) {
  return std::vector{Emitted{supervision_stream(), std::move(event)}};
}

MaybeRefusal check_new(bool known, const std::string& id) {
  if (!known) {
    return std::nullopt;
  }
  return refuse(RefusalCode::duplicate_id, {{"id", id}});
}

MaybeRefusal check_about(const std::vector<StreamId>& about) {
  for (const StreamId& stream : about) {
    if (auto refusal = check_stream("about", stream)) {
      return refusal;
    }
  }
  return check_distinct(about);
}

Decision judge(const World& world, const MakeRecommendation& command, const Context& context) {
  const bool known = world.supervision().recommendations.contains(command.recommendation);
  if (auto refusal =
          first_of({check_not_blank("recommendation", command.recommendation.value),
                    check_new(known, command.recommendation.value),
                    check_not_blank("body", command.body), check_not_blank("text", command.text),
                    check_not_blank("basis", command.basis), check_about(command.about)})) {
    return std::unexpected(*refusal);
  }
  const Date& made = context.happened.date;
  const Policy& policy = world.policy().valid_on(made);
  const WorkingCalendar& calendar = world.calendar().current();
  return on_supervision(RecommendationMade{
      command.recommendation, command.body, command.text, command.basis, command.about,
      due_date(made, policy.recommendation_answer, calendar), policy.version, calendar.version});
}

Decision judge(const World& world, const AnswerRecommendation& command, const Context& context) {
  const auto& made = world.supervision().recommendations;
  const auto found = made.find(command.recommendation);
  if (found == made.end()) {
    return std::unexpected(refuse(RefusalCode::unknown_recommendation,
                                  {{"recommendation", command.recommendation.value}}));
  }
  if (found->second.answer) {
    return std::unexpected(refuse(RefusalCode::already_answered));
  }
  // A document is named where there is one: the text itself may be the answer.
  if (auto refusal = check_not_blank("text", command.text)) {
    return std::unexpected(*refusal);
  }
  const bool late = context.happened.date > found->second.made.answer_due;
  return on_supervision(
      RecommendationAnswered{command.recommendation, command.text, command.document, late});
}

template <class Id>
std::optional<Id> id_in(const StreamId& stream, std::string_view prefix) {
  if (!stream.value.starts_with(prefix) ||
      !is_well_formed_id(std::string_view(stream.value).substr(prefix.size()))) {
    return std::nullopt;
  }
  return Id{stream.value.substr(prefix.size())};
}

/// The issue that was read, where the stream is one: issues and dialogues have a khóm of their own.
std::optional<IssueId> issue_in(const StreamId& stream) {
  return id_in<IssueId>(stream, "issue-");
}
std::optional<DialogueId> dialogue_in(const StreamId& stream) {
  return id_in<DialogueId>(stream, "dialogue-");
}

const KhomId* khom_of(const World& world, const StreamId& stream) {
  if (const auto issue = issue_in(stream)) {
    return &world.issue(*issue).recorded.khom;
  }
  const auto dialogue = dialogue_in(stream);
  return dialogue ? &world.dialogue(*dialogue).schedule.khom : nullptr;
}

/// A reader limited to a khóm reads of the people who live there, and the words said at its
/// meetings, also by those who live elsewhere.
MaybeRefusal check_reader(const World& world, const RecordSealedRead& command,
                          const ResidentState& resident, const Actor& actor) {
  auto outside = check_scope(actor, resident.resident.khom);
  const KhomId* const where = outside ? khom_of(world, command.subject) : nullptr;
  return where != nullptr && !check_scope(actor, *where) ? std::nullopt : outside;
}

// Personal data law 2025: who opens says why, before. A key that is gone opens nothing.
Decision judge(const World& world, const RecordSealedRead& command, const Context& context) {
  if (check_not_blank("purpose", command.purpose)) {
    return std::unexpected(refuse(RefusalCode::purpose_required));
  }
  if (auto refusal = check_stream("subject", command.subject)) {
    return std::unexpected(*refusal);
  }
  // The host of a household may be nobody who ever spoke: there is a key and no more.
  const ResidentState& resident = world.resident(command.resident);
  if (resident.exists()) {
    if (auto refusal = first_of({check_key(resident, command.resident),
                                 check_reader(world, command, resident, context.actor)})) {
      return std::unexpected(*refusal);
    }
  }
  return on_supervision(
      SealedRead{command.resident, command.subject, command.purpose, command.file});
}

Decision judge(const World& world, const RegisterTakedown& command, const Context&) {
  if (auto refusal = first_of({check_not_blank("takedown", command.takedown.value),
                               check_new(world.supervision().takedowns.contains(command.takedown),
                                         command.takedown.value),
                               check_stream("subject", command.subject),
                               check_not_blank("place", command.place),
                               check_not_blank("reason", command.reason),
                               check_not_blank("decision", command.decision)})) {
    return std::unexpected(*refusal);
  }
  return on_supervision(TakedownRegistered{command.takedown, command.subject, command.place,
                                           command.reason, command.decision});
}

}  // namespace

std::vector<StreamId> reads(const SupervisionCommand& command, const Context&, const World&) {
  if (std::holds_alternative<MakeRecommendation>(command)) {
    return {supervision_stream(), policy_stream(), calendar_stream()};
  }
  if (const auto* read = std::get_if<RecordSealedRead>(&command)) {
    std::vector<StreamId> streams{supervision_stream(), stream_of(read->resident)};
    if (issue_in(read->subject) || dialogue_in(read->subject)) {
      streams.push_back(read->subject);
    }
    return streams;
  }
  return {supervision_stream()};
}

StreamId subject(const SupervisionCommand&) {
  return supervision_stream();
}

std::optional<Refusal> guard(const World& world, const SupervisionCommand& command,
                             const Context&) {
  if (std::holds_alternative<MakeRecommendation>(command)) {
    return check_settings(world);
  }
  if (std::holds_alternative<AnswerRecommendation>(command)) {
    const auto& made = world.supervision().recommendations;
    if (made.empty()) {
      return not_allowed_now(AnswerRecommendation::kAct, "no_recommendation");
    }
    const bool open = std::ranges::any_of(made, [](const auto& one) { return !one.second.answer; });
    return open ? std::nullopt : MaybeRefusal(refuse(RefusalCode::already_answered));
  }
  return std::nullopt;
}

Decision rule(const World& world, const SupervisionCommand& command, const Context& context) {
  return std::visit([&](const auto& what) { return judge(world, what, context); }, command);
}

}  // namespace langnghe::domain
