#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <rocksdb/file_system.h>

namespace langnghe::test {

struct FaultPlan {
  std::uint64_t at = 0;    ///< the first operation that fails, counted from 1; 0 = none
  bool lasting = false;    ///< do all later operations fail too?
  bool disk_full = false;  ///< ENOSPC instead of EIO
};

/// A file system whose N-th changing operation (create, append, sync, rename) fails, and which
/// can lose power: then only what was synced is left, and a piece of what was not.
class FaultFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  FaultFileSystem();

  const char* Name() const override { return "FaultFileSystem"; }

  /// Starts counting anew.
  void plan(FaultPlan plan);
  [[nodiscard]] std::uint64_t operations() const;
  [[nodiscard]] bool has_failed() const;

  /// Called before each sync of a write-ahead log, on the thread that syncs. Set it while nothing
  /// is being written.
  void before_log_sync(std::function<void()> hook) { log_sync_hook_ = std::move(hook); }

  /// To be called when the database is closed. Files shrink to what was synced plus `torn` bytes of
  /// what was not; files and renames whose directory was not synced are undone.
  void lose_power(std::uint64_t torn);

  rocksdb::IOStatus NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus ReopenWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                       std::unique_ptr<rocksdb::FSWritableFile>* result,
                                       rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewDirectory(const std::string& path, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* result,
                                 rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus CreateDirIfMissing(const std::string& path, const rocksdb::IOOptions& options,
                                       rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to,
                               const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;

 private:
  friend class FaultFile;
  friend class FaultDirectory;

  struct Written {
    std::uint64_t size = 0;
    std::uint64_t synced = 0;
  };
  struct Rename {
    std::string from;
    std::string to;
    std::optional<std::string> replaced;  // what was at `to` before
  };

  /// Counts an operation; a fault when it is its turn to fail.
  [[nodiscard]] rocksdb::IOStatus next_operation();
  void note_created(const std::string& path);
  void note_appended(const std::string& path, std::uint64_t bytes);
  [[nodiscard]] std::uint64_t size_of(const std::string& path) const;
  void note_synced(const std::string& path, std::uint64_t size);
  void note_directory_synced(const std::string& path);

  mutable std::mutex mutex_;  // guards everything below but the hook
  FaultPlan plan_;
  std::uint64_t operations_ = 0;
  bool failed_ = false;
  std::map<std::string, Written> files_;
  std::vector<std::string> unsynced_entries_;
  std::vector<Rename> unsynced_renames_;
  std::function<void()> log_sync_hook_;
};

}  // namespace langnghe::test
