#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include <domain/actor.hpp>
#include <domain/issue_state.hpp>

/// Who may do what, from where: one table that the rules, the API's list of allowed acts and the
/// tests read.
namespace langnghe::domain {

/// What an act is done to, as in the API's paths.
enum class Subject { ward, calendar, policy, plan, dialogue, issue, report, user };

template <>
struct EnumText<Subject> {
  static constexpr std::array<std::pair<Subject, std::string_view>, 8> kNames{
      {{Subject::ward, "ward"},
       {Subject::calendar, "calendar"},
       {Subject::policy, "policy"},
       {Subject::plan, "plan"},
       {Subject::dialogue, "dialogue"},
       {Subject::issue, "issue"},
       {Subject::report, "report"},
       {Subject::user, "user"}}};
};

/// One row of the table. `phases` holds the wire names of the phases the act is allowed from.
struct ActRule {
  Subject subject{};
  std::string_view act;
  std::initializer_list<Role> roles;
  std::initializer_list<std::string_view> phases;  ///< empty: no phase is asked
};

[[nodiscard]] std::span<const ActRule> act_rules();
[[nodiscard]] const ActRule* find_rule(Subject subject, std::string_view act);

[[nodiscard]] bool role_may(const ActRule& rule, Role role);
[[nodiscard]] bool phase_allows(const ActRule& rule, std::string_view phase);

/// The acts a role may do now, in the table's order. A state guard beyond the phase may still
/// refuse one (for example an extension nobody asked for).
[[nodiscard]] std::vector<std::string_view> allowed_acts(Subject subject, std::string_view phase,
                                                         Role role);

}  // namespace langnghe::domain
