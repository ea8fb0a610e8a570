#include "acts_at_work.hpp"

#include "every_command.hpp"

namespace langnghe::domain::spec {

std::vector<ActAtWork> acts_at_work() {
  std::vector<ActAtWork> all;
  for (const auto chapter :
       {ward_acts, account_acts, plan_acts, meeting_acts, report_acts, resident_acts, intake_acts,
        handling_acts, clock_acts, elsewhere_acts, answer_acts, after_acts, promise_acts}) {
    std::vector<ActAtWork> acts = chapter();
    all.insert(all.end(), acts.begin(), acts.end());
  }
  return all;
}

std::set<std::string> events_of(const Command& command, const std::vector<ActAtWork>& seen) {
  std::set<std::string> names;
  for (const ActAtWork& act : seen) {
    const bool is_same = subject_kind(act.command) == subject_kind(command) &&
                         act_of(act.command) == act_of(command);
    const auto decision = is_same ? act.before.when(act.command).decision() : Decision{};
    for (const Emitted& emitted : decision.value_or(std::vector<Emitted>{})) {
      names.insert(name_of(emitted.event));
    }
  }
  return names;
}

}  // namespace langnghe::domain::spec
