#pragma once

#include <filesystem>

#include "contract/yaml.hpp"
#include "wire/schemas.hpp"

namespace langnghe::contract {

/// The responses that operations refer to; those of acts are made of `Acted` and `Created` for each
/// kind of stream, of which the answer tells another state.
[[nodiscard]] Json made_responses(const Json& said);

/// The paths of the contract, one for each route, in the routes' order.
[[nodiscard]] Json made_paths(const std::filesystem::path& prose, const api::wire::Bodies& bodies);

}  // namespace langnghe::contract
