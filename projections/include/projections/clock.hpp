#pragma once

#include <vector>

#include <domain/command.hpp>
#include <domain/time.hpp>
#include <projections/views.hpp>

/// The acts that time alone has made due. The rules decide about each act again; one that is no
/// longer due, or was done meanwhile, they refuse.
namespace langnghe::projections::clock {

struct DueAct {
  domain::Happened happened;  ///< when it became true, not when somebody looked
  domain::Command command;
  /// When it may be recorded: what says that something was left undone waits for the policy's days
  /// of late entry.
  domain::Instant ready{};
};

/// Every act of the clock that is ready at that moment, in the order in which they became so: a
/// machine that slept for a week finds each with its own day. One act can make another due: ask
/// again after carrying them out.
[[nodiscard]] std::vector<DueAct> due_acts(const Snapshot& snapshot, domain::Instant now);

/// The issues that a new calendar or policy may move or give a deadline, by id.
[[nodiscard]] std::vector<domain::IssueId> issues_with_deadlines(const Snapshot& snapshot);

/// The act that records a khóm's quarter as missed, naming all its dialogues of that quarter.
[[nodiscard]] domain::MarkObligationMissed obligation_missed(const Snapshot& snapshot, int year,
                                                             const domain::KhomId& khom,
                                                             int quarter);

/// Every dialogue of that calendar year.
[[nodiscard]] std::vector<domain::DialogueId> dialogues_of_year(const Snapshot& snapshot, int year);

}  // namespace langnghe::projections::clock
