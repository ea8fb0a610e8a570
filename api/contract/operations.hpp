#pragma once

#include <filesystem>

#include "contract/yaml.hpp"
#include "wire/schemas.hpp"

namespace langnghe::contract {

/// The paths of the contract, one for each route, in the routes' order.
[[nodiscard]] Json made_paths(const std::filesystem::path& prose, const api::wire::Bodies& bodies);

}  // namespace langnghe::contract
