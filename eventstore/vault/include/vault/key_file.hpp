#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <vault/secret_key.hpp>

namespace langnghe::eventstore {

/// The form of the vault's files, without their meaning: backup and doctor handle them without a
/// master key.

// A key file is the mark, then the key encrypted under the master key and bound to its place.
// A tombstone has the same length, so that it can be written over the key's own blocks; both fit
// in one sector, so a cut in the middle leaves one or the other.
inline constexpr std::size_t kMarkBytes = 8;
inline constexpr std::size_t kKeyFileBytes = kMarkBytes + 24 + kKeyBytes + 16;
inline constexpr std::string_view kKeyMark{"LNKEY\0\0\2", kMarkBytes};
inline constexpr std::string_view kFirstKeyMark{"LNKEY\0\0\1", kMarkBytes};  // key_wrap.hpp
inline constexpr std::string_view kTombstoneMark{"LNGONE\0\1", kMarkBytes};

/// Tells a wrong master key at opening, before anything is sealed under it.
inline constexpr std::string_view kMasterCheckFile = "master-check";

enum class KeyFileKind { key, tombstone, damaged };
[[nodiscard]] KeyFileKind kind_of(std::string_view content);

/// Overwrites the key in its own blocks and leaves a tombstone. Does it again when it is called
/// again, so a destruction that was cut off is finished by repeating it.
[[nodiscard]] std::error_code bury(const std::filesystem::path& path);

/// Paths of all key files and tombstones below a vault's folder, relative to it, in order; none
/// when there is no folder. Drafts of files that were never put in place are not among them.
[[nodiscard]] std::expected<std::vector<std::filesystem::path>, std::error_code> list_key_files(
    const std::filesystem::path& vault);

}  // namespace langnghe::eventstore
