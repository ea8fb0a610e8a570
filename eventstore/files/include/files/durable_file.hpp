#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace langnghe::eventstore {

/// Small files that are on the disk when a function has answered: file and directory are synced.
/// All files are made with mode 0600. Paths are never part of an error: they name subjects.

/// Nothing when there is no such file. Longer files are an error.
[[nodiscard]] std::expected<std::optional<std::string>, std::error_code> read_small_file(
    const std::filesystem::path& path, std::size_t most);

/// Makes the file with its whole content in one step. False when there was one already, which
/// stays as it is, also when two processes race.
[[nodiscard]] std::expected<bool, std::error_code> create_file(const std::filesystem::path& path,
                                                               std::string_view content);

/// Puts a new content in the place of an existing file in one step.
[[nodiscard]] std::error_code replace_file(const std::filesystem::path& path,
                                           std::string_view content);

/// Is this what `create_file` or `replace_file` is writing, or was when the program was killed?
/// Such a file is gone a moment later and belongs to nobody else.
[[nodiscard]] bool is_draft(const std::filesystem::path& file);

/// Writes over the blocks of an existing file, so that its old content does not stay behind on the
/// disk once the file is replaced.
[[nodiscard]] std::error_code overwrite_in_place(const std::filesystem::path& path,
                                                 std::string_view content);

/// Makes the directory (0700) and those above it, each entry synced.
[[nodiscard]] std::error_code make_directories(const std::filesystem::path& path);

/// Puts the entries of a directory on the disk.
[[nodiscard]] std::error_code sync_directory(const std::filesystem::path& path);

}  // namespace langnghe::eventstore
