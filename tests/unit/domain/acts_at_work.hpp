#pragma once

#include <set>
#include <string>
#include <vector>

#include "given.hpp"

/// Every act of the program done once: the command, and the past on which it is accepted. What an
/// act writes is learnt from here, not said.
namespace langnghe::domain::spec {

struct ActAtWork {
  Command command;
  Given before;  ///< with who acts and the day
};

/// At least one for every row of the table of permissions.
[[nodiscard]] std::vector<ActAtWork> acts_at_work();

// By chapter; acts_at_work() is all of them.
[[nodiscard]] std::vector<ActAtWork> ward_acts();
[[nodiscard]] std::vector<ActAtWork> account_acts();
[[nodiscard]] std::vector<ActAtWork> plan_acts();
[[nodiscard]] std::vector<ActAtWork> meeting_acts();
[[nodiscard]] std::vector<ActAtWork> report_acts();
[[nodiscard]] std::vector<ActAtWork> resident_acts();
[[nodiscard]] std::vector<ActAtWork> intake_acts();
[[nodiscard]] std::vector<ActAtWork> handling_acts();
[[nodiscard]] std::vector<ActAtWork> clock_acts();
[[nodiscard]] std::vector<ActAtWork> elsewhere_acts();
[[nodiscard]] std::vector<ActAtWork> answer_acts();
[[nodiscard]] std::vector<ActAtWork> after_acts();
[[nodiscard]] std::vector<ActAtWork> promise_acts();

/// The events an act was seen to write, by their names.
[[nodiscard]] std::set<std::string> events_of(const Command& command,
                                              const std::vector<ActAtWork>& seen);

}  // namespace langnghe::domain::spec
