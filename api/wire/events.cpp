#include "shapes/events.hpp"

#include <string>
#include <tuple>

#include <codec/event_schemas.hpp>

#include "wire/answer_kinds.hpp"
#include "wire/answers.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

/// Written by `text` below, as the bytes they are.
template <>
struct Kind<shapes::RecordBytes> {
  static Schema schema(Schemas& known) { return record_schema(known); }
};

template <>
struct Fields<shapes::PositionedRecord> {
  using T = shapes::PositionedRecord;
  static constexpr std::string_view name = "PositionedRecord";
  static constexpr auto list = std::tuple{field("position", &T::position),
                                          nullable("record", &T::record), field("leaf", &T::leaf)};
};
template <>
struct Fields<shapes::EventList> {
  using T = shapes::EventList;
  static constexpr std::string_view name = "EventList";
  static constexpr auto list =
      std::tuple{field("ledger", &T::ledger), field("position", &T::position),
                 field("items", &T::items), nullable("next", &T::next)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

// Records are put in as the bytes they are: what is hashed is what is served.
template <>
std::string text(const shapes::EventList& shape) {
  std::string text = R"({"ledger":")" + shape.ledger + R"(","position":)" +
                     std::to_string(shape.position) + R"(,"items":[)";
  constexpr std::size_t kAroundRecord = 48;
  std::size_t bytes = text.size() + kAroundRecord;
  for (const auto& item : shape.items) {
    bytes += (item.record ? item.record->json.size() : 0) + kAroundRecord;
  }
  text.reserve(bytes);
  const char* separator = "";
  for (const auto& item : shape.items) {
    text += separator;
    text += R"({"position":)" + std::to_string(item.position) + R"(,"record":)";
    text += item.record ? std::string_view(item.record->json) : "null";
    if (item.leaf) {
      text += R"(,"leaf":")" + item.leaf->text + '"';
    }
    text += '}';
    separator = ",";
  }
  text += R"(],"next":)";
  text += shape.next ? std::to_string(*shape.next) : "null";
  text += '}';
  return text;
}

void describe_events(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::EventList>::schema(answers);
}

}  // namespace langnghe::api::wire
