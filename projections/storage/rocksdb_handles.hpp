#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <rocksdb/db.h>
#include <rocksdb/env.h>

#include <projections/projection.hpp>
#include <projections/views.hpp>

// Include in projections/storage/rocksdb_*.cpp only: they alone know RocksDB here.

namespace langnghe::projections {

/// The families of the rows that one set of projection versions has made; they are only right
/// together.
struct Generation {
  std::vector<Projection> projections;                   ///< with the folds that make its rows
  std::vector<rocksdb::ColumnFamilyHandle*> families{};  ///< in their order
  rocksdb::ColumnFamilyHandle* checkpoints = nullptr;
};

/// The open database. Families are destroyed before it: they are declared after it.
struct Handles {
  std::unique_ptr<rocksdb::Env> files;  ///< outlives the database
  std::unique_ptr<rocksdb::DB> database;
  rocksdb::ColumnFamilyOptions family_options;
  std::map<std::string, std::unique_ptr<rocksdb::ColumnFamilyHandle>> all;
  // Shared with who uses them while they change places.
  std::shared_ptr<const Generation> serving;
  std::shared_ptr<const Generation> building;  ///< null where none is built beside
  bool reads_only = false;
  mutable std::atomic<bool> failed = false;   ///< a write: RocksDB takes no other one
  mutable std::atomic<bool> damaged = false;  ///< what was read is not what was written
};

/// Throws ViewFault.
void check(const rocksdb::Status& status);

/// Opens; a database that does not is made anew. Destroying takes RocksDB's lock first, so one that
/// another process has open stays untouched. Opened to read, or null, where the machine has no room
/// or no descriptor for it. Throws ViewFault when it cannot.
[[nodiscard]] std::shared_ptr<Handles> open_or_remake(const ViewsOptions& options,
                                                      rocksdb::Env& env);

/// Removes a database that nobody has open.
void remove_rows(const std::filesystem::path& directory);

}  // namespace langnghe::projections
