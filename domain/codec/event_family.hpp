#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <codec/fields.hpp>
#include <codec/member_count.hpp>
#include <codec/wire_type.hpp>

#include "event_entry.hpp"

/// Private: reading and writing of a family of events, made from the descriptions of its events.
/// Include in events_*.cpp only, each of which compiles it for some families.
namespace langnghe::codec {

/// Is every member, down to the leaves, in the description? One that is not would be lost silently.
template <class T>
struct Completeness {
  static consteval bool holds() {
    if constexpr (Described<T>) {
      using Entries = std::remove_cvref_t<decltype(Fields<T>::list)>;
      return std::tuple_size_v<Entries> == member_count<T>() && entries_hold(Fields<T>::list);
    } else {
      return true;
    }
  }

 private:
  template <class... Entry>
  static consteval bool entries_hold(const std::tuple<Entry...>&) {
    return (Completeness<std::remove_cvref_t<decltype(std::declval<T&>().*
                                                      std::declval<Entry>().member)>>::holds() &&
            ...);
  }
};
template <class T>
struct Completeness<std::optional<T>> : Completeness<T> {};
template <class T>
struct Completeness<std::vector<T>> : Completeness<T> {};

template <class Family, class T>
bool read_event(const Node& data, domain::Event& out, Reader& reader) {
  static_assert(Completeness<T>::holds(), "a member is missing from the description");
  auto& family = out.emplace<Family>(std::in_place_type<T>);
  return read_object(data, std::get<T>(family), Path{}, reader);
}

template <class T>
Schema describe_event(Schemas& known) {
  ObjectSchema data;
  add_members<T>(known, data);
  return data.made(known);
}

template <class Family, class Variant>
struct IndexIn;
template <class Family, class... Families>
struct IndexIn<Family, std::variant<Families...>> {
  static consteval std::size_t value() {
    constexpr std::array kSame{std::is_same_v<Family, Families>...};
    for (std::size_t i = 0; i < kSame.size(); ++i) {
      if (kSame[i]) {
        return i;
      }
    }
    return kSame.size();
  }
};

template <class Family>
std::vector<EventEntry> entries_of() {
  return []<class... T>(std::type_identity<std::variant<T...>>) {
    static_assert((!kWireType<T>.type.empty() && ...), "an event has no wire name");
    constexpr auto kKind = IndexIn<Family, domain::StreamEvents>::value();
    return std::vector<EventEntry>{EventEntry{kWireType<T>.type, kWireType<T>.schema, kKind,
                                              &read_event<Family, T>, &describe_event<T>}...};
  }(std::type_identity<Family>{});
}

template <class Family>
WrittenEvent written(const Family& family) {
  return std::visit(
      []<class T>(const T& event) { return WrittenEvent{kWireType<T>, to_json(event)}; }, family);
}

}  // namespace langnghe::codec
