#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/attachment.hpp>
#include <codec/fields/sealed.hpp>
#include <domain/delivery_proof.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::DeliveryProof> {
  using T = domain::DeliveryProof;
  static constexpr auto list =
      std::tuple{field("recipient", &T::recipient), field("acknowledgement", &T::acknowledgement),
                 added_later("refusal", &T::refusal), added_later("reference", &T::reference),
                 added_later("files", &T::files)};
};

}  // namespace langnghe::codec
