#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <domain/document_register.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::NumberTaken> {
  using T = domain::NumberTaken;
  static constexpr auto list =
      std::tuple{field("number", &T::number), field("type", &T::type), field("symbol", &T::symbol),
                 field("date", &T::date), field("taken_by", &T::taken_by)};
};
template <>
struct Fields<domain::NumberVoided> {
  using T = domain::NumberVoided;
  static constexpr auto list = std::tuple{field("number", &T::number), field("type", &T::type),
                                          field("symbol", &T::symbol), field("reason", &T::reason)};
};
template <>
struct Fields<domain::NumberAllowed> {
  using T = domain::NumberAllowed;
  static constexpr auto list = std::tuple{field("number", &T::number), field("type", &T::type),
                                          field("date", &T::date), field("reason", &T::reason)};
};
template <>
struct Fields<domain::CounterTaken> {
  using T = domain::CounterTaken;
  static constexpr auto list =
      std::tuple{field("series", &T::series), field("counter", &T::counter)};
};

}  // namespace langnghe::codec
