#include <algorithm>
#include <chrono>
#include <string>

#include <domain/decide.hpp>

#include "issue/marks.hpp"
#include "rules.hpp"

namespace langnghe::domain {
namespace {

template <class StreamCommand>
constexpr Subject kSubject{};
template <>
constexpr Subject kSubject<WardCommand> = Subject::ward;
template <>
constexpr Subject kSubject<CalendarCommand> = Subject::calendar;
template <>
constexpr Subject kSubject<PolicyCommand> = Subject::policy;
template <>
constexpr Subject kSubject<PlanCommand> = Subject::plan;
template <>
constexpr Subject kSubject<DialogueCommand> = Subject::dialogue;
template <>
constexpr Subject kSubject<IssueCommand> = Subject::issue;
template <>
constexpr Subject kSubject<ImportCommand> = Subject::ward;
template <>
constexpr Subject kSubject<ReportCommand> = Subject::report;
template <>
constexpr Subject kSubject<RegisterCommand> = Subject::document_register;
template <>
constexpr Subject kSubject<ResidentCommand> = Subject::resident;
template <>
constexpr Subject kSubject<UserCommand> = Subject::user;
template <>
constexpr Subject kSubject<SupervisionCommand> = Subject::supervision;

bool lies_ahead(const Happened& happened, Instant now) {
  if (!happened.time_of_day) {
    return happened.date > local_date(now);
  }
  const auto local = std::chrono::sys_days(happened.date) + *happened.time_of_day;
  return local - kVietnamOffset > now;
}

std::optional<Refusal> check_not_ahead(const Context& context) {
  if (!lies_ahead(context.happened, context.now)) {
    return std::nullopt;
  }
  return refuse(RefusalCode::happened_in_future, {{"happened", to_text(context.happened)},
                                                  {"today", to_text(local_date(context.now))}});
}

template <class StreamCommand>
std::optional<Refusal> check_subject(const World&, const StreamCommand&, const Context&) {
  return std::nullopt;
}

std::optional<Refusal> check_subject(const World& world, const IssueCommand& command,
                                     const Context& context) {
  const IssueId& id =
      std::visit([](const auto& act) -> const IssueId& { return act.issue; }, command);
  const IssueState& issue = world.issue(id);
  if (const auto* record = std::get_if<RecordIssue>(&command)) {
    return check_scope(context.actor, record->khom);
  }
  if (issue.phase == IssuePhase::absent) {
    return refuse(RefusalCode::does_not_exist, {{"stream", stream_of(id).value}});
  }
  return check_scope(context.actor, issue.recorded.khom);
}

// A dialogue that is yet to be scheduled has its khóm in the command; its own rule looks there.
std::optional<Refusal> check_subject(const World& world, const DialogueCommand& command,
                                     const Context& context) {
  const DialogueId& id =
      std::visit([](const auto& act) -> const DialogueId& { return act.dialogue; }, command);
  const DialogueState& dialogue = world.dialogue(id);
  if (dialogue.phase == DialoguePhase::absent) {
    return std::nullopt;
  }
  return check_scope(context.actor, dialogue.schedule.khom);
}

}  // namespace

std::vector<StreamId> streams_read(const Command& command, const Context& context,
                                   const World& world) {
  return std::visit(
      [&](const auto& of_stream) {
        auto streams = reads(of_stream, context, world);
        const StreamId own = subject(of_stream);
        if (std::ranges::find(streams, own) == streams.end()) {
          streams.push_back(own);
        }
        return streams;
      },
      command);
}

StreamId subject_of(const Command& command) {
  return std::visit([](const auto& of_stream) { return subject(of_stream); }, command);
}

Subject subject_kind(const Command& command) {
  return std::visit(
      []<class StreamCommand>(const StreamCommand&) { return kSubject<StreamCommand>; }, command);
}

Decision decide(const World& world, const Command& command, const Context& context) {
  return std::visit(
      [&]<class StreamCommand>(const StreamCommand& of_stream) -> Decision {
        constexpr Subject kind = kSubject<StreamCommand>;
        if (auto refusal = check_role(kind, act_of(command), context.actor.role)) {
          return std::unexpected(*refusal);
        }
        if (auto refusal = check_not_ahead(context)) {
          return std::unexpected(*refusal);
        }
        if (auto refusal = check_subject(world, of_stream, context)) {
          return std::unexpected(*refusal);
        }
        if (auto refusal = guard(world, of_stream, context)) {
          return std::unexpected(*refusal);
        }
        if (auto refusal = check_course(world, of_stream, context)) {
          return std::unexpected(*refusal);
        }
        Decision decided = rule(world, of_stream, context);
        if (decided) {
          add_marks(world, context, *decided);
        }
        return decided;
      },
      command);
}

std::optional<Refusal> why_not_now(const World& world, const Command& blank,
                                   const Context& context) {
  return std::visit(
      [&]<class StreamCommand>(const StreamCommand& of_stream) -> std::optional<Refusal> {
        constexpr Subject kind = kSubject<StreamCommand>;
        if (auto refusal = check_role(kind, act_of(blank), context.actor.role)) {
          return refusal;
        }
        if (auto refusal = check_subject(world, of_stream, context)) {
          return refusal;
        }
        return guard(world, of_stream, context);
      },
      blank);
}

}  // namespace langnghe::domain
