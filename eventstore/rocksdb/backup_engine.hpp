#pragma once

#include <cstdint>
#include <filesystem>

#include <ledger/error.hpp>

#include "database.hpp"

namespace langnghe::eventstore {

/// RocksDB's BackupEngine over the ledger; see backups.hpp. Any thread, beside writers. Answers the
/// new backup's number after its bytes were read back.
[[nodiscard]] StoreResult<std::uint32_t> create_ledger_backup(const Database& database,
                                                              const std::filesystem::path& folder);

}  // namespace langnghe::eventstore
