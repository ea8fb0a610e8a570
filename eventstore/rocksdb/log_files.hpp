#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include <rocksdb/file_system.h>

namespace langnghe::eventstore {

/// The files of `target`, where the write-ahead logs can be synced from outside of RocksDB, while
/// it writes them: all that was appended before a call of `sync` is on the disk after it. RocksDB's
/// own SyncWAL goes through the object that buffers the log's writes, which must not be touched
/// again once anything failed on it, and asserts that; so it cannot go beside a write.
///
/// A log begins only when those before it and its directory entry are synced. So there is never
/// more than one log whose end may be missing, and a power cut leaves no hole between two.
///
/// Thread-safe.
class LogFiles final : public rocksdb::FileSystemWrapper {
 public:
  using FileSystemWrapper::FileSystemWrapper;

  const char* Name() const override { return "LangNgheLogFiles"; }

  /// A file that failed once has failed for good, and every later call says so: the kernel may have
  /// dropped what it could not write, and would report success.
  [[nodiscard]] rocksdb::IOStatus sync();

  rocksdb::IOStatus NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override;

 private:
  class Log;
  class WrittenLog;

  [[nodiscard]] rocksdb::IOStatus sync_directory(const std::string& log,
                                                 rocksdb::IODebugContext* debug);

  std::mutex mutex_;  // guards everything below; held during a sync
  std::vector<std::shared_ptr<Log>> open_;
  rocksdb::IOStatus failed_;
};

}  // namespace langnghe::eventstore
