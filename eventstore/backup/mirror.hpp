#pragma once

#include <cstdint>
#include <filesystem>

#include "small_files.hpp"

namespace langnghe::eventstore {

/// A vault's files in a second place, merged by one rule: a key comes in once and stays the same
/// until its tombstone takes its place; a tombstone stays for ever. So all backups of a folder
/// share one mirror, and no key that was destroyed comes back from an older one.

struct Mirrored {
  std::uint64_t keys = 0;
  std::uint64_t destroyed = 0;
  std::uint64_t damaged = 0;  ///< in the source; not taken over
};

/// Refuses a mirror that belongs to another vault. Either may be absent.
[[nodiscard]] BackupResult<void> check_same_vault(const std::filesystem::path& vault,
                                                  const std::filesystem::path& mirror);

[[nodiscard]] BackupResult<Mirrored> merge_vault(const std::filesystem::path& vault,
                                                 const std::filesystem::path& mirror);

/// Only the tombstones, also of keys that the mirror does not have.
[[nodiscard]] BackupResult<void> merge_tombstones(const std::filesystem::path& vault,
                                                  const std::filesystem::path& mirror);

/// Sums of all files of the mirror, named as they lie in the folder of backups.
[[nodiscard]] BackupResult<Sums> sums_of_vault(const std::filesystem::path& mirror);

}  // namespace langnghe::eventstore
