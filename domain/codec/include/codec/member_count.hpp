#pragma once

#include <cstddef>

namespace langnghe::codec {

// clang-format off
#define FOUR {}, {}, {}, {}

/// The number of members of an aggregate (up to 28). `{}` initialises a member of any kind, so the
/// longest list of them that compiles tells. Used to prove that a description forgets none.
template <class T>
[[nodiscard]] consteval std::size_t member_count() {
  if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, FOUR, FOUR, FOUR, {}}; }) {
    static_assert(sizeof(T) == 0, "more than 28 members: lengthen this list");
  }
  if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, FOUR, FOUR, FOUR}; }) {
    return 28;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, FOUR, FOUR, {}, {}, {}}; }) {
    return 27;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, FOUR, FOUR, {}, {}}; }) {
    return 26;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, FOUR, FOUR, {}}; }) {
    return 25;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, FOUR, FOUR}; }) {
    return 24;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, FOUR, {}, {}, {}}; }) {
    return 23;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, FOUR, {}, {}}; }) {
    return 22;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, FOUR, {}}; }) {
    return 21;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, FOUR}; }) {
    return 20;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, {}, {}, {}}; }) {
    return 19;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, {}, {}}; }) {
    return 18;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR, {}}; }) {
    return 17;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, FOUR}; }) {
    return 16;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, {}, {}, {}}; }) {
    return 15;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, {}, {}}; }) {
    return 14;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR, {}}; }) {
    return 13;
  } else if constexpr (requires { T{FOUR, FOUR, FOUR}; }) {
    return 12;
  } else if constexpr (requires { T{FOUR, FOUR, {}, {}, {}}; }) {
    return 11;
  } else if constexpr (requires { T{FOUR, FOUR, {}, {}}; }) {
    return 10;
  } else if constexpr (requires { T{FOUR, FOUR, {}}; }) {
    return 9;
  } else if constexpr (requires { T{FOUR, FOUR}; }) {
    return 8;
  } else if constexpr (requires { T{FOUR, {}, {}, {}}; }) {
    return 7;
  } else if constexpr (requires { T{FOUR, {}, {}}; }) {
    return 6;
  } else if constexpr (requires { T{FOUR, {}}; }) {
    return 5;
  } else if constexpr (requires { T{FOUR}; }) {
    return 4;
  } else if constexpr (requires { T{{}, {}, {}}; }) {
    return 3;
  } else if constexpr (requires { T{{}, {}}; }) {
    return 2;
  } else if constexpr (requires { T{{}}; }) {
    return 1;
  } else {
    return 0;
  }
}

#undef FOUR
// clang-format on

}  // namespace langnghe::codec
