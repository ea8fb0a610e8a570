#include "registry.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include <domain/stream_kind.hpp>
#include <domain/world.hpp>
#include <ledger/verify.hpp>

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

template <class... Family>
std::vector<EventEntry> entries_of_all(std::type_identity<std::variant<Family...>> /*families*/) {
  std::vector<EventEntry> all;
  for (const auto& family : {entries_of<Family>()...}) {
    all.insert(all.end(), family.begin(), family.end());
  }
  return all;
}

std::vector<EventEntry> all_entries() {
  return entries_of_all(std::type_identity<domain::StreamEvents>{});
}

}  // namespace

Registry::Registry(std::vector<EventEntry> entries, std::vector<Upcaster> upcasters)
    : entries_(std::move(entries)), upcasters_(std::move(upcasters)) {
  std::ranges::sort(entries_, {}, &EventEntry::type);
  VERIFY(std::ranges::adjacent_find(entries_, {}, &EventEntry::type) == entries_.end());
  for (const auto& entry : entries_) {
    by_type_.emplace(entry.type, &entry);
  }
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
  const auto found = by_type_.find(type);
  return found != by_type_.end() ? found->second : nullptr;
}

const Upcaster* Registry::find_upcaster(std::string_view type, int from) const {
  const auto found = std::ranges::find_if(upcasters_, [&](const Upcaster& upcaster) {
    return upcaster.type == type && upcaster.from == from;
  });
  return found != upcasters_.end() ? &*found : nullptr;
}

Json Registry::given_to(std::string_view type, int schema) const {
  auto given = Json::object();
  for (const auto newest = find(type)->schema; schema < newest; ++schema) {
    given = find_upcaster(type, schema)->lift(std::move(given));
  }
  return given;
}

std::expected<void, CodecError> Registry::read(std::string_view type, int schema,
                                               const domain::StreamId& stream,
                                               std::string_view data, domain::Event& out) const {
  const auto* entry = find(type);
  if (entry == nullptr) {
    return std::unexpected(CodecError{"type", "not registered: " + std::string(type)});
  }
  if (schema < 1 || schema > entry->schema) {
    return std::unexpected(
        CodecError{"v", "not registered: " + std::string(type) + " " + std::to_string(schema)});
  }
  if (domain::stream_kind(stream.value) != entry->stream_kind) {
    return std::unexpected(
        CodecError{"stream", "holds no " + std::string(type) + ": " + stream.value});
  }
  if (schema == entry->schema) {
    const Node* const node = parse_record_json(data);
    Reader reader(Source::record);
    if (node != nullptr && entry->read(*node, out, reader)) {
      return {};
    }
  }
  return read_strictly(*entry, schema, data, out);
}

/// Reads records of an older schema or of another form, and says what is wrong with them.
std::expected<void, CodecError> Registry::read_strictly(const EventEntry& entry, int schema,
                                                        std::string_view data,
                                                        domain::Event& out) const {
  const Node* const node = parse_record_json(data);
  auto json = node != nullptr ? std::expected<Json, FieldError>(to_json(*node)) : parse_json(data);
  if (!json) {
    return std::unexpected(codec_error(json.error()));
  }
  for (; schema < entry.schema; ++schema) {
    *json = find_upcaster(entry.type, schema)->lift(std::move(*json));
  }
  const NodeTree tree(*json);
  Reader reader(Source::record);
  if (!entry.read(tree.root(), out, reader)) {
    return std::unexpected(codec_error(reader.take().front()));
  }
  return {};
}

const Registry& registry() {
  static const Registry kRegistry(all_entries(), all_upcasters());
  return kRegistry;
}

}  // namespace langnghe::codec
