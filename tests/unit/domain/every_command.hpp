#pragma once

#include <cstddef>
#include <iterator>
#include <utility>
#include <variant>
#include <vector>

#include <domain/command.hpp>
#include <domain/permissions.hpp>

/// One command of every kind there is, empty but for the identifiers that name its streams.
namespace langnghe::domain::spec {

template <class Act>
Act named_act() {
  Act act{};
  if constexpr (requires { act.issue; }) {
    act.issue = {"i1"};
  }
  if constexpr (requires { act.into; }) {
    act.into = {"i2"};
  }
  if constexpr (requires { act.other; }) {
    act.other = {"i2"};
  }
  if constexpr (requires { act.dialogue; }) {
    act.dialogue = {"d1"};
  }
  if constexpr (requires { act.resident; }) {
    act.resident = {"r1"};
  }
  if constexpr (requires { act.user; }) {
    act.user = {"u1"};
  }
  if constexpr (requires { act.assignee; }) {
    act.assignee = {"u-officer"};
  }
  return act;
}

template <class StreamCommand>
std::vector<StreamCommand> every_act() {
  return []<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
    return std::vector<StreamCommand>{
        named_act<std::variant_alternative_t<kIndex, StreamCommand>>()...};
  }(std::make_index_sequence<std::variant_size_v<StreamCommand>>());
}

inline std::vector<Command> every_command() {
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

/// In the order of the variant `Command`.
inline Subject subject_kind(const Command& command) {
  constexpr Subject kInOrder[] = {Subject::ward,     Subject::calendar, Subject::policy,
                                  Subject::plan,     Subject::dialogue, Subject::issue,
                                  Subject::ward,     Subject::report,   Subject::document_register,
                                  Subject::resident, Subject::user,     Subject::supervision};
  static_assert(std::size(kInOrder) == std::variant_size_v<StreamCommands>);
  return kInOrder[command.index()];
}

}  // namespace langnghe::domain::spec
