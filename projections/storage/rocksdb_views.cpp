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
#include "storage/rocksdb_generations.hpp"
#include "storage/rocksdb_handles.hpp"
#include "storage/rows_database.hpp"

// With the other rocksdb_*.cpp the only files of this layer that know RocksDB.

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
  RocksSnapshot(std::shared_ptr<const Handles> handles, const Generation& generation,
                const eventstore::LedgerId& ledger)
      : handles_(std::move(handles)),
        at_(handles_->database->GetSnapshot()),
        definition_(definition_of(generation.projections)) {
    const auto prefix = key_prefix(ledger);
    for (const auto& family : generation.families) {
      views_.push_back(std::make_unique<FamilyView>(*handles_, *family, prefix, at_));
    }
    const FamilyView checkpoints(*handles_, *generation.checkpoints, prefix, at_);
    size_ = row::read<Checkpoint>(checkpoints, {}).value_or(Checkpoint{}).size;
  }
  ~RocksSnapshot() override { handles_->database->ReleaseSnapshot(at_); }

  [[nodiscard]] std::uint64_t size() const override { return size_; }
  [[nodiscard]] std::uint64_t definition() const override { return definition_; }
  [[nodiscard]] const ViewReader& of(std::string_view projection) const override {
    return *views_[index_of(projection)];
  }

 private:
  std::shared_ptr<const Handles> handles_;  // shared: a reader may outlive the Views it came from
  const rocksdb::Snapshot* at_;
  std::uint64_t definition_;
  std::vector<std::unique_ptr<FamilyView>> views_;
  std::uint64_t size_ = 0;
};

/// The database, while it is open, for the rows that are served and those built beside them.
struct OpenDatabase {
  ViewsOptions options;
  rocksdb::Env& env;
  std::mutex mutex{};  ///< guards what follows; held while the database is opened anew
  std::shared_ptr<Handles> handles;  // shared with snapshots
};

enum class Side { serving, building };

class RocksRows final : public RowsDatabase {
 public:
  /// Without handles it has no rows and takes none.
  RocksRows(std::shared_ptr<OpenDatabase> database, Side side)
      : database_(std::move(database)), side_(side) {}

  [[nodiscard]] std::vector<eventstore::LedgerId> ledgers() const override {
    std::vector<eventstore::LedgerId> ledgers;
    const auto [handles, generation] = current();
    if (!generation) {
      return ledgers;
    }
    const std::unique_ptr<rocksdb::Iterator> at(
        handles->database->NewIterator({}, generation->checkpoints));
    for (at->SeekToFirst(); at->Valid(); at->Next()) {
      ledgers.push_back({std::string(view_of(at->key()).substr(1))});
    }
    handles->damaged = handles->damaged || at->status().IsCorruption();
    check(at->status());
    return ledgers;
  }

  [[nodiscard]] Checkpoint checkpoint(const eventstore::LedgerId& ledger) const override {
    const auto [handles, generation] = current();
    if (!generation) {
      return {};
    }
    const FamilyView view(*handles, *generation->checkpoints, key_prefix(ledger), nullptr);
    return row::read<Checkpoint>(view, {}).value_or(Checkpoint{});
  }

  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot(
      const eventstore::LedgerId& ledger) override {
    static const auto kNone = std::make_shared<const MemorySnapshot>();
    const auto [handles, generation] = current();
    return generation ? std::make_shared<RocksSnapshot>(handles, *generation, ledger)
                      : std::shared_ptr<const Snapshot>(kNone);
  }

  void write(const eventstore::LedgerId& ledger, std::span<const Overlay* const> changes,
             const Checkpoint& checkpoint) override {
    const auto [handles, generation] = to_write();
    const auto prefix = key_prefix(ledger);
    auto full_key = prefix;
    rocksdb::WriteBatch batch;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      for (const auto& [key, value] : changes[i]->changes()) {
        auto* const family = generation->families[i];
        full_key.replace(prefix.size(), std::string::npos, key);
        check(value ? batch.Put(family, full_key, slice_of(*value))
                    : batch.Delete(family, full_key));
      }
    }
    check(batch.Put(generation->checkpoints, prefix, row::to_bytes(checkpoint)));
    apply(*handles, batch);
  }

  void drop(const eventstore::LedgerId& ledger) override {
    const auto [handles, generation] = to_write();
    const auto begin = key_prefix(ledger);
    const auto end = end_of(begin);
    rocksdb::WriteBatch batch;
    for (const auto& family : generation->families) {
      check(batch.DeleteRange(family, begin, end));
    }
    check(batch.Delete(generation->checkpoints, begin));
    apply(*handles, batch);
  }

  [[nodiscard]] std::vector<Projection> projections() const override {
    const auto [handles, generation] = current();
    if (generation) {
      return generation->projections;
    }
    // Rows that no database takes are held in memory all the same.
    return side_ == Side::serving ? wanted_projections(database_->options)
                                  : std::vector<Projection>();
  }

  [[nodiscard]] std::shared_ptr<RowsDatabase> building() override {
    return std::make_shared<RocksRows>(database_, Side::building);
  }

  void switch_over() override {
    std::shared_ptr<Handles> handles;
    std::shared_ptr<const Generation> old;
    {
      const std::scoped_lock lock(database_->mutex);
      handles = database_->handles;
      if (!handles || !handles->building) {
        throw ViewFault("views database: no rows are built beside those that are served");
      }
      make_building_the_serving(*handles);
      old = std::exchange(handles->serving, std::exchange(handles->building, nullptr));
    }
    drop_families(*handles, *old);
  }

  [[nodiscard]] bool is_broken() const override {
    const auto handles = current().handles;
    return !handles || handles->failed || handles->damaged || handles->reads_only;
  }

  [[nodiscard]] bool can_open_anew() const override {
    const auto handles = current().handles;
    return is_broken() && (has_room() || (handles && handles->damaged));
  }

  bool open_anew(std::chrono::milliseconds patience) override {
    const std::unique_lock lock(database_->mutex);
    auto& handles = database_->handles;
    const auto end = std::chrono::steady_clock::now() + patience;
    while (handles && handles.use_count() > 1) {  // by readers, who are soon done
      if (std::chrono::steady_clock::now() > end) {
        return false;
      }
      std::this_thread::sleep_for(kPollInterval);
    }
    const bool damaged = handles && handles->damaged;
    handles.reset();
    if (damaged) {
      log::warning("the views are damaged: all are built again");
      remove_rows(database_->options.directory);
    }
    try {
      handles = open_or_remake(database_->options, database_->env);
    } catch (const ViewFault& fault) {
      log::error(fault.what());
    }
    return true;
  }

 private:
  struct Use {
    std::shared_ptr<Handles> handles{};              ///< null while it is not open
    std::shared_ptr<const Generation> generation{};  ///< null where there are no such rows
  };
  [[nodiscard]] Use current() const {
    const std::scoped_lock lock(database_->mutex);
    const auto& handles = database_->handles;
    if (!handles) {
      return {};
    }
    return {handles, side_ == Side::serving ? handles->serving : handles->building};
  }

  [[nodiscard]] Use to_write() const {
    auto use = current();
    if (!use.generation || use.handles->failed || use.handles->reads_only) {
      throw ViewFault("views database: it takes no rows until it is opened anew");
    }
    return use;
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
    const auto space = std::filesystem::space(database_->options.directory, fault);
    return fault || space.available >= kRoomToOpen;
  }

  const std::shared_ptr<OpenDatabase> database_;  // shared by the two sides
  const Side side_;
};

std::shared_ptr<RowsDatabase> serving_rows(const ViewsOptions& options, rocksdb::Env& env,
                                           std::shared_ptr<Handles> handles) {
  auto database = std::make_shared<OpenDatabase>(options, env);
  database->handles = std::move(handles);
  return std::make_shared<RocksRows>(std::move(database), Side::serving);
}

ViewError unavailable(std::string what) {
  return {.code = ViewError::Code::unavailable, .position = 0, .what = std::move(what)};
}

}  // namespace

std::vector<Projection> RowsDatabase::projections() const {
  const auto all = all_projections();
  return {all.begin(), all.end()};
}

std::expected<std::shared_ptr<RowsDatabase>, ViewError> RowsDatabase::open(
    const ViewsOptions& options, rocksdb::Env& env) {
  std::error_code failed;
  std::filesystem::create_directories(options.directory, failed);
  if (failed == std::errc::no_space_on_device) {
    return serving_rows(options, env, nullptr);
  }
  if (failed) {
    return std::unexpected(unavailable(options.directory.string() + ": " + failed.message()));
  }
  try {
    return serving_rows(options, env, open_or_remake(options, env));
  } catch (const ViewFault& fault) {
    return std::unexpected(unavailable(fault.what()));
  }
}

}  // namespace langnghe::projections
