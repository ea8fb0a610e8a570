#pragma once

#include <vector>

#include <domain/command.hpp>
#include <domain/time.hpp>
#include <projections/views.hpp>

/// What time alone has made due. The rules decide about each act again; one that is no longer due,
/// or was done meanwhile, they refuse.
namespace langnghe::projections::clock {

struct DueAct {
  domain::Happened happened;  ///< when it became true, not when somebody looked
  domain::Command command;
};

/// Every act of the clock that is due at that moment, the earliest first: a machine that slept for
/// a week finds each with its own day. One act can make another due: ask again after carrying them
/// out.
[[nodiscard]] std::vector<DueAct> due_acts(const Snapshot& snapshot, domain::Instant now);

/// The issues whose deadlines a new calendar or policy may move, by id.
[[nodiscard]] std::vector<domain::IssueId> issues_with_deadlines(const Snapshot& snapshot);

/// The act that records a khóm's quarter as missed, naming all its dialogues of that quarter.
[[nodiscard]] domain::MarkObligationMissed obligation_missed(const Snapshot& snapshot, int year,
                                                             const domain::KhomId& khom,
                                                             int quarter);

}  // namespace langnghe::projections::clock
