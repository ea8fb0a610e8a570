#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <domain/attachment.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::Attachment> {
  using T = domain::Attachment;
  static constexpr auto list = std::tuple{
      field("hash", &T::hash), field("media_type", &T::media_type), field("bytes", &T::bytes)};
};

}  // namespace langnghe::codec
