#pragma once

#include "report/report_facts.hpp"

namespace langnghe::projections::report {

/// Notes what happened besides phases and clock. `facts.state` does not hold the event yet.
void trace_acts(IssueFacts& facts, const domain::IssueEvent& event, const Entry& entry);

}  // namespace langnghe::projections::report
