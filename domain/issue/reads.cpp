#include <utility>

#include "issue/decision_input.hpp"
#include "issue/delivery.hpp"

// The streams that an act reads besides the issue itself; most read none.
namespace langnghe::domain {
namespace issue {
namespace {

using Streams = std::vector<StreamId>;

/// The issue as far as it has been loaded: what it names is known only then, and asked for next.
const IssueState* loaded(const World& world, const IssueId& id) {
  return world.has(stream_of(id)) ? &world.issue(id) : nullptr;
}

Streams dialogue_of(const World& world, const IssueId& id) {
  const IssueState* issue = loaded(world, id);
  if (issue == nullptr || issue->recorded.dialogue.empty()) {
    return {};
  }
  return {stream_of(issue->recorded.dialogue)};
}

Streams with(Streams streams, std::initializer_list<StreamId> more) {
  streams.insert(streams.end(), more.begin(), more.end());
  return streams;
}

Streams ward_and_register(const Context& context) {
  return {ward_stream(), register_stream(static_cast<int>(context.happened.date.year()))};
}

/// No stream has an empty name after its prefix; the rule refuses what names none.
template <class Id>
Streams named(const Id& id) {
  return id.empty() ? Streams{} : Streams{stream_of(id)};
}

template <class Act>
Streams also_reads(const Act&, const Context&, const World&) {
  return {};
}

// ---- intake

Streams also_reads(const RecordIssue& act, const Context&, const World&) {
  return with(named(act.resident), {ward_stream(), policy_stream(), calendar_stream()});
}
Streams also_reads(const AnswerOnTheSpot& act, const Context&, const World& world) {
  return with(dialogue_of(world, act.issue), {ward_stream()});
}
Streams also_reads(const NoteIssue& act, const Context&, const World& world) {
  return dialogue_of(world, act.issue);
}
Streams also_reads(const ContestOnTheSpotAnswer& act, const Context&, const World& world) {
  return dialogue_of(world, act.issue);
}
Streams also_reads(const ClassifyIssue&, const Context&, const World&) {
  return {policy_stream(), calendar_stream()};
}
Streams also_reads(const ReclassifyIssue&, const Context&, const World&) {
  return {policy_stream(), calendar_stream()};
}
Streams also_reads(const SplitIssue& act, const Context&, const World&) {
  Streams streams{policy_stream(), calendar_stream()};
  for (const IssuePart& part : act.parts) {
    if (!part.issue.empty()) {
      streams.push_back(stream_of(part.issue));
    }
  }
  return streams;
}
Streams also_reads(const MergeIssue& act, const Context&, const World&) {
  return with(named(act.into), {calendar_stream()});
}
Streams also_reads(const UnmergeIssue& act, const Context&, const World& world) {
  const IssueState* issue = loaded(world, act.issue);
  const bool merged = issue != nullptr && issue->merged_into;
  return with(merged ? named(*issue->merged_into) : Streams{},
              {policy_stream(), calendar_stream()});
}
Streams also_reads(const LinkIssue& act, const Context&, const World&) {
  return named(act.other);
}
Streams also_reads(const CorrectIssue&, const Context&, const World&) {
  return {ward_stream(), policy_stream()};
}
Streams also_reads(const VoidIssue& act, const Context&, const World&) {
  return act.duplicate_of ? named(*act.duplicate_of) : Streams{};
}

// ---- handling and the clock

Streams also_reads(const AssignIssue& act, const Context&, const World&) {
  return named(act.assignee);
}
Streams also_reads(const InstructIssue& act, const Context&, const World&) {
  return act.owner ? Streams{ward_stream()} : Streams{};
}
Streams also_reads(const PauseClock&, const Context&, const World&) {
  return {policy_stream(), calendar_stream()};
}
Streams also_reads(const ResumeClock&, const Context&, const World&) {
  return {calendar_stream()};
}
Streams also_reads(const RequestExtension&, const Context&, const World&) {
  return {policy_stream()};
}
Streams also_reads(const ApproveExtension&, const Context&, const World&) {
  return {calendar_stream(), ward_stream()};
}
Streams also_reads(const MarkDeadlineApproaching&, const Context&, const World&) {
  return {policy_stream(), calendar_stream()};
}
Streams also_reads(const MarkDeadlineBreached&, const Context&, const World&) {
  return {policy_stream()};
}
Streams also_reads(const RecomputeDeadline&, const Context&, const World&) {
  return {policy_stream(), calendar_stream()};
}

// ---- elsewhere, answer and after

Streams also_reads(const HandOverIssue&, const Context& context, const World&) {
  return ward_and_register(context);
}
Streams also_reads(const RefuseHandling&, const Context& context, const World&) {
  return ward_and_register(context);
}
/// The policy says what proof is needed; the persons, who can be found at all.
Streams policy_and_persons(const World& world, const IssueId& id) {
  const IssueState* issue = loaded(world, id);
  return with(issue == nullptr ? Streams{} : persons_of(*issue), {policy_stream()});
}
Streams also_reads(const TellExternalResult& act, const Context&, const World& world) {
  return policy_and_persons(world, act.issue);
}
Streams also_reads(const RecordDelivery& act, const Context&, const World& world) {
  return policy_and_persons(world, act.issue);
}
Streams also_reads(const PostNotice& act, const Context&, const World& world) {
  return policy_and_persons(world, act.issue);
}
Streams also_reads(const IssueNotice&, const Context& context, const World&) {
  return ward_and_register(context);
}
Streams also_reads(const ReplaceNotice&, const Context& context, const World&) {
  return ward_and_register(context);
}
Streams also_reads(const CorrectNotice&, const Context&, const World&) {
  return {ward_stream()};
}
Streams also_reads(const DeclineReopen&, const Context&, const World&) {
  return {ward_stream()};
}
Streams also_reads(const RecallNotice&, const Context&, const World&) {
  return {policy_stream(), calendar_stream()};
}
Streams also_reads(const ReopenIssue& act, const Context&, const World& world) {
  return with(dialogue_of(world, act.issue), {policy_stream(), calendar_stream()});
}

// ---- promises

Streams also_reads(const MakeCommitment&, const Context&, const World&) {
  return {ward_stream()};
}
Streams also_reads(const VerifyCommitment&, const Context& context, const World&) {
  return named(context.actor.user);
}
Streams also_reads(const DisputeCommitment&, const Context& context, const World&) {
  return named(context.actor.user);
}
Streams also_reads(const MarkCommitmentMissed&, const Context&, const World&) {
  return {policy_stream()};
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

}  // namespace langnghe::domain
