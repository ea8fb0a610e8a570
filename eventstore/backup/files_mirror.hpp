#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include <attachments/attachments.hpp>

#include "small_files.hpp"

namespace langnghe::eventstore {

/// The attachments in a second place. A file never changes, so what is there is not copied again;
/// the mark of one that was erased takes its place for ever, also for the older backups.

struct MirroredFiles {
  std::uint64_t files = 0;
  std::uint64_t damaged = 0;  ///< in the source; not taken over
};
/// Either folder may be absent, or the source's name empty.
[[nodiscard]] BackupResult<MirroredFiles> merge_attachments(const std::filesystem::path& files,
                                                            const std::filesystem::path& mirror);

/// As they lie in the folder of backups. Sums follow from the names: each file was read back when
/// it was copied.
[[nodiscard]] BackupResult<Sums> sums_of_attachments(const std::filesystem::path& mirror);

/// Takes the attachments out of a backup's sums.
[[nodiscard]] std::vector<AttachmentFile> take_attachments(Sums& sums);

/// Every one is whole, or was erased since.
[[nodiscard]] BackupResult<void> check_attachments(const std::filesystem::path& mirror,
                                                   const std::vector<AttachmentFile>& files);
/// Copies them, and the marks of those that were erased since.
[[nodiscard]] BackupResult<void> lay_out_attachments(const std::filesystem::path& mirror,
                                                     const std::filesystem::path& to,
                                                     const std::vector<AttachmentFile>& files);

}  // namespace langnghe::eventstore
