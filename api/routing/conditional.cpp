#include "routing/conditional.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "routing/entity_tags.hpp"

namespace langnghe::api {
namespace {

bool is_mark(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

/// `3`, or `3-` and the mark of a reader.
std::optional<eventstore::Version> parse_version(std::string_view opaque) {
  eventstore::Version version;
  const auto* end = opaque.data() + opaque.size();
  const auto read = std::from_chars(opaque.data(), end, version.value);
  if (read.ec != std::errc{}) {
    return std::nullopt;
  }
  const std::string_view rest(read.ptr, static_cast<std::size_t>(end - read.ptr));
  const bool well_formed = rest.empty() || (rest.starts_with('-') && is_mark(rest.substr(1)));
  return well_formed ? std::optional(version) : std::nullopt;
}

/// Each version once; nothing where a tag is none of ours, or there is no tag.
std::optional<std::vector<eventstore::Version>> parse_versions(std::string_view field) {
  const auto tags = parse_entity_tags(field);
  if (!tags || tags->empty()) {
    return std::nullopt;
  }
  std::vector<eventstore::Version> versions;
  for (const auto& tag : *tags) {
    const auto version = parse_version(without_coding(tag.opaque));
    if (!version) {
      return std::nullopt;
    }
    if (std::ranges::find(versions, *version) == versions.end()) {
      versions.push_back(*version);
    }
  }
  return versions;
}

std::expected<Expected, Problem> when_absent(const Request& request, Precondition precondition) {
  switch (precondition) {
    case Precondition::seen:
    case Precondition::seen_or_any:
      return fail(ProblemCode::if_match_required);
    case Precondition::absent_or_any:
      if (request.header("if-none-match") == "*") {
        return Expected{{eventstore::kAbsent}, false};
      }
      return Expected{};
    case Precondition::seen_or_first:
      return Expected{{eventstore::kAbsent}, true};
    case Precondition::any:
    case Precondition::unasked:
      return Expected{};
  }
  return fail(ProblemCode::if_match_required);
}

}  // namespace

std::string etag_of(eventstore::Version version) {
  return '"' + std::to_string(version.value) + '"';
}

std::string etag_of(eventstore::Version version, std::string_view mark) {
  return '"' + std::to_string(version.value) + '-' + std::string(mark) + '"';
}

bool has_not_changed(const Request& request, std::string_view etag) {
  const auto field = request.header("if-none-match");
  if (field == "*") {
    return true;
  }
  const auto sent = parse_entity_tags(field);
  const auto ours = parse_entity_tags(etag);
  return sent && ours && !ours->empty() && std::ranges::any_of(*sent, [&](const EntityTag& tag) {
           return tag.opaque == ours->front().opaque;
         });
}

std::expected<Expected, Problem> expected_version(const Request& request,
                                                  Precondition precondition) {
  if (precondition == Precondition::unasked) {
    return Expected{};
  }
  if (!request.headers.contains("if-match")) {
    return when_absent(request, precondition);
  }
  const auto field = request.header("if-match");
  const bool any_will_do =
      precondition == Precondition::seen_or_any || precondition == Precondition::any;
  if (field == "*" && any_will_do) {
    return Expected{};
  }
  auto versions = parse_versions(field);
  if (!versions) {
    return fail(ProblemCode::if_match_malformed);
  }
  return Expected{*std::move(versions), false};
}

}  // namespace langnghe::api
