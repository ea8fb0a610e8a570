#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace rocksdb {
class DB;
}

namespace langnghe::tools::bench {

/// RocksDB alone, as it comes, writing what one commit of one event writes: the limit of P1.
class BareWriter {
 public:
  explicit BareWriter(const std::filesystem::path& directory);
  BareWriter(const BareWriter&) = delete;
  BareWriter& operator=(const BareWriter&) = delete;
  ~BareWriter();

  /// One thread, one synced batch of `records` after the other: records per second.
  [[nodiscard]] double batch_loop(std::size_t records, double seconds);
  /// So many threads, each with a synced write of its own; RocksDB forms the groups.
  [[nodiscard]] double group_commit(std::size_t threads, double seconds);

 private:
  std::unique_ptr<rocksdb::DB> db_;
  std::uint64_t next_ = 0;
};

/// The records and bytes that a scan has read.
struct Scanned {
  std::uint64_t records = 0;
  std::uint64_t bytes = 0;
};
/// A RocksDB iterator over the records of a ledger's database, checksums on, with the read-ahead
/// that suits it best: the limit of P5. Beside the running store, read-only.
class BareScan {
 public:
  explicit BareScan(const std::filesystem::path& ledger_directory);
  BareScan(const BareScan&) = delete;
  BareScan& operator=(const BareScan&) = delete;
  ~BareScan();

  /// Over the records whose keys begin with the ledger's name; every ledger when it is empty.
  [[nodiscard]] Scanned scan(const std::string& ledger) const;

 private:
  struct Open;
  std::unique_ptr<Open> open_;
};

/// The middle time of an append of so many bytes and its fdatasync, in microseconds.
[[nodiscard]] double fdatasync_p50_us(const std::filesystem::path& directory, std::size_t bytes,
                                      double seconds);

[[nodiscard]] std::string rocksdb_version();

}  // namespace langnghe::tools::bench
