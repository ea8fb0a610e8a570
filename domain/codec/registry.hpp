#pragma once

#include <expected>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <codec/event_codec.hpp>
#include <codec/json_text.hpp>

#include "event_entry.hpp"

/// Private: every event type there is, and how data of older schemas is lifted.
namespace langnghe::codec {

/// Lifts data of `type` from schema `from` to `from + 1`. Total: it answers something for anything,
/// and what comes out is read as strictly as new data.
struct Upcaster {
  std::string_view type;
  int from = 0;
  Json (*lift)(Json data) = nullptr;
};

class Registry {
 public:
  /// Types must be unique, and from every older schema of a type an upcaster must lead upwards.
  Registry(std::vector<EventEntry> entries, std::vector<Upcaster> upcasters);
  Registry(const Registry&) = delete;
  Registry& operator=(const Registry&) = delete;
  ~Registry() = default;

  [[nodiscard]] const EventEntry* find(std::string_view type) const;
  [[nodiscard]] std::span<const EventEntry> entries() const { return entries_; }

  /// The value that the upcasters give to data of that older schema which lacks it.
  [[nodiscard]] Json given_to(std::string_view type, int schema) const;

  /// The event in stored data goes into `out`, where it stays: some are large. `stream` must be one
  /// that holds such events. After an error `out` holds nothing of use.
  [[nodiscard]] std::expected<void, CodecError> read(std::string_view type, int schema,
                                                     const domain::StreamId& stream,
                                                     std::string_view data,
                                                     domain::Event& out) const;

 private:
  [[nodiscard]] const Upcaster* find_upcaster(std::string_view type, int from) const;
  [[nodiscard]] std::expected<void, CodecError> read_strictly(const EventEntry& entry, int schema,
                                                              std::string_view data,
                                                              domain::Event& out) const;

  std::vector<EventEntry> entries_;  ///< by type
  std::unordered_map<std::string_view, const EventEntry*> by_type_;
  std::vector<Upcaster> upcasters_;  ///< by type and schema
};

/// The ward's registry.
[[nodiscard]] const Registry& registry();

}  // namespace langnghe::codec
