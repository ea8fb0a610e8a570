#include <codec/fields/supervision.hpp>

#include "event_entry.hpp"

namespace langnghe::codec {

template <>
inline constexpr EventType kWireType<domain::RecommendationMade>{"supervision.recommendation_made",
                                                                 1};
template <>
inline constexpr EventType kWireType<domain::RecommendationAnswered>{
    "supervision.recommendation_answered", 1};
template <>
inline constexpr EventType kWireType<domain::SealedRead>{"supervision.sealed_read", 1};
template <>
inline constexpr EventType kWireType<domain::TakedownRegistered>{"supervision.takedown_registered",
                                                                 1};

std::vector<EventEntry> supervision_entries() {
  return entries_of<domain::SupervisionEvent>();
}
WrittenEvent write(const domain::SupervisionEvent& event) {
  return written(event);
}

}  // namespace langnghe::codec
