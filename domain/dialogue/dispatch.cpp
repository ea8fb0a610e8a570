#include <type_traits>
#include <utility>

#include "dialogue/judge.hpp"

namespace langnghe::domain {

Decision on_dialogue(const DialogueId& dialogue, DialogueEvent event) {
  return std::vector{Emitted{stream_of(dialogue), std::move(event)}};
}

namespace {

const DialogueId& dialogue_of(const DialogueCommand& command) {
  return std::visit([](const auto& what) -> const DialogueId& { return what.dialogue; }, command);
}

StreamId register_of(const Context& context) {
  return register_stream(static_cast<int>(context.happened.date.year()));
}

/// The streams a command reads besides the dialogue's own; most read nothing.
template <class Act>
std::vector<StreamId> others(const Act&, const Context&, const World&) {
  return {};
}
/// The streams that place, time and chair depend on, and the chair's other dialogues of that day.
std::vector<StreamId> arrangement(const std::optional<NewResident>& new_host,
                                  const std::vector<DialogueId>& others_of_the_day) {
  std::vector<StreamId> streams{ward_stream(), policy_stream(), calendar_stream()};
  if (new_host && !new_host->resident.empty()) {
    streams.push_back(stream_of(new_host->resident));
  }
  for (const DialogueId& other : others_of_the_day) {
    streams.push_back(stream_of(other));
  }
  return streams;
}
std::vector<StreamId> others(const ScheduleDialogue& command, const Context&, const World&) {
  auto streams = arrangement(command.new_host, command.others);
  if (command.new_host && command.venue.host_address &&
      !command.venue.host_address->resident.empty()) {
    streams.push_back(stream_of(command.venue.host_address->resident));
  }
  return streams;
}
std::vector<StreamId> others(const RearrangeDialogue& command, const Context&, const World&) {
  auto streams = arrangement(command.new_host, command.others);
  if (command.new_host && command.venue && command.venue->host_address &&
      !command.venue->host_address->resident.empty()) {
    streams.push_back(stream_of(command.venue->host_address->resident));
  }
  return streams;
}
std::vector<StreamId> others(const AnnounceDialogue&, const Context&, const World&) {
  return {policy_stream()};
}
std::vector<StreamId> others(const OpenDialogue&, const Context& context, const World&) {
  return {ward_stream(), plan_stream(static_cast<int>(context.happened.date.year()))};
}
std::vector<StreamId> others(const CancelDialogue&, const Context&, const World&) {
  return {policy_stream()};
}
std::vector<StreamId> others(const RecordAttendance&, const Context&, const World&) {
  return {ward_stream()};
}
std::vector<StreamId> others(const RecordOpinion& command, const Context&, const World&) {
  std::vector<StreamId> streams{policy_stream(), calendar_stream(), stream_of(command.resident)};
  for (const RaisedIssue& raised : command.issues) {
    streams.push_back(stream_of(raised.issue));
  }
  return streams;
}
std::vector<StreamId> others(const RedirectDenunciation& command, const Context& context,
                             const World&) {
  return {stream_of(command.issue), ward_stream(), register_of(context)};
}
std::vector<StreamId> others(const SignMinutes& command, const Context& context,
                             const World& world) {
  std::vector<StreamId> streams{ward_stream(), register_of(context)};
  for (const IssueId& issue : command.redirected) {
    streams.push_back(stream_of(issue));
  }
  // Which issues to count is known once the dialogue is: the caller asks again.
  if (world.has(stream_of(command.dialogue))) {
    for (const IssueId& issue : issues_to_count(world.dialogue(command.dialogue), world)) {
      streams.push_back(stream_of(issue));
    }
  }
  return streams;
}
std::vector<StreamId> others(const SignAddendum&, const Context&, const World&) {
  return {ward_stream()};
}
std::vector<StreamId> others(const PublishConclusion&, const Context& context, const World&) {
  return {ward_stream(), register_of(context), policy_stream(), calendar_stream()};
}
std::vector<StreamId> others(const PostponeDialogue& command, const Context&, const World&) {
  return command.date ? arrangement({}, command.others) : std::vector{policy_stream()};
}
std::vector<StreamId> others(const MarkDialogueMissed&, const Context&, const World&) {
  return {policy_stream()};
}
std::vector<StreamId> others(const PresentPreviousResults& command, const Context&, const World&) {
  std::vector<StreamId> streams;
  for (const IssueId& issue : command.issues) {
    streams.push_back(stream_of(issue));
  }
  return streams;
}

/// Done at the table or typed up from it: nothing of it can be before the meeting was opened.
template <class Act>
constexpr bool kAtTheTable =
    std::is_same_v<Act, RecordAttendance> || std::is_same_v<Act, PresentPreviousResults> ||
    std::is_same_v<Act, SkipPresentation> || std::is_same_v<Act, RecordOpinion> ||
    std::is_same_v<Act, ConfirmOpinion> || std::is_same_v<Act, DeclineConfirmation> ||
    std::is_same_v<Act, RedirectDenunciation> || std::is_same_v<Act, CloseDialogue>;

/// Acts of the meeting itself say that it was never opened, which tells more than the state alone.
MaybeRefusal check_opened(const DialogueState& dialogue, const DialogueCommand& command) {
  const bool needs_open =
      std::visit([]<class Act>(const Act&) { return kAtTheTable<Act>; }, command);
  if (needs_open && !dialogue.opening) {
    return refuse(RefusalCode::dialogue_not_open);
  }
  return std::nullopt;
}

MaybeRefusal check_dialogue(const DialogueState& dialogue, const DialogueCommand& command) {
  const StreamId stream = stream_of(dialogue_of(command));
  const bool exists = dialogue.phase != DialoguePhase::absent;
  if (std::holds_alternative<ScheduleDialogue>(command)) {
    return check_absent(exists, stream);
  }
  if (auto refusal = first_of({check_exists(exists, stream), check_opened(dialogue, command)})) {
    return refusal;
  }
  return check_phase(Subject::dialogue, act_of(command), to_text(dialogue.phase));
}

}  // namespace

std::vector<StreamId> reads(const DialogueCommand& command, const Context& context,
                            const World& world) {
  auto streams =
      std::visit([&](const auto& what) { return others(what, context, world); }, command);
  streams.push_back(stream_of(dialogue_of(command)));
  return streams;
}

StreamId subject(const DialogueCommand& command) {
  // Nothing of a denunciation is written to the dialogue: it is all in the stream of its own.
  if (const auto* redirected = std::get_if<RedirectDenunciation>(&command)) {
    return stream_of(redirected->issue);
  }
  return stream_of(dialogue_of(command));
}

std::optional<Refusal> guard(const World& world, const DialogueCommand& command,
                             const Context& context) {
  const auto refusal = check_dialogue(world.dialogue(dialogue_of(command)), command);
  return refusal ? refusal
                 : std::visit([&](const auto& what) { return guard_act(world, what, context); },
                              command);
}

Decision rule(const World& world, const DialogueCommand& command, const Context& context) {
  return std::visit([&](const auto& what) { return judge(world, what, context); }, command);
}

}  // namespace langnghe::domain
