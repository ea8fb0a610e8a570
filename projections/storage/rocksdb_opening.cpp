#include <algorithm>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <rocksdb/cache.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>
#include <rocksdb_files/guarded_files.hpp>
#include <rocksdb_files/info_log.hpp>
#include <rocksdb_files/table_format.hpp>

#include <log/log.hpp>
#include <projections/view.hpp>

#include "storage/rocksdb_generations.hpp"
#include "storage/rocksdb_handles.hpp"

namespace langnghe::projections {
namespace {

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
std::vector<std::string> families_to_open(const ViewsOptions& options) {
  std::vector<std::string> names;
  // A database that is not there yet has none to list; another failure shows itself at opening.
  if (!rocksdb::DB::ListColumnFamilies(database_options(), options.directory.string(), &names)
           .ok()) {
    names = {rocksdb::kDefaultColumnFamilyName};
  }
  for (auto& name : families_wanted(options, names)) {
    if (std::ranges::find(names, name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

rocksdb::Status try_to_open(const ViewsOptions& options, rocksdb::Env& env, bool reads_only,
                            Handles& handles) {
  const std::string path = options.directory.string();
  const auto names = families_to_open(options);
  handles.family_options = family_options(rocksdb::NewLRUCache(64u << 20));
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (const auto& name : names) {
    descriptors.emplace_back(name, handles.family_options);
  }
  // Else one changed bit would end the process at every start, where the views could be remade.
  handles.files = eventstore::guard_table_files(env);
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
std::shared_ptr<Handles> open_to_read(const ViewsOptions& options, rocksdb::Env& env) {
  auto handles = std::make_shared<Handles>();
  try {
    if (try_to_open(options, env, true, *handles).ok()) {
      sort_out(options, *handles);
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

std::shared_ptr<Handles> open_or_remake(const ViewsOptions& options, rocksdb::Env& env) {
  auto handles = std::make_shared<Handles>();
  std::string reason;
  try {
    const auto status = try_to_open(options, env, false, *handles);
    if (is_short_of_something(status)) {
      log::warning("views database: " + status.ToString() + ": they are read, and held in memory");
      return open_to_read(options, env);
    }
    check(status);
    sort_out(options, *handles);
    return handles;
  } catch (const ViewFault& fault) {
    reason = fault.what();
  }
  handles = std::make_shared<Handles>();
  if (!destroy(options.directory)) {
    throw ViewFault(reason);
  }
  log::warning(reason + ": all views are built again");
  check(try_to_open(options, env, false, *handles));
  sort_out(options, *handles);
  return handles;
}

void remove_rows(const std::filesystem::path& directory) {
  static_cast<void>(destroy(directory));
}

}  // namespace langnghe::projections
