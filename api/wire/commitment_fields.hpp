#pragma once

#include <tuple>

#include <codec/fields.hpp>

#include "shapes/commitments.hpp"

// Include in wire/*.cpp only.
template <>
struct langnghe::codec::Fields<langnghe::api::shapes::Commitment> {
  using T = api::shapes::Commitment;
  static constexpr std::string_view name = "Commitment";
  static constexpr auto list =
      std::tuple{field("id", &T::id),         field("what", &T::what),
                 field("owner", &T::owner),   field("first_due", &T::first_due),
                 field("due", &T::due),       field("revisions", &T::revisions),
                 field("status", &T::status), field("missed", &T::missed)};
};
