#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include <rocksdb/cache.h>
#include <rocksdb/options.h>
#include <rocksdb/table.h>

namespace langnghe::eventstore {

/// The options with which the ledger's database is opened. Each setting has its reason in
/// settings.cpp.
[[nodiscard]] rocksdb::DBOptions database_settings(rocksdb::Env* env);

/// One for all families of a database, so that its memory has one limit.
[[nodiscard]] std::shared_ptr<rocksdb::Cache> block_cache();

/// Records are written once in the order of their keys and mostly read in scans.
[[nodiscard]] rocksdb::ColumnFamilyOptions record_settings(
    const std::shared_ptr<rocksdb::Cache>& cache);

/// The indexes are asked for single keys, which mostly are not there.
[[nodiscard]] rocksdb::ColumnFamilyOptions index_settings(
    const std::shared_ptr<rocksdb::Cache>& cache);

/// One synced batch.
[[nodiscard]] rocksdb::WriteOptions durable_write();

/// One batch that is in the log, behind those before it, and durable with the next sync of the log.
[[nodiscard]] rocksdb::WriteOptions ordered_write();
inline constexpr std::size_t kProtectionBytesPerKey = 8;

}  // namespace langnghe::eventstore
