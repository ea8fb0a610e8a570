#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/sealed.hpp>
#include <domain/resident.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::ResidentRegistered> {
  using T = domain::ResidentRegistered;
  static constexpr auto list =
      std::tuple{field("khom", &T::khom), field("anonymous", &T::anonymous),
                 field("name", &T::name), field("phone", &T::phone), field("address", &T::address)};
};

}  // namespace langnghe::codec
