#pragma once

#include <domain/issue_state.hpp>

/// Private to domain/issue: what each event does to the courses of an issue's two clocks.
namespace langnghe::domain::issue {

/// Takes into the courses what `event` of the day `on` has just done to `state`.
void follow_courses(IssueState& state, const IssueEvent& event, const Date& on);

}  // namespace langnghe::domain::issue
