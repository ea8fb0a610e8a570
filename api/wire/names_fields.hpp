#pragma once

#include <tuple>

#include <codec/fields.hpp>

#include "shapes/names.hpp"

// Include in wire/*.cpp only.
template <>
struct langnghe::codec::Fields<langnghe::api::shapes::Names> {
  using T = api::shapes::Names;
  static constexpr std::string_view name = "Names";
  static constexpr auto list =
      std::tuple{field("users", &T::users), field("officials", &T::officials),
                 field("khoms", &T::khoms), field("fields", &T::fields)};
};
