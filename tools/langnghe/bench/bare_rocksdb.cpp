#include "bench/bare_rocksdb.hpp"

#include <atomic>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <rocksdb/db.h>
#include <rocksdb/version.h>
#include <rocksdb/write_batch.h>
#include <unistd.h>

#include "bench/measure.hpp"
#include "bench/workload.hpp"

namespace langnghe::tools::bench {
namespace {

void check(const rocksdb::Status& status) {
  if (!status.ok()) {
    throw std::runtime_error("bench: RocksDB: " + status.ToString());
  }
}

/// Keys and values of the sizes the store writes: the records' keys rise, the others are scattered.
class Entries {
 public:
  void add(rocksdb::WriteBatch& batch, std::uint64_t number) {
    check(batch.Put(key('r', number, sizes_.record_key), record_));
    const std::uint64_t scattered = number * 0x9E37'79B9'7F4A'7C15ULL;
    check(batch.Put(key('s', scattered, sizes_.stream_key), stream_));
    check(batch.Put(key('k', scattered, sizes_.idempotency_key), idempotency_));
  }

 private:
  const std::string& key(char kind, std::uint64_t number, std::size_t bytes) {
    key_.assign(1, kind);
    for (int shift = 56; shift >= 0; shift -= 8) {
      key_ += static_cast<char>((number >> shift) & 0xFF);
    }
    key_.resize(bytes, '.');
    return key_;
  }

  EntrySizes sizes_ = entry_sizes();
  std::string record_ = event_of("p1-0-00", 0).data + std::string(kRecordBytes, 'y');
  std::string stream_ = std::string(sizes_.stream_value, 'v');
  std::string idempotency_ = std::string(sizes_.idempotency_value, 'i');
  std::string key_;

 public:
  Entries() { record_.resize(kRecordBytes); }
};

rocksdb::WriteOptions synced() {
  rocksdb::WriteOptions options;
  options.sync = true;
  return options;
}

}  // namespace

BareWriter::BareWriter(const std::filesystem::path& directory) {
  std::filesystem::create_directories(directory);
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* db = nullptr;
  check(rocksdb::DB::Open(options, directory.string(), &db));
  db_.reset(db);
}

BareWriter::~BareWriter() = default;

double BareWriter::batch_loop(std::size_t records, double seconds) {
  Entries entries;
  rocksdb::WriteBatch batch;
  const std::uint64_t before = next_;
  const auto begin = Clock::now();
  while (seconds_since(begin) < seconds) {
    batch.Clear();
    for (std::size_t i = 0; i < records; ++i) {
      entries.add(batch, next_++);
    }
    check(db_->Write(synced(), &batch));
  }
  return static_cast<double>(next_ - before) / seconds_since(begin);
}

double BareWriter::group_commit(std::size_t threads, double seconds) {
  std::atomic<std::uint64_t> next = next_;
  const std::uint64_t before = next_;
  std::atomic<bool> failed = false;
  const auto begin = Clock::now();
  {
    std::vector<std::jthread> writers;
    for (std::size_t i = 0; i < threads; ++i) {
      writers.emplace_back([&] {
        Entries entries;
        rocksdb::WriteBatch batch;
        while (seconds_since(begin) < seconds && !failed) {
          batch.Clear();
          entries.add(batch, next++);
          failed = failed || !db_->Write(synced(), &batch).ok();
        }
      });
    }
  }
  const double took = seconds_since(begin);
  if (failed) {
    throw std::runtime_error("bench: RocksDB refused a write");
  }
  next_ = next;
  return static_cast<double>(next_ - before) / took;
}

struct BareScan::Open {
  std::unique_ptr<rocksdb::DB> db;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::ColumnFamilyHandle* records = nullptr;

  ~Open() {
    for (auto* handle : handles) {
      check_quietly(db->DestroyColumnFamilyHandle(handle));
    }
  }
  static void check_quietly(const rocksdb::Status& status) { status.PermitUncheckedError(); }
};

BareScan::BareScan(const std::filesystem::path& ledger_directory)
    : open_(std::make_unique<Open>()) {
  const std::string path = ledger_directory.string();
  const rocksdb::Options options;
  std::vector<std::string> names;
  check(rocksdb::DB::ListColumnFamilies(options, path, &names));
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (const auto& name : names) {
    families.emplace_back(name, rocksdb::ColumnFamilyOptions(options));
  }
  rocksdb::DB* db = nullptr;
  check(rocksdb::DB::OpenForReadOnly(options, path, families, &open_->handles, &db));
  open_->db.reset(db);
  for (auto* handle : open_->handles) {
    if (handle->GetName() == "records") {
      open_->records = handle;
    }
  }
  if (open_->records == nullptr) {
    throw std::runtime_error("bench: no records in " + path);
  }
}

BareScan::~BareScan() = default;

Scanned BareScan::scan(const std::string& ledger) const {
  rocksdb::ReadOptions options;
  options.readahead_size = std::size_t{2} << 20;
  options.fill_cache = false;
  const std::string begin = ledger.empty() ? "" : ledger + std::string(1, '\0');
  const std::string end = ledger + '\1';
  const rocksdb::Slice bound(end);
  if (!ledger.empty()) {
    options.iterate_upper_bound = &bound;
  }
  Scanned scanned;
  const std::unique_ptr<rocksdb::Iterator> at(open_->db->NewIterator(options, open_->records));
  for (at->Seek(begin); at->Valid(); at->Next()) {
    ++scanned.records;
    scanned.bytes += at->value().size();
  }
  check(at->status());
  return scanned;
}

double fdatasync_p50_us(const std::filesystem::path& directory, std::size_t bytes, double seconds) {
  const auto path = directory / "fdatasync";
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) {
    throw std::system_error(errno, std::generic_category(), path.string());
  }
  const std::string block(bytes, 'z');
  std::vector<double> times;
  bool good = true;
  const auto begin = Clock::now();
  while (good && seconds_since(begin) < seconds) {
    const auto sent = Clock::now();
    good =
        ::write(file, block.data(), bytes) == static_cast<ssize_t>(bytes) && ::fdatasync(file) == 0;
    times.push_back(seconds_since(sent) * 1e6);
  }
  ::close(file);
  std::filesystem::remove(path);
  if (!good) {
    throw std::runtime_error("bench: cannot write " + path.string());
  }
  return median(std::move(times));
}

std::string rocksdb_version() {
  return std::to_string(ROCKSDB_MAJOR) + "." + std::to_string(ROCKSDB_MINOR) + "." +
         std::to_string(ROCKSDB_PATCH);
}

}  // namespace langnghe::tools::bench
