#pragma once

#include <type_traits>
#include <variant>

namespace langnghe::domain {

template <class E, class Variant>
inline constexpr bool kIsAlternative = false;
template <class E, class... Alternatives>
inline constexpr bool kIsAlternative<E, std::variant<Alternatives...>> =
    (std::is_same_v<E, Alternatives> || ...);

/// Is E one of the variants that a variant of variants holds, or one of their alternatives?
template <class E, class Variants>
inline constexpr bool kIsWithin = false;
template <class E, class... Variants>
inline constexpr bool kIsWithin<E, std::variant<Variants...>> =
    kIsAlternative<E, std::variant<Variants...>> || (kIsAlternative<E, Variants> || ...);

}  // namespace langnghe::domain
