#pragma once

#include <memory>

namespace rocksdb {
class Env;
}

namespace langnghe::eventstore {

/// The files of `env`, where a RocksDB table file with a damaged end does not open: `Corruption`
/// and the file's name, before RocksDB reads anything of it. Tables have to be written with XXH3
/// and format version 5. `env` must outlive the answer, which must outlive the database.
[[nodiscard]] std::unique_ptr<rocksdb::Env> guard_table_files(rocksdb::Env& env);

}  // namespace langnghe::eventstore
