#include "routing/conditional.hpp"

#include <algorithm>
#include <charconv>

namespace langnghe::api {
namespace {

std::string_view opaque(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

std::optional<eventstore::Version> parse_version(std::string_view tag) {
  if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"') {
    return std::nullopt;
  }
  const auto digits = tag.substr(1, tag.size() - 2);
  eventstore::Version version;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), version.value);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return version;
}

std::expected<Expected, Problem> when_absent(const Request& request, Precondition precondition) {
  switch (precondition) {
    case Precondition::seen:
    case Precondition::seen_or_any:
      return fail(ProblemCode::if_match_required);
    case Precondition::absent_or_any:
      if (request.header("if-none-match") == "*") {
        return Expected{eventstore::kAbsent, false};
      }
      return Expected{};
    case Precondition::seen_or_first:
      return Expected{eventstore::kAbsent, true};
    case Precondition::any:
      return Expected{};
  }
  return fail(ProblemCode::if_match_required);
}

}  // namespace

std::string etag_of(eventstore::Version version) {
  return '"' + std::to_string(version.value) + '"';
}

bool has_not_changed(const Request& request, std::string_view etag) {
  auto tags = request.header("if-none-match");
  if (tags == "*") {
    return true;
  }
  while (!tags.empty()) {
    const auto comma = std::min(tags.find(','), tags.size());
    auto tag = tags.substr(0, comma);
    tags.remove_prefix(std::min(comma + 1, tags.size()));
    const auto first = tag.find_first_not_of(' ');
    if (first == std::string_view::npos) {
      continue;
    }
    tag = tag.substr(first, tag.find_last_not_of(' ') - first + 1);
    if (opaque(tag) == opaque(etag)) {
      return true;
    }
  }
  return false;
}

std::expected<Expected, Problem> expected_version(const Request& request,
                                                  Precondition precondition) {
  const auto header = request.header("if-match");
  if (header.empty()) {
    return when_absent(request, precondition);
  }
  const bool any_will_do =
      precondition == Precondition::seen_or_any || precondition == Precondition::any;
  if (header == "*" && any_will_do) {
    return Expected{};
  }
  const auto version = parse_version(header);
  if (!version) {
    return fail(ProblemCode::if_match_malformed);
  }
  return Expected{version, false};
}

}  // namespace langnghe::api
