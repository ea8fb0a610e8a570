#include "wire/body_pointer.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include <codec/json_text.hpp>

namespace langnghe::api::wire {
namespace {

using codec::Json;
using domain::RefusalCode;

std::string_view fact_of(const domain::Refusal& refusal, std::string_view name) {
  const auto found = std::ranges::find(refusal.facts, name, &domain::Fact::name);
  return found == refusal.facts.end() ? std::string_view() : std::string_view(found->value);
}

void find_text(const Json& value, std::string_view text, const std::string& at,
               std::vector<std::string>& found) {
  if (value.is_object()) {
    for (const auto& [name, inner] : value.items()) {
      find_text(inner, text, at + '/' + name, found);
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      find_text(value[i], text, at + '/' + std::to_string(i), found);
    }
  } else if (value.is_string() && value.get_ref<const std::string&>() == text) {
    found.push_back(at);
  }
}

/// The one place that holds this text; none where there are several, or no such place.
std::optional<std::string> place_of(const Json& body, std::string_view text) {
  std::vector<std::string> found;
  find_text(body, text, "", found);
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

bool says_nothing(const Json* value) {
  return value == nullptr || value->is_null() ||
         (value->is_string() &&
          value->get_ref<const std::string&>().find_first_not_of(" \t\r\n") == std::string::npos) ||
         (value->is_array() && value->empty());
}

/// The members that `path` means, each with its pointer: a name that stands before an array is of
/// every item.
void members_at(const Json* value, std::string_view path, const std::string& at,
                std::vector<std::pair<std::string, const Json*>>& found) {
  if (path.empty()) {
    found.emplace_back(at, value);
    return;
  }
  if (value != nullptr && value->is_array()) {
    for (std::size_t i = 0; i < value->size(); ++i) {
      members_at(&(*value)[i], path, at + '/' + std::to_string(i), found);
    }
    return;
  }
  const auto end = std::min(path.find('/', 1), path.size());
  const std::string name(path.substr(1, end - 1));
  const bool there = value != nullptr && value->is_object() && value->contains(name);
  members_at(there ? &(*value)[name] : nullptr, path.substr(end), at + '/' + name, found);
}

/// `/parts/subject` is the subject of that part which has none.
std::string with_indices(const Json& body, const Fault& fault, std::string_view value) {
  std::vector<std::pair<std::string, const Json*>> found;
  members_at(&body, fault.where, "", found);
  const auto meant = std::ranges::find_if(found, [&](const auto& member) {
    const auto& [pointer, held] = member;
    return fault.code == "value_required"
               ? says_nothing(held)
               : held != nullptr && held->is_string() &&
                     held->template get_ref<const std::string&>() == value;
  });
  return meant == found.end() ? fault.where : meant->first;
}

/// The fact whose value the body holds.
struct NamedFact {
  RefusalCode code;
  std::string_view fact;
};
constexpr auto kNamedFacts = std::to_array<NamedFact>({
    {RefusalCode::unknown_khom, "khom"},
    {RefusalCode::khom_not_valid_then, "khom"},
    {RefusalCode::unknown_field_code, "field"},
    {RefusalCode::unknown_official, "official"},
    {RefusalCode::not_an_earlier_matter, "issue"},
    {RefusalCode::date_order, "first"},
    {RefusalCode::date_order, "second"},
});

/// A refusal code and the member it is always about.
struct Fixed {
  RefusalCode code;
  std::string_view pointer;
};
constexpr auto kFixed = std::to_array<Fixed>({
    {RefusalCode::happened_in_future, "/happened"},
    {RefusalCode::happened_before_start, "/happened"},
    {RefusalCode::not_the_meetings_day, "/happened"},
    {RefusalCode::date_order, "/happened"},
    {RefusalCode::extension_too_long, "/days"},
    {RefusalCode::pause_too_long, "/until"},
    {RefusalCode::purpose_required, "/purpose"},
    {RefusalCode::opinion_without_issue, "/issues"},
    {RefusalCode::issue_in_two_opinions, "/issues"},
    {RefusalCode::denunciation_keeps_nothing, "/type"},
});

void add(Problem& problem, std::string pointer) {
  problem.faults.push_back({Fault::In::body, std::move(pointer), "value_not_valid", ""});
}

}  // namespace

void point_into_body(std::string_view body, const domain::Refusal& refusal, Problem& problem) {
  if (problem.status != 422) {
    return;
  }
  const auto json = codec::parse_json(body.empty() ? "{}" : body);
  if (!json) {
    return;
  }
  for (auto& fault : problem.faults) {
    fault.where = with_indices(*json, fault, fact_of(refusal, "value"));
  }
  for (const auto& [code, fact] : kNamedFacts) {
    if (code == refusal.code && problem.faults.size() < 2) {
      if (auto place = place_of(*json, fact_of(refusal, fact))) {
        add(problem, *std::move(place));
      }
    }
  }
  const auto fixed = std::ranges::find(kFixed, refusal.code, &Fixed::code);
  if (problem.faults.empty() && fixed != kFixed.end()) {
    add(problem, std::string(fixed->pointer));
  }
}

}  // namespace langnghe::api::wire
