#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

#include <ledger/maintenance.hpp>

namespace langnghe::eventstore {

struct RocksDbOptions {
  std::filesystem::path directory;  ///< made if absent, unless read_only
  bool read_only = false;           ///< beside a running writer: sees what was stored at opening
  /// Below so much free space commits are refused with `disk_full`: what is left is for the files
  /// that the database makes in the background, and for its next start.
  std::uint64_t disk_reserve_bytes = 0;
  /// After a failed write the database is opened anew so much later, and again while that fails;
  /// 0 = never. A failed sync of the log ends writing until a restart in any case: nobody knows
  /// what is on the disk.
  std::chrono::milliseconds reopen_after{1'000};
};

/// The durable engine: one RocksDB database for all ledgers of a data directory, one sequencer
/// thread, one synced batch per group of commits. Format: docs/formats/ledger.md.
///
/// On a full disk it opens to read; commits are taken as soon as there is room.
[[nodiscard]] StoreResult<OpenedStore> open_rocksdb_store(const RocksDbOptions& options);

}  // namespace langnghe::eventstore
