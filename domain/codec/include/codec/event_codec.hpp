#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <codec/wire_type.hpp>
#include <domain/event.hpp>
#include <ledger/record.hpp>

/// Domain events to record data and back. Wire names and fields are written by hand, apart from the
/// C++ names; what was ever stored reads for ever (tests/golden/events).
namespace langnghe::codec {

/// The reason that stored data cannot be read. It is never skipped: the reader stops and says
/// where.
struct CodecError {
  std::string where;  ///< JSON Pointer into the data, or `type`
  std::string what;
};

struct EncodedEvent {
  std::string type;  ///< `issue.classified`
  int schema = 1;
  std::string data;  ///< canonical JSON object
};

/// Writes an event. It is read back before it is given out, so that nothing is ever stored which
/// cannot be read: an error means a value has no written form (a date that is none, for example).
[[nodiscard]] std::expected<EncodedEvent, CodecError> try_encode(const domain::Event& event);

/// The same for events known to be well formed: anything else is a bug and stops the process.
[[nodiscard]] EncodedEvent encode(const domain::Event& event);

/// Reads a record's event, lifting older schemas. A type or schema that is not registered is an
/// error, as is a field that is unknown, missing or of the wrong kind.
[[nodiscard]] std::expected<domain::RecordedEvent, CodecError> decode(
    const eventstore::RecordView& record);

/// The one list of every event type and its newest schema.
[[nodiscard]] std::span<const EventType> event_types();

}  // namespace langnghe::codec
