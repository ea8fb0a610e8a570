#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <domain/deadline.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::Term> {
  using T = domain::Term;
  static constexpr std::string_view name = "Term";
  static constexpr auto list =
      std::tuple{field("days", &T::days, between(0, 3'660)), field("unit", &T::unit)};
};

}  // namespace langnghe::codec
