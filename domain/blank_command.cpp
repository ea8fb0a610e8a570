#include <charconv>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

#include <domain/blank_command.hpp>

namespace langnghe::domain {
namespace {

// Each puts what an act is about into it; false where the text names nothing of that kind.

template <class Act>
bool aim_at_issue(Act& act, std::string_view about) {
  act.issue = IssueId{std::string(about)};
  return !about.empty();
}

template <class Act>
bool aim_at_user(Act& act, std::string_view about) {
  act.user = UserId{std::string(about)};
  return !about.empty();
}

template <class Act>
bool aim_at_dialogue(Act& act, std::string_view about) {
  act.dialogue = DialogueId{std::string(about)};
  return !about.empty();
}

template <class Act>
bool aim_at_resident(Act& act, std::string_view about) {
  act.resident = ResidentId{std::string(about)};
  return !about.empty();
}

template <class Act>
bool aim_at_year(Act& act, std::string_view about) {
  int year = 0;
  const auto read = std::from_chars(about.data(), about.data() + about.size(), year);
  if constexpr (requires { act.plan.year = year; }) {
    act.plan.year = year;
  } else {
    act.year = year;
  }
  return read.ec == std::errc{} && read.ptr == about.data() + about.size();
}

template <class Act>
bool aim_at_report(Act& act, std::string_view about) {
  const auto slash = about.find('/');
  const auto family = from_text<PeriodFamily>(about.substr(0, slash));
  if (slash == std::string_view::npos || !family) {
    return false;
  }
  act.report = ReportKey{*family, std::string(about.substr(slash + 1))};
  return true;
}

/// Calls `make` with each command of a family until one is of that name.
template <class Family, std::size_t... Each, class Aim>
std::optional<Command> find_in(std::string_view name, std::index_sequence<Each...>, Aim put) {
  std::optional<Command> found;
  const auto take = [&]<class Act>(Act act) {
    if (!found && Act::kAct == name && put(act)) {
      found = Family(std::move(act));
    }
  };
  (take(std::variant_alternative_t<Each, Family>{}), ...);
  return found;
}

template <class Family, class Aim>
std::optional<Command> find_in(std::string_view name, Aim put) {
  return find_in<Family>(name, std::make_index_sequence<std::variant_size_v<Family>>{}, put);
}

}  // namespace

std::optional<Command> blank_command(Subject subject, std::string_view act,
                                     std::string_view about) {
  const auto nothing = [](auto&) { return true; };
  switch (subject) {
    case Subject::ward:
      if (auto import = find_in<ImportCommand>(act, nothing)) {
        return import;
      }
      return find_in<WardCommand>(act, nothing);
    case Subject::calendar:
      return find_in<CalendarCommand>(act, nothing);
    case Subject::policy:
      return find_in<PolicyCommand>(act, nothing);
    case Subject::plan:
      return find_in<PlanCommand>(act, [&](auto& what) { return aim_at_year(what, about); });
    case Subject::dialogue:
      return find_in<DialogueCommand>(act,
                                      [&](auto& what) { return aim_at_dialogue(what, about); });
    case Subject::issue:
      return find_in<IssueCommand>(act, [&](auto& what) { return aim_at_issue(what, about); });
    case Subject::report:
      return find_in<ReportCommand>(act, [&](auto& what) { return aim_at_report(what, about); });
    case Subject::document_register:
      return find_in<RegisterCommand>(act, [&](auto& what) { return aim_at_year(what, about); });
    case Subject::resident:
      return find_in<ResidentCommand>(act,
                                      [&](auto& what) { return aim_at_resident(what, about); });
    case Subject::user:
      return find_in<UserCommand>(act, [&](auto& what) { return aim_at_user(what, about); });
    case Subject::supervision:
      return find_in<SupervisionCommand>(act, nothing);
  }
  return std::nullopt;
}

}  // namespace langnghe::domain
