#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace langnghe::domain {

/// Which kind of stream has this name: the index of its events in Event and of its state in
/// StreamState. Nothing for a name no stream has.
[[nodiscard]] std::optional<std::size_t> stream_kind(std::string_view stream);

}  // namespace langnghe::domain
