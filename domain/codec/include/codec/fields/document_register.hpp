#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/wire_type.hpp>
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
inline constexpr EventType kWireType<domain::NumberTaken>{"register.number_taken", 1};
template <>
struct Fields<domain::NumberVoided> {
  using T = domain::NumberVoided;
  static constexpr auto list = std::tuple{field("number", &T::number), field("type", &T::type),
                                          field("symbol", &T::symbol), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::NumberVoided>{"register.number_voided", 1};
template <>
struct Fields<domain::NumberAllowed> {
  using T = domain::NumberAllowed;
  static constexpr auto list = std::tuple{field("number", &T::number), field("type", &T::type),
                                          field("date", &T::date), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::NumberAllowed>{"register.number_allowed", 1};
template <>
struct Fields<domain::CounterTaken> {
  using T = domain::CounterTaken;
  static constexpr auto list =
      std::tuple{field("series", &T::series), field("counter", &T::counter)};
};
template <>
inline constexpr EventType kWireType<domain::CounterTaken>{"register.counter_taken", 1};

}  // namespace langnghe::codec
