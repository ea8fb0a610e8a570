#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <log/log.hpp>
#include <projections/projection.hpp>

#include "rows/row.hpp"
#include "storage/memory_view.hpp"
#include "storage/rocksdb_handles.hpp"
#include "storage/rows_database.hpp"

// With rocksdb_opening.cpp the only files of this layer that know RocksDB.

namespace langnghe::projections {

namespace {

/// Below so much free space a database is not opened anew to write: reads of the old one go on.
constexpr std::uintmax_t kRoomToOpen = std::uintmax_t{16} << 20;
constexpr std::chrono::milliseconds kPollInterval{10};

/// Length first, so that no ledger's keys begin with another's.
std::string key_prefix(const eventstore::LedgerId& ledger) {
  return static_cast<char>(ledger.value.size()) + ledger.value;
}

/// The first key after all that begin with `prefix`. A prefix begins with a ledger id's length,
/// which is far below 0xff, so there always is one.
std::string end_of(std::string prefix) {
  while (prefix.back() == '\xff') {
    prefix.pop_back();
  }
  prefix.back() = static_cast<char>(prefix.back() + 1);
  return prefix;
}

std::string_view view_of(const rocksdb::Slice& slice) {
  return {slice.data(), slice.size()};
}
rocksdb::Slice slice_of(std::string_view bytes) {
  return {bytes.data(), bytes.size()};
}

/// One projection's rows of one ledger, at a RocksDB snapshot that outlives it.
class FamilyView final : public ViewReader {
 public:
  FamilyView(const Handles& handles, rocksdb::ColumnFamilyHandle& family, std::string prefix,
             const rocksdb::Snapshot* at)
      : handles_(handles),
        database_(*handles.database),
        family_(family),
        prefix_(std::move(prefix)) {
    options_.snapshot = at;
  }

  [[nodiscard]] std::optional<std::string> get(std::string_view key) const override {
    std::string value;
    const auto full_key = prefix_ + std::string(key);
    const auto status = database_.Get(options_, &family_, full_key, &value);
    if (status.IsNotFound()) {
      return std::nullopt;
    }
    check_read(status);
    return value;
  }

  void scan(std::string_view prefix, std::string_view from,
            const std::function<bool(std::string_view, std::string_view)>& row) const override {
    const auto end = end_of(prefix_ + std::string(prefix));
    const rocksdb::Slice upper_bound(end);
    auto options = options_;
    options.iterate_upper_bound = &upper_bound;
    const std::unique_ptr<rocksdb::Iterator> at(database_.NewIterator(options, &family_));
    for (at->Seek(prefix_ + std::string(std::max(prefix, from))); at->Valid(); at->Next()) {
      if (!row(view_of(at->key()).substr(prefix_.size()), view_of(at->value()))) {
        return;
      }
    }
    check_read(at->status());
  }

 private:
  void check_read(const rocksdb::Status& status) const {
    if (status.IsCorruption()) {
      handles_.damaged = true;
    }
    check(status);
  }

  const Handles& handles_;
  rocksdb::DB& database_;
  rocksdb::ColumnFamilyHandle& family_;
  std::string prefix_;
  rocksdb::ReadOptions options_;
};

class RocksSnapshot final : public Snapshot {
 public:
  RocksSnapshot(std::shared_ptr<const Handles> handles, const eventstore::LedgerId& ledger)
      : handles_(std::move(handles)), at_(handles_->database->GetSnapshot()) {
    const auto prefix = key_prefix(ledger);
    for (const auto& family : handles_->families) {
      views_.push_back(std::make_unique<FamilyView>(*handles_, *family, prefix, at_));
    }
    const FamilyView checkpoints(*handles_, *handles_->checkpoints, prefix, at_);
    size_ = row::read<Checkpoint>(checkpoints, {}).value_or(Checkpoint{}).size;
  }
  ~RocksSnapshot() override { handles_->database->ReleaseSnapshot(at_); }

  [[nodiscard]] std::uint64_t size() const override { return size_; }
  [[nodiscard]] const ViewReader& of(std::string_view projection) const override {
    return *views_[index_of(projection)];
  }

 private:
  std::shared_ptr<const Handles> handles_;  // shared: a reader may outlive the Views it came from
  const rocksdb::Snapshot* at_;
  std::vector<std::unique_ptr<FamilyView>> views_;
  std::uint64_t size_ = 0;
};

class RocksRows final : public RowsDatabase {
 public:
  /// Without handles it has no rows and takes none.
  RocksRows(ViewsOptions options, std::shared_ptr<Handles> handles)
      : options_(std::move(options)), handles_(std::move(handles)) {}

  [[nodiscard]] std::vector<eventstore::LedgerId> ledgers() const override {
    std::vector<eventstore::LedgerId> ledgers;
    const auto handles = current();
    if (!handles) {
      return ledgers;
    }
    const std::unique_ptr<rocksdb::Iterator> at(
        handles->database->NewIterator({}, handles->checkpoints));
    for (at->SeekToFirst(); at->Valid(); at->Next()) {
      ledgers.push_back({std::string(view_of(at->key()).substr(1))});
    }
    handles->damaged = handles->damaged || at->status().IsCorruption();
    check(at->status());
    return ledgers;
  }

  [[nodiscard]] Checkpoint checkpoint(const eventstore::LedgerId& ledger) const override {
    const auto handles = current();
    if (!handles) {
      return {};
    }
    const FamilyView view(*handles, *handles->checkpoints, key_prefix(ledger), nullptr);
    return row::read<Checkpoint>(view, {}).value_or(Checkpoint{});
  }

  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot(
      const eventstore::LedgerId& ledger) override {
    static const auto kNone = std::make_shared<const MemorySnapshot>();
    const auto handles = current();
    return handles ? std::make_shared<RocksSnapshot>(handles, ledger)
                   : std::shared_ptr<const Snapshot>(kNone);
  }

  void write(const eventstore::LedgerId& ledger, std::span<const Overlay* const> changes,
             const Checkpoint& checkpoint) override {
    const auto handles = to_write();
    const auto prefix = key_prefix(ledger);
    auto full_key = prefix;
    rocksdb::WriteBatch batch;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      for (const auto& [key, value] : changes[i]->changes()) {
        auto* const family = handles->families[i];
        full_key.replace(prefix.size(), std::string::npos, key);
        check(value ? batch.Put(family, full_key, slice_of(*value))
                    : batch.Delete(family, full_key));
      }
    }
    check(batch.Put(handles->checkpoints, prefix, row::to_bytes(checkpoint)));
    apply(*handles, batch);
  }

  void drop(const eventstore::LedgerId& ledger) override {
    const auto handles = to_write();
    const auto begin = key_prefix(ledger);
    const auto end = end_of(begin);
    rocksdb::WriteBatch batch;
    for (const auto& family : handles->families) {
      check(batch.DeleteRange(family, begin, end));
    }
    check(batch.Delete(handles->checkpoints, begin));
    apply(*handles, batch);
  }

  [[nodiscard]] bool is_broken() const override {
    const auto handles = current();
    return !handles || handles->failed || handles->damaged || handles->reads_only;
  }

  [[nodiscard]] bool can_open_anew() const override {
    const auto handles = current();
    return is_broken() && (has_room() || (handles && handles->damaged));
  }

  bool open_anew(std::chrono::milliseconds patience) override {
    const std::unique_lock lock(mutex_);
    const auto end = std::chrono::steady_clock::now() + patience;
    while (handles_ && handles_.use_count() > 1) {  // by readers, who are soon done
      if (std::chrono::steady_clock::now() > end) {
        return false;
      }
      std::this_thread::sleep_for(kPollInterval);
    }
    const bool damaged = handles_ && handles_->damaged;
    handles_.reset();
    if (damaged) {
      log::warning("the views are damaged: all are built again");
      remove_rows(options_.directory);
    }
    try {
      handles_ = open_or_remake(options_);
    } catch (const ViewFault& fault) {
      log::error(fault.what());
    }
    return true;
  }

 private:
  [[nodiscard]] std::shared_ptr<Handles> current() const {
    const std::scoped_lock lock(mutex_);
    return handles_;
  }

  [[nodiscard]] std::shared_ptr<Handles> to_write() const {
    auto handles = current();
    if (!handles || handles->failed || handles->reads_only) {
      throw ViewFault("views database: it takes no rows until it is opened anew");
    }
    return handles;
  }

  // A failed write leaves nobody knows what in the log: the database is opened anew.
  static void apply(const Handles& handles, rocksdb::WriteBatch& batch) {
    const auto status = handles.database->Write({}, &batch);
    if (!status.ok()) {
      handles.failed = true;
    }
    check(status);
  }

  [[nodiscard]] bool has_room() const {
    std::error_code fault;
    const auto space = std::filesystem::space(options_.directory, fault);
    return fault || space.available >= kRoomToOpen;
  }

  const ViewsOptions options_;
  mutable std::mutex mutex_;          ///< guards handles_; held while the database is opened anew
  std::shared_ptr<Handles> handles_;  // shared with snapshots
};

ViewError unavailable(std::string what) {
  return {.code = ViewError::Code::unavailable, .position = 0, .what = std::move(what)};
}

}  // namespace

std::expected<std::shared_ptr<RowsDatabase>, ViewError> RowsDatabase::open(
    const ViewsOptions& options) {
  std::error_code failed;
  std::filesystem::create_directories(options.directory, failed);
  if (failed == std::errc::no_space_on_device) {
    return std::make_shared<RocksRows>(options, nullptr);
  }
  if (failed) {
    return std::unexpected(unavailable(options.directory.string() + ": " + failed.message()));
  }
  try {
    return std::make_shared<RocksRows>(options, open_or_remake(options));
  } catch (const ViewFault& fault) {
    return std::unexpected(unavailable(fault.what()));
  }
}

}  // namespace langnghe::projections
