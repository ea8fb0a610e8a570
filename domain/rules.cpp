#include "rules.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace langnghe::domain {

Refusal refuse(RefusalCode code, std::vector<Fact> facts) {
  return {code, std::move(facts)};
}

Refusal not_allowed_now(std::string_view act, std::string_view state) {
  return refuse(RefusalCode::act_not_allowed_in_state,
                {{"act", std::string(act)}, {"state", std::string(state)}});
}

std::optional<Refusal> check_phase(Subject subject, std::string_view act, std::string_view phase) {
  const ActRule* rule = find_rule(subject, act);
  if (rule != nullptr && phase_allows(*rule, phase)) {
    return std::nullopt;
  }
  return refuse(RefusalCode::act_not_allowed_in_state,
                {{"act", std::string(act)}, {"state", std::string(phase)}});
}

std::optional<Refusal> check_not_blank(std::string_view field, std::string_view value) {
  if (value.find_first_not_of(" \t\r\n\v\f") != std::string_view::npos) {
    return std::nullopt;
  }
  return refuse(RefusalCode::value_required, {{"field", std::string(field)}});
}

std::optional<Refusal> check_khom(const WardState& ward, const KhomId& khom, const Date& on) {
  const Khom* found = ward.find_khom(khom);
  if (found == nullptr) {
    return refuse(RefusalCode::unknown_khom, {{"khom", khom.value}});
  }
  if (!found->valid_on(on)) {
    return refuse(RefusalCode::khom_not_valid_then, {{"khom", khom.value}, {"date", to_text(on)}});
  }
  return std::nullopt;
}

// Somebody who is not in office on that day is as unknown to the act as somebody never appointed.
std::optional<Refusal> check_official(const WardState& ward, const OfficialId& official,
                                      const Date& on) {
  const auto found = ward.officials.find(official);
  if (found != ward.officials.end() && found->second.valid_on(on)) {
    return std::nullopt;
  }
  return refuse(RefusalCode::unknown_official, {{"official", official.value}});
}

std::optional<Refusal> check_settings(const World& world) {
  if (!world.policy().exists()) {
    return refuse(RefusalCode::no_policy_adopted);
  }
  if (!world.calendar().exists()) {
    return refuse(RefusalCode::no_calendar_adopted);
  }
  return std::nullopt;
}

std::optional<Refusal> check_scope(const Actor& actor, const KhomId& khom) {
  if (actor.khoms.empty() || std::ranges::find(actor.khoms, khom) != actor.khoms.end()) {
    return std::nullopt;
  }
  return refuse(RefusalCode::outside_khom_scope, {{"khom", khom.value}});
}

std::expected<TakenNumber, Refusal> take_number(const WardState& ward,
                                                const RegisterState& document_register,
                                                DocumentType type, const Date& date,
                                                std::optional<int> wanted) {
  const NumberingMode mode = ward.numbering_on(date);
  const int number = wanted ? *wanted : document_register.next_free(mode, type);
  if (number < 1) {
    return std::unexpected(refuse(RefusalCode::value_not_valid,
                                  {{"field", "number"}, {"value", std::to_string(number)}}));
  }
  if (document_register.is_taken(mode, type, number)) {
    const int year = static_cast<int>(date.year());
    return std::unexpected(refuse(RefusalCode::number_taken, {{"number", std::to_string(number)},
                                                              {"year", std::to_string(year)}}));
  }
  return TakenNumber{number, document_symbol(number, type, ward.ward.issuer_symbol)};
}

}  // namespace langnghe::domain
