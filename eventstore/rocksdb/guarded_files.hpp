#pragma once

#include <memory>

#include <rocksdb/env.h>

namespace langnghe::eventstore {

/// The files of `env`, where a table file with a damaged end does not open: `Corruption` and the
/// file's name, before RocksDB reads anything of it. `env` must outlive the answer.
[[nodiscard]] std::unique_ptr<rocksdb::Env> guard_table_files(rocksdb::Env& env);

}  // namespace langnghe::eventstore
