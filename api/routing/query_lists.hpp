#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <domain/enum_text.hpp>

#include "routing/query.hpp"

/// Parameters with several values, separated by commas: `kind=issue,dialogue`.
namespace langnghe::api {

inline constexpr std::size_t kListedValuesMax = 32;

/// The texts between the commas; none where the parameter is absent. An empty one is a fault.
[[nodiscard]] std::vector<std::string> listed(Query& query, std::string_view name);

/// Names of streams (`issue-i-1`).
[[nodiscard]] std::vector<std::string> listed_streams(Query& query, std::string_view name);
/// Types of events that there are (`issue.assigned`).
[[nodiscard]] std::vector<std::string> listed_types(Query& query, std::string_view name);

template <class Id>
[[nodiscard]] std::vector<Id> listed_ids(Query& query, std::string_view name) {
  std::vector<Id> ids;
  for (auto& text : listed(query, name)) {
    if (!domain::is_well_formed_id(text)) {
      query.add(name, "not_well_formed_id", "[a-z0-9][a-z0-9_-]{0,63}");
      return {};
    }
    ids.push_back(Id{std::move(text)});
  }
  return ids;
}

template <domain::NamedEnum E>
[[nodiscard]] std::vector<E> listed_choices(Query& query, std::string_view name) {
  std::vector<E> values;
  for (const auto& text : listed(query, name)) {
    const auto value = domain::from_text<E>(text);
    if (!value) {
      std::string choices;
      for (const auto& [each, spoken] : domain::EnumText<E>::kNames) {
        choices += choices.empty() ? "" : "|";
        choices += spoken;
      }
      query.add(name, "not_a_choice", std::move(choices));
      return {};
    }
    values.push_back(*value);
  }
  return values;
}

}  // namespace langnghe::api
