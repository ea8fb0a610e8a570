#pragma once

#include <filesystem>
#include <memory>

#include <eventstore/store.hpp>

namespace rocksdb {
class Env;
}

namespace langnghe::eventstore {

struct RocksDbOptions {
  std::filesystem::path directory;  ///< made if absent, unless read_only
  bool read_only = false;           ///< beside a running writer: sees what was stored at opening
  rocksdb::Env* env = nullptr;      ///< tests put a faulty one here; it must outlive the store
};

/// The durable engine: one RocksDB database for all ledgers of a data directory, one sequencer
/// thread, one synced batch per group of commits. Format: docs/formats/ledger.md.
[[nodiscard]] StoreResult<std::unique_ptr<EventStore>> open_rocksdb_store(
    const RocksDbOptions& options);

}  // namespace langnghe::eventstore
