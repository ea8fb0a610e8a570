#pragma once

#include <optional>
#include <utility>

namespace langnghe::api::shapes {

/// The value, or none where it is empty: in an answer "nobody" and "nothing" are null, never "".
template <class T>
[[nodiscard]] std::optional<T> unless_empty(T value) {
  return value.empty() ? std::nullopt : std::optional<T>(std::move(value));
}

}  // namespace langnghe::api::shapes
