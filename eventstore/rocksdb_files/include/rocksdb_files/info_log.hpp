#pragma once

#include <memory>

namespace rocksdb {
class Logger;
}

namespace langnghe::eventstore {

/// The log of a RocksDB database: its errors go to standard error, a few lines a
/// minute. RocksDB's own text log is a file beside the data; after one failed append to it, as on a
/// full disk, the next line asserts and ends the process. One for all databases; any thread.
[[nodiscard]] std::shared_ptr<rocksdb::Logger> info_log();

}  // namespace langnghe::eventstore
