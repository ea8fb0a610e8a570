#pragma once

#include <cstddef>

namespace langnghe::tools {

/// Raises the soft limit of open files as far as the system lets us; answers what it is then.
std::size_t raise_descriptor_limit();

/// The number of connections that may be open beside the files of the databases and heads, and
/// beside the connections that are told that there is no room.
[[nodiscard]] std::size_t connections_within(std::size_t descriptors, std::size_t wanted);

}  // namespace langnghe::tools
