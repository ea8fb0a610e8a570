#include "unit/domain/every_command.hpp"

namespace langnghe::domain::spec {

std::vector<Command> every_command() {
  std::vector<Command> all;
  const auto add = [&](const auto& acts) { all.insert(all.end(), acts.begin(), acts.end()); };
  add(every_act<WardCommand>());
  add(every_act<CalendarCommand>());
  add(every_act<PolicyCommand>());
  add(every_act<PlanCommand>());
  add(every_act<DialogueCommand>());
  add(every_act<IssueCommand>());
  add(every_act<ImportCommand>());
  add(every_act<ReportCommand>());
  add(every_act<RegisterCommand>());
  add(every_act<ResidentCommand>());
  add(every_act<UserCommand>());
  add(every_act<SupervisionCommand>());
  return all;
}

Subject subject_kind(const Command& command) {
  constexpr Subject kInOrder[] = {Subject::ward,     Subject::calendar, Subject::policy,
                                  Subject::plan,     Subject::dialogue, Subject::issue,
                                  Subject::ward,     Subject::report,   Subject::document_register,
                                  Subject::resident, Subject::user,     Subject::supervision};
  static_assert(std::size(kInOrder) == std::variant_size_v<StreamCommands>);
  return kInOrder[command.index()];
}

}  // namespace langnghe::domain::spec
