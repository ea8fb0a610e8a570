#pragma once

#include <tuple>

#include <codec/fields.hpp>

#include "wire/commands.hpp"

// A person as a request describes them. Include in wire/*.cpp only.
namespace langnghe::codec {

template <>
struct Fields<api::wire::SpeakerBody> {
  using T = api::wire::SpeakerBody;
  static constexpr std::string_view name = "Speaker";
  static constexpr auto list = std::tuple{field("resident", &T::resident), field("name", &T::name),
                                          field("phone", &T::phone), field("address", &T::address)};
};

}  // namespace langnghe::codec
