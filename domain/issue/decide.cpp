#include <type_traits>
#include <utility>

#include "issue/matter.hpp"

namespace langnghe::domain {
namespace issue {

Emitted Matter::emitted(IssueEvent event) const {
  return {stream_of(id), std::move(event)};
}

Decision decided(const Matter& matter, std::initializer_list<MaybeRefusal> answers,
                 IssueEvent event) {
  if (auto refusal = first_of(answers)) {
    return std::unexpected(*std::move(refusal));
  }
  return std::vector{matter.emitted(std::move(event))};
}

MaybeRefusal check_assignee(const Matter& matter) {
  const auto& assignment = matter.issue.assignment;
  if (assignment && matter.is_by(assignment->assignee)) {
    return std::nullopt;
  }
  return refuse(RefusalCode::not_the_assignee);
}

Refusal not_allowed_now(std::string_view act, std::string_view state) {
  return refuse(RefusalCode::act_not_allowed_in_state,
                {{"act", std::string(act)}, {"state", std::string(state)}});
}

MaybeRefusal check_policy_adopted(const World& world) {
  if (!world.policy().exists()) {
    return refuse(RefusalCode::no_policy_adopted);
  }
  return std::nullopt;
}

MaybeRefusal check_calendar_adopted(const World& world) {
  if (!world.calendar().exists()) {
    return refuse(RefusalCode::no_calendar_adopted);
  }
  return std::nullopt;
}

const Term& settlement_term(const Policy& policy, Complexity complexity) {
  return complexity == Complexity::complex ? policy.settle_complex : policy.settle_simple;
}

namespace {

// The dialogue is known once the issue itself has been loaded.
std::vector<StreamId> dialogue_of(const World& world, const IssueId& id) {
  if (!world.has(stream_of(id))) {
    return {};
  }
  const auto& dialogue = world.issue(id).recorded.dialogue;
  return dialogue.empty() ? std::vector<StreamId>{} : std::vector{stream_of(dialogue)};
}

// What an act reads besides the issue itself; most read nothing.
template <class Act>
std::vector<StreamId> also_reads(const Act&, const Context&, const World&) {
  return {};
}
std::vector<StreamId> also_reads(const AnswerOnTheSpot& act, const Context&, const World& world) {
  auto streams = dialogue_of(world, act.issue);
  streams.push_back(ward_stream());
  return streams;
}
std::vector<StreamId> also_reads(const NoteIssue& act, const Context&, const World& world) {
  return dialogue_of(world, act.issue);
}
std::vector<StreamId> also_reads(const ClassifyIssue&, const Context&, const World&) {
  return {policy_stream(), calendar_stream()};
}
std::vector<StreamId> also_reads(const HandOverIssue&, const Context&, const World&) {
  return {ward_stream()};
}
std::vector<StreamId> also_reads(const AssignIssue& act, const Context&, const World&) {
  return act.assignee.empty() ? std::vector<StreamId>{} : std::vector{stream_of(act.assignee)};
}
std::vector<StreamId> also_reads(const RequestExtension&, const Context&, const World&) {
  return {policy_stream()};
}
std::vector<StreamId> also_reads(const ApproveExtension&, const Context&, const World&) {
  return {calendar_stream()};
}
std::vector<StreamId> also_reads(const IssueNotice&, const Context& context, const World&) {
  return {ward_stream(), register_stream(static_cast<int>(context.happened.date.year()))};
}
std::vector<StreamId> also_reads(const ReopenIssue& act, const Context&, const World& world) {
  auto streams = dialogue_of(world, act.issue);
  streams.insert(streams.end(), {policy_stream(), calendar_stream()});
  return streams;
}

MaybeRefusal check_after_receipt(const Matter& matter) {
  const Date& received = matter.issue.recorded.received;
  if (matter.on() >= received) {
    return std::nullopt;
  }
  return refuse(RefusalCode::happened_before_start,
                {{"happened", to_text(matter.context.happened)}, {"start", to_text(received)}});
}

}  // namespace
}  // namespace issue

std::vector<StreamId> reads(const IssueCommand& command, const Context& context,
                            const World& world) {
  return std::visit(
      [&](const auto& act) {
        auto streams = issue::also_reads(act, context, world);
        streams.push_back(stream_of(act.issue));
        return streams;
      },
      command);
}

StreamId subject(const IssueCommand& command) {
  return std::visit([](const auto& act) { return stream_of(act.issue); }, command);
}

Decision rule(const World& world, const IssueCommand& command, const Context& context) {
  return std::visit(
      [&]<class Act>(const Act& act) -> Decision {
        const issue::Matter matter{world, context, act.issue, world.issue(act.issue)};
        const auto refusal =
            first_of({check_phase(Subject::issue, Act::kAct, to_text(matter.issue.phase)),
                      issue::check_after_receipt(matter)});
        if (refusal) {
          return std::unexpected(*refusal);
        }
        return issue::decide(matter, act);
      },
      command);
}

}  // namespace langnghe::domain
