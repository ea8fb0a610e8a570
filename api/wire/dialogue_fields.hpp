#pragma once

#include <tuple>

#include <codec/fields.hpp>

#include "shapes/dialogue_summary.hpp"
#include "wire/common_fields.hpp"

// The descriptions of what several answers show of a dialogue. Include in wire/*.cpp only.
template <>
struct langnghe::codec::Fields<langnghe::api::shapes::Venue> {
  using T = api::shapes::Venue;
  static constexpr std::string_view name = "ShownVenue";
  static constexpr auto list = std::tuple{field("kind", &T::kind), field("place", &T::place),
                                          field("host_address", &T::host_address)};
};

template <>
struct langnghe::codec::Fields<langnghe::api::shapes::DialogueBasics> {
  using T = api::shapes::DialogueBasics;
  static constexpr auto list = std::tuple{field("id", &T::id),
                                          field("version", &T::version),
                                          field("phase", &T::phase),
                                          field("khom", &T::khom),
                                          field("date", &T::date),
                                          field("start", &T::start),
                                          nullable("end", &T::end),
                                          field("format", &T::format),
                                          field("venue", &T::venue),
                                          field("chair", &T::chair),
                                          field("topics", &T::topics),
                                          field("outside_office_hours", &T::outside_office_hours),
                                          field("double_booked", &T::double_booked),
                                          nullable("short_notice", &T::short_notice),
                                          nullable("residents", &T::residents)};
};

template <>
struct langnghe::codec::Fields<langnghe::api::shapes::DialogueSummary> {
  using T = api::shapes::DialogueSummary;
  static constexpr std::string_view name = "DialogueSummary";
  static constexpr auto list =
      std::tuple{flattened(&T::basics), field("opinions", &T::opinions),
                 field("issues", &T::issues), nullable("minutes", &T::minutes)};
};
