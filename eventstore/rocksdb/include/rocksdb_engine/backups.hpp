#pragma once

#include <cstdint>
#include <filesystem>

#include <ledger/error.hpp>

namespace langnghe::eventstore {

/// The folder that Maintenance::back_up of this engine writes to. Table files are shared between
/// backups; every copy is synced.

/// Reads every file of the backup and compares sizes and checksums.
[[nodiscard]] StoreResult<void> verify_ledger_backup(const std::filesystem::path& folder,
                                                     std::uint32_t number);

[[nodiscard]] StoreResult<void> restore_ledger_backup(const std::filesystem::path& folder,
                                                      std::uint32_t number,
                                                      const std::filesystem::path& to);

}  // namespace langnghe::eventstore
