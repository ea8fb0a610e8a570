#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

/// YAML in and out, for the contract alone.
namespace langnghe::contract {

/// Members keep the order in which they stand in their file.
using Json = nlohmann::ordered_json;

/// A file of YAML as JSON. Plain scalars are read by the core schema of YAML 1.2; a name is always
/// a text. Throws where there is no such file or it is not YAML.
[[nodiscard]] Json read_yaml(const std::filesystem::path& file);

/// YAML that readers of 1.1 and 1.2 take for the same. The first `levels` levels stand in blocks;
/// below them what fits on a line stands on it.
[[nodiscard]] std::string to_yaml(const Json& json, int levels);

}  // namespace langnghe::contract
