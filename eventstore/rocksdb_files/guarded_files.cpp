#include <cstdint>
#include <string>

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>
#include <rocksdb_files/guarded_files.hpp>

#include "table_tail.hpp"

namespace langnghe::eventstore {
namespace {

/// Thread-safe, as RocksDB wants it: it keeps nothing.
class GuardedFiles final : public rocksdb::FileSystemWrapper {
 public:
  using FileSystemWrapper::FileSystemWrapper;

  const char* Name() const override { return "LangNgheGuardedFiles"; }

  rocksdb::IOStatus NewRandomAccessFile(const std::string& path,
                                        const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* result,
                                        rocksdb::IODebugContext* debug) override {
    auto status = target()->NewRandomAccessFile(path, options, result, debug);
    if (!status.ok() || !path.ends_with(".sst")) {
      return status;
    }
    status = check(path, options, **result, debug);
    if (!status.ok()) {
      result->reset();
    }
    return status;
  }

 private:
  rocksdb::IOStatus check(const std::string& path, const rocksdb::FileOptions& options,
                          const rocksdb::FSRandomAccessFile& file,
                          rocksdb::IODebugContext* debug) const {
    std::uint64_t bytes = 0;
    auto status = target()->GetFileSize(path, options.io_options, &bytes, debug);
    if (!status.ok()) {
      return status;
    }
    const auto read = [&](std::uint64_t offset,
                          std::size_t wanted) -> std::expected<std::string, std::string> {
      std::string room(wanted, '\0');
      rocksdb::Slice got;
      status = file.Read(offset, wanted, options.io_options, &got, room.data(), debug);
      if (!status.ok()) {
        return std::unexpected(status.ToString());
      }
      return got.ToString();
    };
    const std::string fault = fault_in_tail(bytes, read);
    if (!status.ok() || fault.empty()) {
      return status;  // a disk that does not read is no damaged file
    }
    return rocksdb::IOStatus::Corruption("the table file " + path + " is damaged", fault);
  }
};

}  // namespace

std::unique_ptr<rocksdb::Env> guard_table_files(rocksdb::Env& env) {
  return rocksdb::NewCompositeEnv(std::make_shared<GuardedFiles>(env.GetFileSystem()));
}

}  // namespace langnghe::eventstore
