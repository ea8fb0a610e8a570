#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace langnghe::domain {

/// The stored and spoken-on-the-wire names of an enumeration, written by hand beside it so that
/// renaming a C++ enumerator never changes history. Specialise with
/// `static constexpr std::array<std::pair<E, std::string_view>, N> kNames`.
template <class E>
struct EnumText;

template <class E>
concept NamedEnum = requires { EnumText<E>::kNames; };

template <NamedEnum E>
[[nodiscard]] constexpr std::string_view to_text(E value) {
  for (const auto& [candidate, text] : EnumText<E>::kNames) {
    if (candidate == value) {
      return text;
    }
  }
  return "?";
}

template <NamedEnum E>
[[nodiscard]] constexpr std::optional<E> from_text(std::string_view text) {
  for (const auto& [candidate, name] : EnumText<E>::kNames) {
    if (name == text) {
      return candidate;
    }
  }
  return std::nullopt;
}

}  // namespace langnghe::domain
