#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <domain/attachment.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::Attachment> {
  using T = domain::Attachment;
  // A request may name the hash alone: the store knows the rest.
  static constexpr std::string_view name = "Attachment";
  static constexpr auto list =
      std::tuple{field("hash", &T::hash), field_or_default("media_type", &T::media_type),
                 field_or_default("bytes", &T::bytes)};
};

}  // namespace langnghe::codec
