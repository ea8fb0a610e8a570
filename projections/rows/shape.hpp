#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/pfr/core.hpp>
#include <boost/pfr/tuple_size.hpp>

#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>

#include "rows/row.hpp"

/// A fingerprint of what rows hold, computed by the compiler: of a struct the kinds of its members
/// in order, of an enumeration its names in order. It is part of the name of a projection's family,
/// so rows of another shape are never read.
///
/// Two members of the same kind that change places, or a member that gets another meaning, keep the
/// shape: then `Projection::version` is raised by hand.
namespace langnghe::projections::row {

using Fingerprint = std::uint64_t;

/// FNV-1a, one byte after the other.
[[nodiscard]] constexpr Fingerprint mixed(Fingerprint hash, std::string_view bytes) {
  constexpr Fingerprint kPrime = 0x100000001b3;
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * kPrime;
  }
  return hash;
}
[[nodiscard]] constexpr Fingerprint mixed(Fingerprint hash, Fingerprint part) {
  for (int shift = 0; shift < 64; shift += 8) {
    const char byte = static_cast<char>(part >> shift);
    hash = mixed(hash, std::string_view(&byte, 1));
  }
  return hash;
}
/// Of a kind and what it is made of.
template <class... Part>
[[nodiscard]] constexpr Fingerprint kind(std::string_view name, Part... parts) {
  constexpr Fingerprint kBasis = 0xcbf29ce484222325;
  Fingerprint hash = mixed(kBasis, name);
  ((hash = mixed(hash, parts)), ...);
  return hash;
}

template <class T>
[[nodiscard]] consteval Fingerprint shape_of();

/// Members that no row holds are left out, as `Writer` leaves them out.
template <class T, std::size_t... I>
[[nodiscard]] consteval Fingerprint shape_of_members(std::index_sequence<I...> /*members*/) {
  Fingerprint hash = kind("struct");
  (
      [&hash] {
        using Member = boost::pfr::tuple_element_t<I, T>;
        if constexpr (kIsStored<Member>) {
          hash = mixed(hash, shape_of<Member>());
        }
      }(),
      ...);
  return hash;
}

template <class T>
[[nodiscard]] consteval Fingerprint shape_of_enum() {
  Fingerprint hash = kind("enum");
  if constexpr (domain::NamedEnum<T>) {
    for (const auto& [value, name] : domain::EnumText<T>::kNames) {
      hash = mixed(mixed(hash, static_cast<Fingerprint>(value)), name);
    }
  }
  return hash;
}

template <class T>
struct Shape {
  static consteval Fingerprint of() {
    if constexpr (std::is_enum_v<T>) {
      return shape_of_enum<T>();
    } else if constexpr (std::is_integral_v<T>) {
      return kind("integer");
    } else {
      return shape_of_members<T>(std::make_index_sequence<boost::pfr::tuple_size_v<T>>());
    }
  }
};
template <>
struct Shape<std::string> {
  static consteval Fingerprint of() { return kind("text"); }
};
template <class Tag>
struct Shape<domain::Id<Tag>> {
  static consteval Fingerprint of() { return kind("text"); }
};
template <>
struct Shape<domain::Date> {
  static consteval Fingerprint of() { return kind("date"); }
};
template <class Rep, std::intmax_t Num, std::intmax_t Den>
struct Shape<std::chrono::duration<Rep, std::ratio<Num, Den>>> {
  static consteval Fingerprint of() {
    return kind("duration", static_cast<Fingerprint>(Num), static_cast<Fingerprint>(Den));
  }
};
template <class T>
struct Shape<std::optional<T>> {
  static consteval Fingerprint of() { return kind("optional", shape_of<T>()); }
};
template <class A, class B>
struct Shape<std::pair<A, B>> {
  static consteval Fingerprint of() { return kind("pair", shape_of<A>(), shape_of<B>()); }
};
template <class T, std::size_t N>
struct Shape<std::array<T, N>> {
  static consteval Fingerprint of() { return kind("array", Fingerprint{N}, shape_of<T>()); }
};
template <class T>
struct Shape<std::vector<T>> {
  static consteval Fingerprint of() { return kind("list", shape_of<T>()); }
};
template <class T>
struct Shape<std::set<T>> {
  static consteval Fingerprint of() { return kind("set", shape_of<T>()); }
};
template <class K, class V>
struct Shape<std::map<K, V>> {
  static consteval Fingerprint of() { return kind("map", shape_of<K>(), shape_of<V>()); }
};

template <class T>
consteval Fingerprint shape_of() {
  return Shape<T>::of();
}

/// Of all types that a projection keeps in rows.
template <class... Row>
[[nodiscard]] consteval Fingerprint shape_of_rows() {
  return kind("rows", shape_of<Row>()...);
}

}  // namespace langnghe::projections::row
