#include "routing/query.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <text/typed_text.hpp>

#include <codec/field_error.hpp>

namespace langnghe::api {

bool Query::has(std::string_view name) const {
  return std::ranges::any_of(target_.query, [&](const auto& param) { return param.first == name; });
}

std::optional<std::string> Query::text(std::string_view name) {
  known_.push_back(name);
  std::optional<std::string> found;
  for (const auto& [key, value] : target_.query) {
    if (key != name) {
      continue;
    }
    if (found) {
      add(name, "repeated_parameter");
      break;
    }
    found = value;
  }
  if (!found) {
    return std::nullopt;
  }
  auto typed = text::typed(*found, text::Lines::one, codec::kTextCharactersMax);
  if (!typed) {
    const auto& fault = typed.error();
    add(name, text::wire_name(fault.what),
        fault.what == text::Wrong::too_long ? std::to_string(codec::kTextCharactersMax)
                                            : text::notation(fault.character));
    return std::nullopt;
  }
  return *std::move(typed);
}

std::optional<std::uint64_t> Query::number(std::string_view name, std::uint64_t least,
                                           std::uint64_t most) {
  const auto found = text(name);
  if (!found) {
    return std::nullopt;
  }
  std::uint64_t value = 0;
  const auto* end = found->data() + found->size();
  const auto read = std::from_chars(found->data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || value < least || value > most) {
    add(name, "not_a_number", std::to_string(least) + ".." + std::to_string(most));
    return std::nullopt;
  }
  return value;
}

std::optional<bool> Query::flag(std::string_view name) {
  const auto found = text(name);
  if (!found) {
    return std::nullopt;
  }
  if (*found != "true" && *found != "false") {
    add(name, "not_a_choice", "true|false");
    return std::nullopt;
  }
  return *found == "true";
}

std::optional<domain::Date> Query::date(std::string_view name) {
  const auto found = text(name);
  if (!found) {
    return std::nullopt;
  }
  auto day = domain::parse_date(*found);
  if (!day) {
    add(name, "not_a_date", "YYYY-MM-DD");
  }
  return day;
}

std::vector<std::string> Query::texts(std::string_view name) {
  const auto found = text(name);
  std::vector<std::string> values;
  if (!found) {
    return values;
  }
  std::string_view rest = *found;
  for (;;) {
    const auto comma = std::min(rest.find(','), rest.size());
    if (comma == 0) {
      add(name, "value_required");
      return {};
    }
    values.emplace_back(rest.substr(0, comma));
    if (comma == rest.size()) {
      return values;
    }
    rest.remove_prefix(comma + 1);
  }
}

void Query::add(std::string_view name, std::string_view code, std::string expected) {
  faults_.push_back({Fault::In::query, std::string(name), std::string(code), std::move(expected)});
}

std::optional<Problem> Query::problem() const {
  auto faults = faults_;
  std::string names;
  for (const auto name : known_) {
    names += names.empty() ? "" : ", ";
    names += name;
  }
  for (const auto& [key, value] : target_.query) {
    if (std::ranges::find(known_, key) == known_.end()) {
      faults.push_back({Fault::In::query, key, "unknown_parameter", names});
    }
  }
  if (faults.empty()) {
    return std::nullopt;
  }
  return query_problem(std::move(faults));
}

}  // namespace langnghe::api
