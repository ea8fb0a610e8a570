#pragma once

#include <cstddef>

namespace langnghe::tools {

/// Raises the soft limit of open files as far as the system lets us; answers what it is then.
std::size_t raise_descriptor_limit();

/// How many connections may be open, when the files of the databases, the heads and whoever is told
/// that there is no room need what they need.
[[nodiscard]] std::size_t connections_within(std::size_t descriptors, std::size_t wanted);

}  // namespace langnghe::tools
