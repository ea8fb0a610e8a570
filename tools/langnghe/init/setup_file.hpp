#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "init/draft.hpp"

namespace langnghe::tools {

/// The draft that a JSON file holds (docs/new-ward.md). Throws std::runtime_error with the place
/// and what to do where the file cannot be read, is no JSON, or has a field or value it cannot
/// have.
[[nodiscard]] WardDraft read_setup_file(const std::filesystem::path& file);

/// The same from the file's text; `name` is what the messages call it.
[[nodiscard]] WardDraft parse_setup(std::string_view text, const std::string& name);

}  // namespace langnghe::tools
