#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <transparency/sha256.hpp>

#include "layout.hpp"

namespace langnghe::eventstore {

/// SHA-256 in hex of each file, by its path from the folder of backups: the form of sha256sum.
using Sums = std::map<std::string, std::string>;

[[nodiscard]] std::string to_text(const Sums& sums);
[[nodiscard]] BackupResult<Sums> read_sums(const std::filesystem::path& file);

/// The whole file; an error when it is absent.
[[nodiscard]] BackupResult<std::string> read_whole(const std::filesystem::path& file);

/// Copies a file, or a folder of files, by its path from one root to another. An absent one is
/// well.
[[nodiscard]] BackupResult<void> copy_files(const std::filesystem::path& from,
                                            const std::filesystem::path& to,
                                            const std::filesystem::path& relative);

/// All files below a folder but drafts, relative to it, in order; none when it is absent.
[[nodiscard]] BackupResult<std::vector<std::filesystem::path>> list_files(
    const std::filesystem::path& folder);

}  // namespace langnghe::eventstore
