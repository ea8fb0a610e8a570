#pragma once

#include <filesystem>

#include "contract/yaml.hpp"

/// The contract of the API (OpenAPI 3.1): what the program knows of itself (routes, the table of
/// acts, the descriptions of what is read and written) joined with the prose and the examples that
/// stand in the YAML files beside this header.
namespace langnghe::contract {

/// Throws where a file is missing, says something of what the program does not have, or says
/// nothing of what it has.
[[nodiscard]] Json made_contract(const std::filesystem::path& prose);

}  // namespace langnghe::contract
