#include "log_files.hpp"

#include <filesystem>
#include <utility>

namespace langnghe::eventstore {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

/// A log while it is open: shared between RocksDB, which appends and closes, and who syncs.
class LogFiles::Log {
 public:
  explicit Log(std::unique_ptr<rocksdb::FSWritableFile> file) : file_(std::move(file)) {}

  [[nodiscard]] rocksdb::FSWritableFile& file() const { return *file_; }

  // After the append: who clears the mark earlier would sync too early.
  void mark_written() { unsynced_ = true; }

  [[nodiscard]] IOStatus sync() {
    const std::lock_guard lock(mutex_);
    if (failed_.ok() && !closed_ && unsynced_.exchange(false)) {
      failed_ = file_->Sync(IOOptions(), nullptr);
    }
    return failed_;
  }

  // RocksDB closes a log when its records are in synced tables, or at the very end.
  [[nodiscard]] IOStatus close(const IOOptions& options, IODebugContext* debug) {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    return file_->Close(options, debug);
  }

  void abandon() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }

  [[nodiscard]] bool is_closed() {
    const std::lock_guard lock(mutex_);
    return closed_;
  }

 private:
  const std::unique_ptr<rocksdb::FSWritableFile> file_;
  std::atomic<bool> unsynced_ = false;

  std::mutex mutex_;  // guards what follows; held during a sync, so that nobody closes meanwhile
  bool closed_ = false;
  IOStatus failed_;
};

/// The file through which RocksDB writes a log.
class LogFiles::WrittenLog final : public rocksdb::FSWritableFileWrapper {
 public:
  explicit WrittenLog(std::shared_ptr<Log> log)
      : FSWritableFileWrapper(&log->file()), log_(std::move(log)) {}
  WrittenLog(const WrittenLog&) = delete;
  WrittenLog& operator=(const WrittenLog&) = delete;
  ~WrittenLog() override { log_->abandon(); }

  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* debug) override {
    IOStatus status = target()->Append(data, options, debug);
    log_->mark_written();
    return status;
  }

  IOStatus Append(const Slice& data, const IOOptions& options,
                  const rocksdb::DataVerificationInfo& verification,
                  IODebugContext* debug) override {
    IOStatus status = target()->Append(data, options, verification, debug);
    log_->mark_written();
    return status;
  }

  // RocksDB's own syncs, of a log that it is done with, count like ours: the kernel tells of a
  // lost page once, and to the one who asks first.
  IOStatus Sync(const IOOptions&, IODebugContext*) override { return log_->sync(); }
  IOStatus Fsync(const IOOptions&, IODebugContext*) override { return log_->sync(); }

  IOStatus Close(const IOOptions& options, IODebugContext* debug) override {
    return log_->close(options, debug);
  }

 private:
  const std::shared_ptr<Log> log_;
};

IOStatus LogFiles::sync() {
  const std::lock_guard lock(mutex_);
  for (const auto& log : open_) {
    if (failed_.ok()) {
      failed_ = log->sync();
    }
  }
  std::erase_if(open_, [](const auto& log) { return log->is_closed(); });
  return failed_;
}

IOStatus LogFiles::NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                   std::unique_ptr<rocksdb::FSWritableFile>* result,
                                   IODebugContext* debug) {
  if (!path.ends_with(".log")) {
    return target()->NewWritableFile(path, options, result, debug);
  }
  IOStatus status = sync();
  if (!status.ok()) {
    return status;
  }
  std::unique_ptr<rocksdb::FSWritableFile> file;
  status = target()->NewWritableFile(path, options, &file, debug);
  if (status.ok()) {
    status = sync_directory(path, debug);
  }
  if (!status.ok()) {
    return status;
  }
  auto log = std::make_shared<Log>(std::move(file));
  *result = std::make_unique<WrittenLog>(log);
  const std::lock_guard lock(mutex_);
  open_.push_back(std::move(log));
  return status;
}

IOStatus LogFiles::sync_directory(const std::string& log, IODebugContext* debug) {
  const std::string path = std::filesystem::path(log).parent_path().string();
  std::unique_ptr<rocksdb::FSDirectory> directory;
  IOStatus status = target()->NewDirectory(path, IOOptions(), &directory, debug);
  return status.ok() ? directory->Fsync(IOOptions(), debug) : status;
}

}  // namespace langnghe::eventstore
