#pragma once

#include <cstdint>
#include <filesystem>

#include <ledger/error.hpp>

#include "database.hpp"

namespace langnghe::eventstore {

/// RocksDB's BackupEngine over the ledger. Table files are shared between backups; every copy is
/// synced.

/// Any thread, beside writers. Answers the new backup's number after its bytes were read back.
[[nodiscard]] StoreResult<std::uint32_t> create_ledger_backup(const Database& database,
                                                              const std::filesystem::path& folder);

/// Reads every file of the backup and compares sizes and checksums.
[[nodiscard]] StoreResult<void> verify_ledger_backup(const std::filesystem::path& folder,
                                                     std::uint32_t number);

[[nodiscard]] StoreResult<void> restore_ledger_backup(const std::filesystem::path& folder,
                                                      std::uint32_t number,
                                                      const std::filesystem::path& to);

}  // namespace langnghe::eventstore
