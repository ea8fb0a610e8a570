#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <domain/sealed.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::SealedText> {
  using T = domain::SealedText;
  static constexpr auto list =
      std::tuple{field("resident", &T::resident), field("ciphertext", &T::ciphertext)};
};

}  // namespace langnghe::codec
