#pragma once

#include <vector>

#include "registry.hpp"

/// Private: how data of every older schema ever released becomes data of the next one.
namespace langnghe::codec {

[[nodiscard]] std::vector<Upcaster> all_upcasters();

}  // namespace langnghe::codec
