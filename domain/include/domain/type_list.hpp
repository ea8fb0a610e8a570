#pragma once

#include <variant>

namespace langnghe::domain {

/// Types named in one place, so that a longer list of them can be joined elsewhere.
template <class... T>
struct TypeList {};

template <class... List>
struct Joined;
template <class... A>
struct Joined<TypeList<A...>> {
  using Variant = std::variant<A...>;
};
template <class... A, class... B, class... More>
struct Joined<TypeList<A...>, TypeList<B...>, More...> : Joined<TypeList<A..., B...>, More...> {};

/// The variant of all types of the lists, in their order.
template <class... List>
using VariantOf = typename Joined<List...>::Variant;

}  // namespace langnghe::domain
