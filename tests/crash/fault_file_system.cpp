#include "fault_file_system.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace langnghe::test {

namespace fs = std::filesystem;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

/// A file that is being written. A failing append leaves half of its bytes behind.
class FaultFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  FaultFile(std::unique_ptr<rocksdb::FSWritableFile> target, FaultFileSystem& system,
            std::string path)
      : FSWritableFileOwnerWrapper(std::move(target)), system_(system), path_(std::move(path)) {}

  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* debug) override {
    const IOStatus fault = system_.next_operation();
    const Slice part(data.data(), fault.ok() ? data.size() : data.size() / 2);
    const IOStatus status = FSWritableFileOwnerWrapper::Append(part, options, debug);
    system_.note_appended(path_, part.size());
    return fault.ok() ? status : fault;
  }

  IOStatus Append(const Slice& data, const IOOptions& options, const rocksdb::DataVerificationInfo&,
                  IODebugContext* debug) override {
    return Append(data, options, debug);
  }

  // RocksDB reserves tens of megabytes for each log; in memory that would be real work.
  void PrepareWrite(size_t, size_t, const IOOptions&, IODebugContext*) override {}

  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    return sync([&] { return FSWritableFileOwnerWrapper::Sync(options, debug); });
  }

  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    return sync([&] { return FSWritableFileOwnerWrapper::Fsync(options, debug); });
  }

 private:
  template <class Do>
  IOStatus sync(const Do& do_sync) {
    if (system_.log_sync_hook_ && path_.ends_with(".log")) {
      system_.log_sync_hook_();
    }
    IOStatus status = system_.next_operation();
    const std::uint64_t written = system_.size_of(path_);  // others may append while it syncs
    if (status.ok()) {
      status = do_sync();
    }
    if (status.ok()) {
      system_.note_synced(path_, written);
    }
    return status;
  }

  FaultFileSystem& system_;
  const std::string path_;
};

class FaultDirectory final : public rocksdb::FSDirectoryWrapper {
 public:
  FaultDirectory(std::unique_ptr<rocksdb::FSDirectory> target, FaultFileSystem& system,
                 std::string path)
      : FSDirectoryWrapper(std::move(target)), system_(system), path_(std::move(path)) {}

  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    return sync([&] { return FSDirectoryWrapper::Fsync(options, debug); });
  }

  IOStatus FsyncWithDirOptions(const IOOptions& options, IODebugContext* debug,
                               const rocksdb::DirFsyncOptions& directory) override {
    return sync([&] { return FSDirectoryWrapper::FsyncWithDirOptions(options, debug, directory); });
  }

 private:
  template <class Do>
  IOStatus sync(const Do& do_sync) {
    IOStatus status = system_.next_operation();
    if (status.ok()) {
      status = do_sync();
    }
    if (status.ok()) {
      system_.note_directory_synced(path_);
    }
    return status;
  }

  FaultFileSystem& system_;
  const std::string path_;
};

FaultFileSystem::FaultFileSystem() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}

void FaultFileSystem::plan(FaultPlan plan) {
  const std::lock_guard lock(mutex_);
  plan_ = plan;
  operations_ = 0;
  failed_ = false;
}

std::uint64_t FaultFileSystem::operations() const {
  const std::lock_guard lock(mutex_);
  return operations_;
}

bool FaultFileSystem::has_failed() const {
  const std::lock_guard lock(mutex_);
  return failed_;
}

IOStatus FaultFileSystem::next_operation() {
  const std::lock_guard lock(mutex_);
  ++operations_;
  const bool fails =
      plan_.at > 0 && (plan_.lasting ? operations_ >= plan_.at : operations_ == plan_.at);
  if (!fails) {
    return IOStatus::OK();
  }
  failed_ = true;
  return plan_.disk_full ? IOStatus::NoSpace("planned") : IOStatus::IOError("planned");
}

void FaultFileSystem::lose_power(std::uint64_t torn) {
  const std::lock_guard lock(mutex_);
  for (const auto& [path, written] : files_) {
    const std::uint64_t left = std::min(written.size, written.synced + torn);
    if (fs::exists(path) && left < fs::file_size(path)) {
      fs::resize_file(path, left);
    }
  }
  for (auto rename = unsynced_renames_.rbegin(); rename != unsynced_renames_.rend(); ++rename) {
    if (fs::exists(rename->to)) {
      fs::rename(rename->to, rename->from);
    }
    if (rename->replaced) {
      fs::rename(*rename->replaced, rename->to);
    }
  }
  for (const std::string& path : unsynced_entries_) {
    fs::remove_all(path);
  }
  files_.clear();
  unsynced_renames_.clear();
  unsynced_entries_.clear();
}

void FaultFileSystem::note_created(const std::string& path) {
  const std::lock_guard lock(mutex_);
  files_[path] = {};
  unsynced_entries_.push_back(path);
}

void FaultFileSystem::note_appended(const std::string& path, std::uint64_t bytes) {
  const std::lock_guard lock(mutex_);
  files_[path].size += bytes;
}

std::uint64_t FaultFileSystem::size_of(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const auto found = files_.find(path);
  return found == files_.end() ? 0 : found->second.size;
}

void FaultFileSystem::note_synced(const std::string& path, std::uint64_t size) {
  const std::lock_guard lock(mutex_);
  std::uint64_t& synced = files_[path].synced;
  synced = std::max(synced, size);
}

void FaultFileSystem::note_directory_synced(const std::string& path) {
  const std::lock_guard lock(mutex_);
  const auto inside = [&path](const std::string& entry) {
    return fs::path(entry).parent_path() == fs::path(path).lexically_normal();
  };
  std::erase_if(unsynced_entries_, inside);
  std::erase_if(unsynced_renames_, [&inside](const Rename& rename) {
    if (inside(rename.to) && rename.replaced) {
      fs::remove(*rename.replaced);
    }
    return inside(rename.to);
  });
}

IOStatus FaultFileSystem::NewWritableFile(const std::string& path,
                                          const rocksdb::FileOptions& options,
                                          std::unique_ptr<rocksdb::FSWritableFile>* result,
                                          IODebugContext* debug) {
  const IOStatus fault = next_operation();
  if (!fault.ok()) {
    return fault;
  }
  std::unique_ptr<rocksdb::FSWritableFile> file;
  const IOStatus status = FileSystemWrapper::NewWritableFile(path, options, &file, debug);
  if (status.ok()) {
    note_created(path);
    *result = std::make_unique<FaultFile>(std::move(file), *this, path);
  }
  return status;
}

IOStatus FaultFileSystem::ReopenWritableFile(const std::string&, const rocksdb::FileOptions&,
                                             std::unique_ptr<rocksdb::FSWritableFile>*,
                                             IODebugContext*) {
  return IOStatus::NotSupported("the ledger's database never writes to a file it has closed");
}

IOStatus FaultFileSystem::NewDirectory(const std::string& path, const IOOptions& options,
                                       std::unique_ptr<rocksdb::FSDirectory>* result,
                                       IODebugContext* debug) {
  std::unique_ptr<rocksdb::FSDirectory> directory;
  const IOStatus status = FileSystemWrapper::NewDirectory(path, options, &directory, debug);
  if (status.ok()) {
    *result = std::make_unique<FaultDirectory>(std::move(directory), *this, path);
  }
  return status;
}

IOStatus FaultFileSystem::CreateDirIfMissing(const std::string& path, const IOOptions& options,
                                             IODebugContext* debug) {
  const bool there = fs::exists(path);
  IOStatus status = there ? IOStatus::OK() : next_operation();
  if (status.ok()) {
    status = FileSystemWrapper::CreateDirIfMissing(path, options, debug);
  }
  if (status.ok() && !there) {
    const std::lock_guard lock(mutex_);
    unsynced_entries_.push_back(path);
  }
  return status;
}

IOStatus FaultFileSystem::RenameFile(const std::string& from, const std::string& to,
                                     const IOOptions& options, IODebugContext* debug) {
  IOStatus status = next_operation();
  if (!status.ok()) {
    return status;
  }
  const std::lock_guard lock(mutex_);
  Rename rename{from, to, std::nullopt};
  if (fs::exists(to)) {
    rename.replaced = to + ".replaced-" + std::to_string(operations_);
    fs::copy_file(to, *rename.replaced);
  }
  status = FileSystemWrapper::RenameFile(from, to, options, debug);
  if (status.ok()) {
    if (const auto moved = files_.extract(from)) {
      files_[to] = moved.mapped();
    }
    const bool was_unsynced = std::erase(unsynced_entries_, from) > 0;
    unsynced_renames_.push_back(std::move(rename));
    if (was_unsynced) {
      unsynced_entries_.push_back(from);  // undoing the rename brings it back; then it goes too
    }
  }
  return status;
}

}  // namespace langnghe::test
