#pragma once

#include <tuple>

#include <codec/fields.hpp>

#include "shapes/allowed.hpp"
#include "shapes/head.hpp"
#include "shapes/shown.hpp"

// The descriptions of what many answers hold. Include in wire/*.cpp only.
template <>
struct langnghe::codec::Fields<langnghe::api::shapes::Head> {
  using T = api::shapes::Head;
  static constexpr auto list =
      std::tuple{field("ledger", &T::ledger), field("position", &T::position),
                 field("projections", &T::projections)};
};

template <>
struct langnghe::codec::Fields<langnghe::api::shapes::AllowedCommand> {
  using T = api::shapes::AllowedCommand;
  static constexpr std::string_view name = "AllowedCommand";
  static constexpr auto list =
      std::tuple{field("command", &T::command), field("allowed", &T::allowed),
                 nullable("code", &T::code), nullable("reason", &T::reason)};
};

/// The plain text, or why there is none.
template <>
struct langnghe::codec::Kind<langnghe::api::Shown> {
  static Json write(const api::Shown& shown);
  static Schema schema(Schemas& known);
};
