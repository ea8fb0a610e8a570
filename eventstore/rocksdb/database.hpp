#pragma once

#include <atomic>
#include <memory>
#include <string_view>
#include <vector>

#include <rocksdb/db.h>
#include <rocksdb/env.h>

#include <ledger/error.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>

#include "log_files.hpp"

namespace langnghe::eventstore {

/// RocksDB's status as an error of the store.
[[nodiscard]] StoreError to_store_error(const rocksdb::Status& status, std::string_view doing);

/// The open database with its column families. Thread-safe, as RocksDB is.
class Database {
 public:
  /// `env` must outlive it.
  [[nodiscard]] static StoreResult<std::unique_ptr<Database>> open(const RocksDbOptions& options,
                                                                   rocksdb::Env& env);

  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  [[nodiscard]] rocksdb::DB& db() const { return *db_; }
  [[nodiscard]] rocksdb::ColumnFamilyHandle* records() const { return handles_[1]; }
  [[nodiscard]] rocksdb::ColumnFamilyHandle* streams() const { return handles_[2]; }
  [[nodiscard]] rocksdb::ColumnFamilyHandle* keys() const { return handles_[3]; }
  [[nodiscard]] rocksdb::ColumnFamilyHandle* meta() const { return handles_[4]; }

  /// All that was written before the call is durable after it. Beside writes, on any thread.
  [[nodiscard]] rocksdb::Status sync_log() const { return logs_->sync(); }

  /// True once a flush or compaction in the background has failed.
  [[nodiscard]] bool background_failed() const { return *background_failed_; }

 private:
  Database() = default;

  std::unique_ptr<rocksdb::Env> tables_;  // these three outlive the database
  std::shared_ptr<LogFiles> logs_;
  std::unique_ptr<rocksdb::Env> env_;
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;  // the default family first
  // Shared with RocksDB's listener, which may outlive us by a moment.
  std::shared_ptr<std::atomic<bool>> background_failed_ =
      std::make_shared<std::atomic<bool>>(false);
};

}  // namespace langnghe::eventstore
