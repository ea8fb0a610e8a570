#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/actor.hpp>
#include <domain/issue_state.hpp>
#include <domain/refusal.hpp>

/// The permissions of every act, by role and phase: one table that the rules, the API's list of
/// allowed acts and the tests read.
namespace langnghe::domain {

/// The subject of an act, as in the API's paths.
enum class Subject {
  ward,
  calendar,
  policy,
  plan,
  dialogue,
  issue,
  report,
  document_register,
  resident,
  user,
  supervision,
};

template <>
struct EnumText<Subject> {
  static constexpr std::array<std::pair<Subject, std::string_view>, 11> kNames{
      {{Subject::ward, "ward"},
       {Subject::calendar, "calendar"},
       {Subject::policy, "policy"},
       {Subject::plan, "plan"},
       {Subject::dialogue, "dialogue"},
       {Subject::issue, "issue"},
       {Subject::report, "report"},
       {Subject::document_register, "register"},
       {Subject::resident, "resident"},
       {Subject::user, "user"},
       {Subject::supervision, "supervision"}}};
};

/// A handful of values in an array of its own: GCC 12 cannot keep an initializer_list inside a
/// constexpr table.
template <class T, std::size_t kCapacity>
class InlineList {
 public:
  constexpr InlineList(std::initializer_list<T> values) : size_(values.size()) {
    std::ranges::copy(values, values_.begin());
  }
  [[nodiscard]] constexpr const T* begin() const { return values_.data(); }
  [[nodiscard]] constexpr const T* end() const { return values_.data() + size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }

 private:
  std::array<T, kCapacity> values_{};
  std::size_t size_ = 0;
};

/// One row of the table. `phases` holds the wire names of the phases the act is allowed from.
struct ActRule {
  Subject subject{};
  std::string_view act;
  InlineList<Role, 9> roles;
  InlineList<std::string_view, 24> phases;  ///< empty: no phase is asked
};

[[nodiscard]] std::span<const ActRule> act_rules();
[[nodiscard]] const ActRule* find_rule(Subject subject, std::string_view act);

/// Done by the clock alone: no person may ask for it, and no route leads there.
[[nodiscard]] bool is_clock_act(const ActRule& rule);

[[nodiscard]] bool role_may(const ActRule& rule, Role role);
/// `role_not_permitted`, naming the roles that may.
[[nodiscard]] std::optional<Refusal> check_role(Subject subject, std::string_view act, Role role);
[[nodiscard]] bool phase_allows(const ActRule& rule, std::string_view phase);

/// The acts a role may do now, in the table's order. A state guard beyond the phase may still
/// refuse one (for example an extension nobody asked for).
[[nodiscard]] std::vector<std::string_view> allowed_acts(Subject subject, std::string_view phase,
                                                         Role role);

}  // namespace langnghe::domain
