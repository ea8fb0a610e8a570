#pragma once

#include <cstdint>

#include <codec/fields.hpp>

#include "shapes/texts.hpp"

// Values that only answers hold. Include in wire/*.cpp only.
template <>
struct langnghe::codec::Kind<langnghe::api::shapes::LocalTime> {
  static Json write(const api::shapes::LocalTime& time) { return time.text; }
  static Schema schema(Schemas& known) { return instant_schema(known); }
};

template <>
struct langnghe::codec::Kind<langnghe::api::shapes::Base64Hash> {
  static Json write(const api::shapes::Base64Hash& hash) { return hash.text; }
  static Schema schema(Schemas& known) {
    return known.text_form("Hash", [] { return pattern_schema("^[A-Za-z0-9+/]{43}=$"); });
  }
};

template <>
struct langnghe::codec::Kind<langnghe::api::shapes::Sha256> {
  static Json write(const api::shapes::Sha256& hash) { return hash.text; }
  static Schema schema(Schemas& known) {
    return known.text_form("Sha256", [] { return pattern_schema("^[0-9a-f]{64}$"); });
  }
};

template <>
struct langnghe::codec::Kind<std::int64_t> {
  static Json write(std::int64_t value) { return value; }
  static Schema schema(Schemas& /*known*/) { return integer_schema(); }
};
