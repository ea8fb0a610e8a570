#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace langnghe::domain {

/// The kind of the stream of this name: the index of its events in Event and of its state in
/// StreamState. Nothing for a name no stream has.
[[nodiscard]] std::optional<std::size_t> stream_kind(std::string_view stream);

}  // namespace langnghe::domain
