#include <algorithm>
#include <utility>

#include "issue/decision_input.hpp"
#include "issue/promise.hpp"

namespace langnghe::domain::issue {
namespace {

constexpr int kHighestLevel = 3;

// Only an officer can accept: an issue given to anybody else would wait for ever.
MaybeRefusal check_can_accept(const World& world, const UserId& id) {
  if (id.empty()) {
    return value_required("assignee");
  }
  const UserState& user = world.user(id);
  if (!user.exists) {
    return check_exists(false, stream_of(id));
  }
  if (!user.enabled ||
      std::ranges::find(user.roles, Role::officer, &RoleGranted::role) == user.roles.end()) {
    return value_not_valid("assignee", id.value);
  }
  return std::nullopt;
}

MaybeRefusal check_internal_due(const DecisionInput& input, const std::optional<Date>& due) {
  if (!due) {
    return std::nullopt;
  }
  // An issue that is overdue already can still be given a day to be done by.
  const auto& official = input.issue.effective_due;
  if (official && input.on() <= *official && *official < *due) {
    return check_order(*due, *official);
  }
  return check_order(input.on(), *due);
}

MaybeRefusal check_return_text(const ReturnIssue& act) {
  return act.reason == ReturnReason::other ? check_not_blank("text", act.text) : std::nullopt;
}

MaybeRefusal check_information_requested(const DecisionInput& input) {
  if (input.issue.information_requests == 0) {
    return not_allowed_now(ReceiveInformation::kAct, "information_not_requested");
  }
  return std::nullopt;
}

/// An instruction is a promise when it has an owner; a promise has a name and a day.
MaybeRefusal check_instructed_promise(const DecisionInput& input, const InstructIssue& act) {
  if (!act.owner) {
    return act.commitment ? MaybeRefusal(value_required("owner")) : std::nullopt;
  }
  if (!act.due) {
    return value_required("due");
  }
  if (!act.commitment) {
    return value_required("commitment");
  }
  return check_new_commitment(input, *act.commitment, *act.owner, *act.due);
}

}  // namespace

MaybeRefusal guard(const DecisionInput& input, const AcceptAssignment&) {
  return check_assignee(input);
}

MaybeRefusal guard(const DecisionInput& input, const ReturnIssue&) {
  return check_assignee(input);
}

MaybeRefusal guard(const DecisionInput& input, const ReceiveInformation&) {
  return check_information_requested(input);
}

Decision decide(const DecisionInput& input, const AssignIssue& act) {
  return decided(input,
                 {check_can_accept(input.world, act.assignee), check_not_blank("unit", act.unit),
                  check_internal_due(input, act.internal_due)},
                 IssueAssigned{act.assignee, act.unit, act.internal_due});
}

Decision decide(const DecisionInput& input, const AcceptAssignment&) {
  return decided(input, {}, AssignmentAccepted{});
}

Decision decide(const DecisionInput& input, const ReturnIssue& act) {
  return decided(input, {check_return_text(act)},
                 IssueReturned{act.reason, act.text, act.proposed_unit});
}

Decision decide(const DecisionInput& input, const NoteProgress& act) {
  return decided(input, {check_not_blank("text", act.text), check_files("files", act.files)},
                 ProgressNoted{act.text, act.visibility, act.files});
}

Decision decide(const DecisionInput& input, const RequestInformation& act) {
  return decided(input, {check_not_blank("from", act.from), check_not_blank("what", act.what)},
                 InformationRequested{act.from, act.what});
}

Decision decide(const DecisionInput& input, const ReceiveInformation& act) {
  return decided(input, {check_not_blank("what", act.what), check_files("files", act.files)},
                 InformationReceived{act.what, act.files});
}

Decision decide(const DecisionInput& input, const EscalateIssue& act) {
  return decided(
      input,
      {check_between("level", act.level, 1, kHighestLevel), check_not_blank("reason", act.reason)},
      IssueEscalated{act.level, act.reason});
}

Decision decide(const DecisionInput& input, const InstructIssue& act) {
  if (auto refusal = first_of(
          {check_not_blank("text", act.text),
           act.due ? first_of({check_date("due", *act.due), check_order(input.on(), *act.due)})
                   : std::nullopt,
           check_instructed_promise(input, act)})) {
    return std::unexpected(*std::move(refusal));
  }
  std::vector events{input.emitted(ChairInstructed{act.text, act.due})};
  if (act.owner) {
    events.push_back(
        input.emitted(CommitmentMade{*act.commitment, act.text, *act.owner, *act.due}));
  }
  return events;
}

}  // namespace langnghe::domain::issue
