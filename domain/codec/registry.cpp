#include "registry.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>

#include <domain/world.hpp>
#include <eventstore/verify.hpp>

#include "record_json.hpp"
#include "upcasters.hpp"

namespace langnghe::codec {
namespace {

// An event belongs to streams of one kind: the two lists are in the same order.
static_assert(std::variant_size_v<domain::StreamEvents> ==
              std::variant_size_v<domain::StreamState>);

CodecError codec_error(const FieldError& error) {
  std::string what(domain::to_text(error.code));
  if (!error.expected.empty()) {
    what += ": ";
    what += error.expected;
  }
  return {error.where, std::move(what)};
}

std::vector<EventEntry> all_entries() {
  std::vector<EventEntry> all;
  for (const auto& family :
       {ward_entries(), calendar_entries(), policy_entries(), plan_entries(), dialogue_entries(),
        issue_entries(), report_entries(), register_entries(), resident_entries(), user_entries(),
        supervision_entries()}) {
    all.insert(all.end(), family.begin(), family.end());
  }
  return all;
}

}  // namespace

Registry::Registry(std::vector<EventEntry> entries, std::vector<Upcaster> upcasters)
    : entries_(std::move(entries)), upcasters_(std::move(upcasters)) {
  std::ranges::sort(entries_, {}, &EventEntry::type);
  VERIFY(std::ranges::adjacent_find(entries_, {}, &EventEntry::type) == entries_.end());
  std::ranges::sort(upcasters_, [](const Upcaster& a, const Upcaster& b) {
    return std::tie(a.type, a.from) < std::tie(b.type, b.from);
  });
  std::size_t needed = 0;
  for (const auto& entry : entries_) {
    for (int from = 1; from < entry.schema; ++from, ++needed) {
      VERIFY(find_upcaster(entry.type, from) != nullptr);
    }
  }
  VERIFY(needed == upcasters_.size());
}

const EventEntry* Registry::find(std::string_view type) const {
  const auto found = std::ranges::lower_bound(entries_, type, {}, &EventEntry::type);
  return found != entries_.end() && found->type == type ? &*found : nullptr;
}

const Upcaster* Registry::find_upcaster(std::string_view type, int from) const {
  const auto found = std::ranges::find_if(upcasters_, [&](const Upcaster& upcaster) {
    return upcaster.type == type && upcaster.from == from;
  });
  return found != upcasters_.end() ? &*found : nullptr;
}

std::expected<domain::Event, CodecError> Registry::read(std::string_view type, int schema,
                                                        const domain::StreamId& stream,
                                                        std::string_view data) const {
  const auto* entry = find(type);
  if (entry == nullptr) {
    return std::unexpected(CodecError{"type", "not registered: " + std::string(type)});
  }
  if (schema < 1 || schema > entry->schema) {
    return std::unexpected(
        CodecError{"v", "not registered: " + std::string(type) + " " + std::to_string(schema)});
  }
  const auto state = domain::initial_state(stream);
  if (!state || state->index() != entry->stream_kind) {
    return std::unexpected(
        CodecError{"stream", "holds no " + std::string(type) + ": " + stream.value});
  }
  auto json = parse_record_json(data);
  if (!json) {
    return std::unexpected(codec_error(json.error()));
  }
  for (; schema < entry->schema; ++schema) {
    *json = find_upcaster(type, schema)->lift(std::move(*json));
  }
  auto event = entry->read(*json);
  if (!event) {
    return std::unexpected(codec_error(event.error().front()));
  }
  return *std::move(event);
}

const Registry& registry() {
  static const Registry kRegistry(all_entries(), all_upcasters());
  return kRegistry;
}

}  // namespace langnghe::codec
