#include <algorithm>

#include "wire/issue_acts.hpp"

namespace langnghe::api::wire {

Read<domain::Command> read_issue_act(std::string_view act, const domain::IssueId& issue,
                                     std::string_view body) {
  for (const auto acts :
       {intake_acts(), handling_acts(), elsewhere_acts(), answer_acts(), promise_acts()}) {
    if (std::ranges::find(acts, act, &IssueAct::act) != acts.end()) {
      return read_with(acts, act, issue, body);
    }
  }
  return fail(ProblemCode::unknown_path);
}

void describe_issue_bodies(Bodies& bodies) {
  for (const auto acts :
       {intake_acts(), handling_acts(), elsewhere_acts(), answer_acts(), promise_acts()}) {
    describe_acts<domain::IssueId>(acts, domain::Subject::issue, bodies);
  }
  describe_sealing_intake(bodies);
  describe_sealing_answers(bodies);
}

}  // namespace langnghe::api::wire
