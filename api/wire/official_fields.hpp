#pragma once

#include <tuple>

#include <codec/fields.hpp>

#include "shapes/settings.hpp"

// Include in wire/*.cpp only.
template <>
struct langnghe::codec::Fields<langnghe::api::shapes::Official> {
  using T = api::shapes::Official;
  static constexpr std::string_view name = "Official";
  static constexpr auto list = std::tuple{field("id", &T::id),
                                          field("name", &T::name),
                                          field("position", &T::position),
                                          field("unit", &T::unit),
                                          field("office", &T::office),
                                          field("valid_from", &T::valid_from),
                                          nullable("last_day", &T::last_day),
                                          field("in_office", &T::in_office)};
};
