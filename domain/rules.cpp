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

namespace {

/// Decree 30/2020 Art. 15: numbers follow each other as the documents do.
std::optional<Refusal> check_in_order(const RegisterState& document_register, NumberingMode mode,
                                      DocumentType type, const Date& date, int number, int next) {
  if (number != next) {
    return refuse(RefusalCode::number_not_next,
                  {{"number", std::to_string(number)}, {"next", std::to_string(next)}});
  }
  const NumberTaken* last = document_register.latest_of(mode, type);
  if (last != nullptr && date < last->date) {
    return refuse(RefusalCode::number_before_last, {{"number", std::to_string(number)},
                                                    {"date", to_text(date)},
                                                    {"last", last->symbol},
                                                    {"last_date", to_text(last->date)}});
  }
  return std::nullopt;
}

}  // namespace

std::expected<TakenNumber, Refusal> take_number(const WardState& ward,
                                                const RegisterState& document_register,
                                                DocumentType type, const Date& date,
                                                std::optional<int> wanted) {
  const NumberingMode mode = ward.numbering_on(date);
  const int next = document_register.next_free(mode, type);
  const int number = wanted.value_or(next);
  if (number < 1) {
    return std::unexpected(refuse(RefusalCode::value_not_valid,
                                  {{"field", "number"}, {"value", std::to_string(number)}}));
  }
  if (document_register.is_taken(mode, type, number)) {
    const int year = static_cast<int>(date.year());
    return std::unexpected(refuse(RefusalCode::number_taken, {{"number", std::to_string(number)},
                                                              {"year", std::to_string(year)}}));
  }
  if (!document_register.is_allowed(type, number, date)) {
    if (auto refusal = check_in_order(document_register, mode, type, date, number, next)) {
      return std::unexpected(*refusal);
    }
  }
  return TakenNumber{number, document_symbol(number, type, ward.ward.issuer_symbol)};
}

std::expected<int, Refusal> take_counter(const RegisterState& document_register, IssueType series,
                                         std::optional<int> wanted, int year) {
  const int counter = wanted.value_or(document_register.next_counter(series));
  if (counter < 1) {
    return std::unexpected(refuse(RefusalCode::value_not_valid,
                                  {{"field", "counter"}, {"value", std::to_string(counter)}}));
  }
  const auto taken = document_register.counters.find(series);
  if (taken != document_register.counters.end() && taken->second.contains(counter)) {
    return std::unexpected(refuse(RefusalCode::counter_taken, {{"counter", std::to_string(counter)},
                                                               {"year", std::to_string(year)}}));
  }
  return counter;
}

}  // namespace langnghe::domain
