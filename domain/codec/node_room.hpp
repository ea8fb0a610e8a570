#pragma once

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <span>
#include <type_traits>

/// Private: where the items and members of a document's nodes lie.
namespace langnghe::codec {

/// So many of them side by side; they go when the room does.
template <class T>
[[nodiscard]] std::span<T> room_for(std::pmr::memory_resource& room, std::size_t count) {
  static_assert(std::is_trivially_destructible_v<T>);
  if (count == 0) {
    return {};
  }
  auto* const begin = static_cast<T*>(room.allocate(count * sizeof(T), alignof(T)));
  std::uninitialized_default_construct_n(begin, count);
  return {begin, count};
}

}  // namespace langnghe::codec
