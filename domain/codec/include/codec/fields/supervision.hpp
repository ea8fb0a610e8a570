#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/wire_type.hpp>
#include <domain/supervision.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::RecommendationMade> {
  using T = domain::RecommendationMade;
  static constexpr auto list = std::tuple{field("recommendation", &T::recommendation),
                                          field("body", &T::body),
                                          field("text", &T::text),
                                          field("basis", &T::basis),
                                          field("about", &T::about),
                                          field("answer_due", &T::answer_due),
                                          field("policy_version", &T::policy_version),
                                          field("calendar_version", &T::calendar_version)};
};
template <>
inline constexpr EventType kWireType<domain::RecommendationMade>{"supervision.recommendation_made",
                                                                 1};
template <>
struct Fields<domain::RecommendationAnswered> {
  using T = domain::RecommendationAnswered;
  static constexpr auto list =
      std::tuple{field("recommendation", &T::recommendation), field("text", &T::text),
                 field("document", &T::document), field("late", &T::late)};
};
template <>
inline constexpr EventType kWireType<domain::RecommendationAnswered>{
    "supervision.recommendation_answered", 1};
template <>
struct Fields<domain::SealedRead> {
  using T = domain::SealedRead;
  static constexpr auto list =
      std::tuple{field("resident", &T::resident), field("subject", &T::subject),
                 field("purpose", &T::purpose), added_later("file", &T::file)};
};
template <>
inline constexpr EventType kWireType<domain::SealedRead>{"supervision.sealed_read", 1};
template <>
struct Fields<domain::TakedownRegistered> {
  using T = domain::TakedownRegistered;
  static constexpr auto list = std::tuple{
      field("takedown", &T::takedown), field("subject", &T::subject), field("place", &T::place),
      field("reason", &T::reason), field("decision", &T::decision)};
};
template <>
inline constexpr EventType kWireType<domain::TakedownRegistered>{"supervision.takedown_registered",
                                                                 1};

}  // namespace langnghe::codec
