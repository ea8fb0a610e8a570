#pragma once

#include <array>
#include <cstddef>
#include <expected>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <codec/event_codec.hpp>
#include <codec/fields.hpp>
#include <codec/member_count.hpp>

/// Private: what the registry keeps of one event type, made from its description.
namespace langnghe::codec {

/// Wire name and newest schema of an event struct, specialised beside the family's list. The names
/// are never changed; a changed struct gets a higher schema and an upcaster.
template <class T>
inline constexpr EventType kWireType{};

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
[[nodiscard]] std::vector<EventEntry> entries_of() {
  return []<class... T>(std::type_identity<std::variant<T...>>) {
    static_assert((!kWireType<T>.type.empty() && ...), "an event has no wire name");
    constexpr auto kKind = IndexIn<Family, domain::StreamEvents>::value();
    return std::vector<EventEntry>{EventEntry{kWireType<T>.type, kWireType<T>.schema, kKind,
                                              &read_event<Family, T>, &describe_event<T>}...};
  }(std::type_identity<Family>{});
}

template <class Family>
[[nodiscard]] WrittenEvent written(const Family& family) {
  return std::visit(
      []<class T>(const T& event) { return WrittenEvent{kWireType<T>, to_json(event)}; }, family);
}

// One file each, events_*.cpp: the wire names of a family and these two.
[[nodiscard]] std::vector<EventEntry> ward_entries();
[[nodiscard]] std::vector<EventEntry> calendar_entries();
[[nodiscard]] std::vector<EventEntry> policy_entries();
[[nodiscard]] std::vector<EventEntry> plan_entries();
[[nodiscard]] std::vector<EventEntry> dialogue_entries();
[[nodiscard]] std::vector<EventEntry> issue_entries();
[[nodiscard]] std::vector<EventEntry> report_entries();
[[nodiscard]] std::vector<EventEntry> register_entries();
[[nodiscard]] std::vector<EventEntry> resident_entries();
[[nodiscard]] std::vector<EventEntry> user_entries();
[[nodiscard]] std::vector<EventEntry> supervision_entries();

[[nodiscard]] WrittenEvent write(const domain::WardEvent& event);
[[nodiscard]] WrittenEvent write(const domain::CalendarEvent& event);
[[nodiscard]] WrittenEvent write(const domain::PolicyEvent& event);
[[nodiscard]] WrittenEvent write(const domain::PlanEvent& event);
[[nodiscard]] WrittenEvent write(const domain::DialogueEvent& event);
[[nodiscard]] WrittenEvent write(const domain::IssueEvent& event);
[[nodiscard]] WrittenEvent write(const domain::ReportEvent& event);
[[nodiscard]] WrittenEvent write(const domain::RegisterEvent& event);
[[nodiscard]] WrittenEvent write(const domain::ResidentEvent& event);
[[nodiscard]] WrittenEvent write(const domain::UserEvent& event);
[[nodiscard]] WrittenEvent write(const domain::SupervisionEvent& event);

}  // namespace langnghe::codec
