#include <algorithm>
#include <atomic>
#include <cstdio>
#include <map>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>

#include <eventstore/guarded_files.hpp>
#include <eventstore/info_log.hpp>
#include <projections/projection.hpp>

#include "fold.hpp"
#include "memory_view.hpp"
#include "row.hpp"
#include "rows_database.hpp"

// The only file of this layer that knows RocksDB.

namespace langnghe::projections {

namespace row {

void fields(auto& archive, Of<Checkpoint> auto& value) {
  auto& [size, last_record] = value;
  archive(size, last_record);
}

}  // namespace row

namespace {

constexpr std::string_view kCheckpoints = "checkpoints";
constexpr std::string_view kShapeKey = "shape";  ///< in the default family

/// Below so much free space a database is not opened anew to write: reads of the old one go on.
constexpr std::uintmax_t kRoomToOpen = std::uintmax_t{16} << 20;
constexpr std::chrono::milliseconds kLook{10};

void check(const rocksdb::Status& status) {
  if (!status.ok()) {
    throw ViewFault("views database: " + status.ToString());
  }
}

std::string family_name(const Projection& projection) {
  return std::string(projection.name) + ".v" + std::to_string(projection.version);
}

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

/// The open database. Families are destroyed before it: they are declared after it.
struct Handles {
  std::unique_ptr<rocksdb::Env> files;  ///< outlives the database
  std::unique_ptr<rocksdb::DB> database;
  std::map<std::string, std::unique_ptr<rocksdb::ColumnFamilyHandle>> all;
  std::vector<rocksdb::ColumnFamilyHandle*> families;  ///< in the order of all_projections()
  rocksdb::ColumnFamilyHandle* checkpoints = nullptr;
  bool reads_only = false;
  mutable std::atomic<bool> failed = false;   ///< a write: RocksDB takes no other one
  mutable std::atomic<bool> damaged = false;  ///< what was read is not what was written
};

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

std::shared_ptr<Handles> open_or_remake(const ViewsOptions& options);

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
      std::this_thread::sleep_for(kLook);
    }
    const bool damaged = handles_ && handles_->damaged;
    handles_.reset();
    if (damaged) {
      std::fprintf(stderr, "langnghe: the views are damaged: all are built again\n");
      remove_all();
    }
    try {
      handles_ = open_or_remake(options_);
    } catch (const ViewFault& fault) {
      std::fprintf(stderr, "langnghe: %s\n", fault.what());
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

  void remove_all() const;

  const ViewsOptions options_;
  mutable std::mutex mutex_;          ///< guards handles_; held while the database is opened anew
  std::shared_ptr<Handles> handles_;  // shared with snapshots
};

/// A batch brings a ledger's rows in the order of their keys: RocksDB looks for the place of each
/// beside the one before it. Only rows, whose keys go on behind the ledger: in 7.8 a deleted range
/// would share their hint and lies in another list.
class LedgerOfRow final : public rocksdb::SliceTransform {
 public:
  [[nodiscard]] const char* Name() const override { return "langnghe.ledger_of_row"; }
  [[nodiscard]] rocksdb::Slice Transform(const rocksdb::Slice& key) const override {
    return {key.data(), ledger_size(key)};
  }
  [[nodiscard]] bool InDomain(const rocksdb::Slice& key) const override {
    return !key.empty() && key.size() > ledger_size(key);
  }

 private:
  static std::size_t ledger_size(const rocksdb::Slice& key) {
    return 1u + static_cast<unsigned char>(key[0]);
  }
};

rocksdb::ColumnFamilyOptions family_options(const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.checksum = rocksdb::kXXH3;  // as guard_table_files wants them
  table.format_version = 5;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.write_buffer_size = 16u << 20;
  options.memtable_insert_with_hint_prefix_extractor = std::make_shared<LedgerOfRow>();
  return options;
}

rocksdb::DBOptions database_options() {
  rocksdb::DBOptions options;
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  options.max_total_wal_size = 128u << 20;
  options.max_background_jobs = 2;
  options.info_log = eventstore::info_log();
  // No thread of RocksDB's tries again beside us: the database is opened anew (views.cpp).
  options.max_bgerror_resume_count = 0;
  options.stats_dump_period_sec = 0;
  return options;
}

/// Names of all families to open: RocksDB refuses to open without those that exist.
std::vector<std::string> families_to_open(const std::string& path) {
  std::vector<std::string> names;
  // A database that is not there yet has none to list; another failure shows itself at opening.
  if (!rocksdb::DB::ListColumnFamilies(database_options(), path, &names).ok()) {
    names = {rocksdb::kDefaultColumnFamilyName};
  }
  const auto want = [&names](const std::string& name) {
    if (std::ranges::find(names, name) == names.end()) {
      names.push_back(name);
    }
  };
  for (const auto& projection : all_projections()) {
    want(family_name(projection));
  }
  want(std::string(kCheckpoints));
  return names;
}

/// The projections and versions the rows are of, as one text.
std::string current_shape() {
  std::string shape;
  for (const auto& projection : all_projections()) {
    shape += family_name(projection) + '\n';
  }
  return shape;
}

void clear(rocksdb::DB& database, rocksdb::ColumnFamilyHandle* family) {
  // Keys begin with the length of a ledger id, 1 to 64.
  check(database.DeleteRange({}, family, rocksdb::Slice("\0", 1), rocksdb::Slice("\xff", 1)));
}

/// A projection that is new or of another version makes all rows old: they are only right together.
/// The shape is written last, so a kill on the way leads here again.
void start_over(Handles& handles) {
  auto& database = *handles.database;
  clear(database, handles.checkpoints);
  for (auto* const family : handles.families) {
    clear(database, family);
  }
  const auto is_ours = [&](const auto& entry) {
    auto* const family = entry.second.get();
    return family == handles.checkpoints || entry.first == rocksdb::kDefaultColumnFamilyName ||
           std::ranges::find(handles.families, family) != handles.families.end();
  };
  for (const auto& entry : handles.all) {
    if (!is_ours(entry)) {
      check(database.DropColumnFamily(entry.second.get()));
    }
  }
  rocksdb::WriteOptions durably;
  durably.sync = true;
  check(database.Put(durably, slice_of(kShapeKey), current_shape()));
}

void sort_out(Handles& handles) {
  handles.checkpoints = handles.all.at(std::string(kCheckpoints)).get();
  for (const auto& projection : all_projections()) {
    handles.families.push_back(handles.all.at(family_name(projection)).get());
  }
  std::string shape;
  const auto found = handles.database->Get({}, slice_of(kShapeKey), &shape);
  if (!found.IsNotFound()) {
    check(found);
  }
  if (shape != current_shape()) {
    start_over(handles);
  }
}

rocksdb::Status try_to_open(const ViewsOptions& options, bool reads_only, Handles& handles) {
  const std::string path = options.directory.string();
  const auto names = families_to_open(path);
  const auto family = family_options(rocksdb::NewLRUCache(64u << 20));
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (const auto& name : names) {
    descriptors.emplace_back(name, family);
  }
  // Else one changed bit would end the process at every start, where the views could be remade.
  handles.files = eventstore::guard_table_files(options.env == nullptr ? *rocksdb::Env::Default()
                                                                       : *options.env);
  handles.reads_only = reads_only;
  rocksdb::DBOptions settings = database_options();
  settings.env = handles.files.get();
  std::vector<rocksdb::ColumnFamilyHandle*> families;
  rocksdb::DB* database = nullptr;
  const auto status =
      reads_only ? rocksdb::DB::OpenForReadOnly(settings, path, descriptors, &families, &database)
                 : rocksdb::DB::Open(settings, path, descriptors, &families, &database);
  if (!status.ok()) {
    return status;
  }
  handles.database.reset(database);
  for (std::size_t i = 0; i < names.size(); ++i) {
    handles.all[names[i]].reset(families[i]);
  }
  return status;
}

bool says(const rocksdb::Status& status, std::errc what) {
  return status.ToString().contains(std::make_error_code(what).message());
}

/// Nothing is wrong with the database: the machine has no room or no descriptor for it now.
bool is_short_of_something(const rocksdb::Status& status) {
  return status.IsNoSpace() || says(status, std::errc::no_space_on_device) ||
         says(status, std::errc::too_many_files_open);
}

/// Opened to read, or nothing where its rows are of another version or it does not open.
std::shared_ptr<Handles> open_to_read(const ViewsOptions& options) {
  auto handles = std::make_shared<Handles>();
  try {
    if (try_to_open(options, true, *handles).ok()) {
      sort_out(*handles);
      return handles;
    }
  } catch (const ViewFault&) {  // rows of another version cannot be dropped now
  }
  return nullptr;
}

void remove_files(const std::filesystem::path& directory) {
  std::error_code fault;
  std::filesystem::directory_iterator entries(directory, fault);
  for (; !fault && entries != std::filesystem::directory_iterator(); entries.increment(fault)) {
    std::error_code kept;
    std::filesystem::remove_all(entries->path(), kept);
  }
}

/// Opens; a database that does not is made anew. Destroying takes RocksDB's lock first, so one that
/// another process has open stays untouched. Null where the disk has no room even to read it.
/// Throws ViewFault when it cannot.
std::shared_ptr<Handles> open_or_remake(const ViewsOptions& options) {
  auto handles = std::make_shared<Handles>();
  std::string reason;
  try {
    const auto status = try_to_open(options, false, *handles);
    if (is_short_of_something(status)) {
      std::fprintf(stderr, "langnghe: views database: %s: they are read, and held in memory\n",
                   status.ToString().c_str());
      return open_to_read(options);
    }
    check(status);
    sort_out(*handles);
    return handles;
  } catch (const ViewFault& fault) {
    reason = fault.what();
  }
  handles = std::make_shared<Handles>();
  rocksdb::Options destroying;
  destroying.info_log = eventstore::info_log();
  if (!rocksdb::DestroyDB(options.directory.string(), destroying).ok()) {
    throw ViewFault(reason);
  }
  remove_files(options.directory);
  std::fprintf(stderr, "langnghe: %s: all views are built again\n", reason.c_str());
  check(try_to_open(options, false, *handles));
  sort_out(*handles);
  return handles;
}

void RocksRows::remove_all() const {
  rocksdb::Options destroying;
  destroying.info_log = eventstore::info_log();
  if (rocksdb::DestroyDB(options_.directory.string(), destroying).ok()) {
    remove_files(options_.directory);
  }
}

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
