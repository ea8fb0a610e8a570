#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <codec/fields.hpp>
#include <codec/wire_type.hpp>
#include <domain/event.hpp>

/// Private: what the registry keeps of one event type.
namespace langnghe::codec {

struct EventEntry {
  std::string_view type;
  int schema = 0;
  std::size_t stream_kind = 0;  ///< index in domain::Event, the same as in domain::StreamState
  /// False = told the reader why; the event is then of no use.
  bool (*read)(const Node& data, domain::Event& out, Reader& reader) = nullptr;
  Schema (*describe)(Schemas& known) = nullptr;  ///< of the data
};

struct WrittenEvent {
  EventType type;
  Json data;
};

// Compiled for one family of events in each of events_*.cpp (event_family.hpp).
template <class Family>
[[nodiscard]] std::vector<EventEntry> entries_of();
template <class Family>
[[nodiscard]] WrittenEvent written(const Family& family);

}  // namespace langnghe::codec
