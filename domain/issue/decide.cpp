#include <utility>

#include "issue/matter.hpp"

namespace langnghe::domain {
namespace issue {
namespace {

// Of an issue that exists already, and for an imported row the name it has in its list.
MaybeRefusal check_may_begin(const Matter& matter, const RecordIssue& act) {
  if (matter.issue.phase == IssuePhase::absent) {
    return std::nullopt;
  }
  if (act.origin) {
    return refuse(RefusalCode::already_imported, {{"external_id", act.origin->external_id}});
  }
  return check_absent(true, stream_of(matter.id));
}

MaybeRefusal check_after(const Matter& matter, const Date& received) {
  if (matter.on() >= received) {
    return std::nullopt;
  }
  return refuse(RefusalCode::happened_before_start, {{"happened", to_text(matter.context.happened)},
                                                     {"start", to_text(received)},
                                                     {"act", std::string(RecordIssue::kAct)}});
}

template <class Act>
MaybeRefusal check_may_act(const Matter& matter, const Act&) {
  return first_of({check_phase(Subject::issue, Act::kAct, to_text(matter.issue.phase)),
                   check_after(matter, matter.issue.recorded.received)});
}

MaybeRefusal check_may_act(const Matter& matter, const RecordIssue& act) {
  return first_of({check_may_begin(matter, act), check_date("received", act.received),
                   check_after(matter, act.received)});
}

}  // namespace
}  // namespace issue

StreamId subject(const IssueCommand& command) {
  return std::visit([](const auto& act) { return stream_of(act.issue); }, command);
}

std::optional<Refusal> guard(const World& world, const IssueCommand& command,
                             const Context& context) {
  return std::visit(
      [&](const auto& act) {
        const issue::Matter matter{world, context, act.issue, world.issue(act.issue)};
        const auto refusal = issue::check_may_act(matter, act);
        return refusal ? refusal : issue::guard(matter, act);
      },
      command);
}

Decision rule(const World& world, const IssueCommand& command, const Context& context) {
  return std::visit(
      [&](const auto& act) {
        return issue::decide({world, context, act.issue, world.issue(act.issue)}, act);
      },
      command);
}

}  // namespace langnghe::domain
