#pragma once

#include <rocksdb/env.h>

#include <rocksdb_engine/rocksdb_store.hpp>

namespace langnghe::eventstore {

/// As `open_rocksdb_store`, on other files than the system's: tests put faulty ones here. `env`
/// must outlive the store.
[[nodiscard]] StoreResult<OpenedStore> open_rocksdb_store_on(rocksdb::Env& env,
                                                             const RocksDbOptions& options);

}  // namespace langnghe::eventstore
