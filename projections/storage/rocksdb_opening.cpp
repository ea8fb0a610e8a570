#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>

#include <rocksdb/cache.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>
#include <rocksdb_files/guarded_files.hpp>
#include <rocksdb_files/info_log.hpp>
#include <rocksdb_files/table_format.hpp>

#include <log/log.hpp>
#include <projections/projection.hpp>
#include <projections/view.hpp>

#include "storage/rocksdb_handles.hpp"

namespace langnghe::projections {
namespace {

constexpr std::string_view kCheckpoints = "checkpoints";
constexpr std::string_view kShapeKey = "shape";  ///< in the default family

std::string family_name(const Projection& projection) {
  std::ostringstream name;
  name << projection.name << ".v" << projection.version << '.' << std::hex << projection.shape;
  return name.str();
}

rocksdb::Slice slice_of(std::string_view bytes) {
  return {bytes.data(), bytes.size()};
}

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
  table.checksum = eventstore::kTableChecksum;
  table.format_version = eventstore::kTableFormatVersion;
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
/// A new database has nothing to clear: RocksDB 7.8 asserts where a compaction of deleted ranges
/// alone fails, as on a full disk.
void start_over(Handles& handles, bool is_new) {
  auto& database = *handles.database;
  if (!is_new) {
    clear(database, handles.checkpoints);
    for (auto* const family : handles.families) {
      clear(database, family);
    }
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
    start_over(handles, found.IsNotFound());
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

/// False where another process has it open.
bool destroy(const std::filesystem::path& directory) {
  rocksdb::Options options;
  options.info_log = eventstore::info_log();
  // It fails too where something is in the way that is no file of RocksDB's.
  const auto destroyed = rocksdb::DestroyDB(directory.string(), options);
  if (!destroyed.ok() && destroyed.ToString().contains("lock")) {
    return false;
  }
  std::error_code fault;
  std::filesystem::directory_iterator entries(directory, fault);
  for (; !fault && entries != std::filesystem::directory_iterator(); entries.increment(fault)) {
    std::error_code kept;
    std::filesystem::remove_all(entries->path(), kept);
  }
  return true;
}

}  // namespace

void check(const rocksdb::Status& status) {
  if (!status.ok()) {
    throw ViewFault("views database: " + status.ToString());
  }
}

std::shared_ptr<Handles> open_or_remake(const ViewsOptions& options) {
  auto handles = std::make_shared<Handles>();
  std::string reason;
  try {
    const auto status = try_to_open(options, false, *handles);
    if (is_short_of_something(status)) {
      log::warning("views database: " + status.ToString() + ": they are read, and held in memory");
      return open_to_read(options);
    }
    check(status);
    sort_out(*handles);
    return handles;
  } catch (const ViewFault& fault) {
    reason = fault.what();
  }
  handles = std::make_shared<Handles>();
  if (!destroy(options.directory)) {
    throw ViewFault(reason);
  }
  log::warning(reason + ": all views are built again");
  check(try_to_open(options, false, *handles));
  sort_out(*handles);
  return handles;
}

void remove_rows(const std::filesystem::path& directory) {
  static_cast<void>(destroy(directory));
}

}  // namespace langnghe::projections
