#pragma once

#include <string_view>

namespace langnghe::codec {

/// The wire name of an event and the newest version of its schema.
struct EventType {
  std::string_view type;
  int schema = 1;
};

/// Specialised for every event beside its `Fields`. Names are never changed; a changed struct gets
/// a higher schema and an upcaster.
template <class T>
inline constexpr EventType kWireType{};

}  // namespace langnghe::codec
