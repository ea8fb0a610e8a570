#include <utility>
#include <variant>

#include <codec/event_codec.hpp>
#include <codec/json_text.hpp>
#include <ledger/verify.hpp>

#include "event_entry.hpp"
#include "registry.hpp"

namespace langnghe::codec {

std::expected<EncodedEvent, CodecError> try_encode(const domain::Event& event) {
  const auto [type, json] = std::visit([](const auto& family) { return written(family); }, event);
  EncodedEvent encoded{std::string(type.type), type.schema, to_json_text(json)};
  // A date that is none, a number too great or text that is not UTF-8 would be stored and never
  // read again: what does not read back as itself is not written.
  const auto back = parse_json(encoded.data);
  const auto* entry = registry().find(encoded.type);
  VERIFY(back && entry != nullptr);
  const NodeTree tree(*back);
  domain::Event read;
  if (Reader reader(Source::record); !entry->read(tree.root(), read, reader)) {
    const auto error = reader.take().front();
    return std::unexpected(CodecError{error.where, std::string(domain::to_text(error.code))});
  }
  if (read != event) {
    return std::unexpected(CodecError{"", "does not read back as it was"});
  }
  return encoded;
}

EncodedEvent encode(const domain::Event& event) {
  auto encoded = try_encode(event);
  VERIFY(encoded);
  return *std::move(encoded);
}

std::expected<domain::RecordedEvent, CodecError> decode(const eventstore::RecordView& record) {
  std::expected<domain::RecordedEvent, CodecError> decoded;
  auto& recorded = *decoded;
  recorded.stream.value = record.stream;
  auto read =
      registry().read(record.type, record.schema, recorded.stream, record.data, recorded.event);
  if (!read) {
    return std::unexpected(std::move(read.error()));
  }
  recorded.by.value = record.user;
  const auto role = domain::from_text<domain::Role>(record.role);
  if (!role) {
    return std::unexpected(CodecError{"actor/role", "not a role: " + std::string(record.role)});
  }
  recorded.role = *role;
  const auto happened = domain::parse_happened(record.happened);
  if (!happened) {
    return std::unexpected(CodecError{"happened", "not a date or time"});
  }
  recorded.happened = *happened;
  const auto instant = domain::parse_instant(record.recorded);
  if (!instant) {
    return std::unexpected(CodecError{"recorded", "not an instant"});
  }
  recorded.recorded = *instant;
  return decoded;
}

std::span<const EventType> event_types() {
  static const std::vector<EventType> kTypes = [] {
    std::vector<EventType> types;
    for (const auto& entry : registry().entries()) {
      types.push_back({entry.type, entry.schema});
    }
    return types;
  }();
  return kTypes;
}

}  // namespace langnghe::codec
