#pragma once

#include <filesystem>
#include <system_error>

namespace langnghe::eventstore {

/// The folder beside a vault where its keys are wrapped anew. What is left in it belongs to a
/// change that was cut off: wrapped keys that must not outlive the destruction of a resident's.
[[nodiscard]] std::filesystem::path rotation_folder(const std::filesystem::path& vault);

/// Writes over all key files in it and removes it; does nothing where it is absent.
[[nodiscard]] std::error_code clear_rotation_folder(const std::filesystem::path& vault);

/// Lets the vault and the folder change places in one step.
[[nodiscard]] std::error_code exchange_with_rotation_folder(const std::filesystem::path& vault);

}  // namespace langnghe::eventstore
