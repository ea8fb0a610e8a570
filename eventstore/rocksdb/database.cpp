#include "database.hpp"

#include <string>
#include <system_error>
#include <utility>

#include <rocksdb/listener.h>
#include <rocksdb_files/guarded_files.hpp>

#include "settings.hpp"

namespace langnghe::eventstore {
namespace {

class FaultListener final : public rocksdb::EventListener {
 public:
  explicit FaultListener(std::shared_ptr<std::atomic<bool>> failed) : failed_(std::move(failed)) {}
  void OnBackgroundError(rocksdb::BackgroundErrorReason, rocksdb::Status*) override {
    *failed_ = true;
  }

 private:
  std::shared_ptr<std::atomic<bool>> failed_;
};

// The order is that of the accessors in database.hpp.
std::vector<rocksdb::ColumnFamilyDescriptor> families() {
  const auto cache = block_cache();
  return {{rocksdb::kDefaultColumnFamilyName, index_settings(cache)},
          {"records", record_settings(cache)},
          {"streams", index_settings(cache)},
          {"keys", index_settings(cache)},
          {"meta", index_settings(cache)}};
}

rocksdb::Status sync_directory(rocksdb::Env& env, const std::filesystem::path& path) {
  std::unique_ptr<rocksdb::Directory> directory;
  rocksdb::Status status = env.NewDirectory(path.empty() ? "." : path.string(), &directory);
  return status.ok() ? directory->Fsync() : status;
}

// RocksDB syncs what is inside its directory; the entry of the directory itself is ours to sync.
// Also when it is there already: who made it may have been killed before the sync.
rocksdb::Status make_directory(rocksdb::Env& env, const std::filesystem::path& path) {
  const std::filesystem::path above = path.parent_path();
  if (!env.FileExists(path.string()).ok()) {
    if (!above.empty() && above != path && !env.FileExists(above.string()).ok()) {
      const rocksdb::Status made = make_directory(env, above);
      if (!made.ok()) {
        return made;
      }
    }
    const rocksdb::Status made = env.CreateDirIfMissing(path.string());
    if (!made.ok()) {
      return made;
    }
  }
  return sync_directory(env, above);
}

// RocksDB tells most of what the system said only in words.
StoreErrorCode code_of(const rocksdb::Status& status, const std::string& text) {
  const auto says = [&text](std::errc what) {
    return text.contains(std::make_error_code(what).message());
  };
  if (status.IsCorruption()) {
    return StoreErrorCode::corrupt;
  }
  if (status.IsNoSpace() || says(std::errc::no_space_on_device)) {
    return StoreErrorCode::disk_full;
  }
  if (says(std::errc::permission_denied) || says(std::errc::read_only_file_system) ||
      says(std::errc::operation_not_permitted)) {
    return StoreErrorCode::not_permitted;
  }
  const bool locked = text.contains("While lock file") || text.contains("lock hold by current");
  return locked ? StoreErrorCode::in_use : StoreErrorCode::unavailable;
}

// RocksDB begins with the file CURRENT: where only that is lost, it would make a new database and
// sweep the old one's files away.
rocksdb::Status check_complete(const std::filesystem::path& directory) {
  std::error_code fault;
  if (std::filesystem::exists(directory / "CURRENT", fault)) {
    return rocksdb::Status::OK();
  }
  std::filesystem::directory_iterator files(directory, fault);
  for (; !fault && files != std::filesystem::directory_iterator(); files.increment(fault)) {
    const auto kind = files->path().extension();
    if (kind == ".sst" || kind == ".log") {
      return rocksdb::Status::Corruption("the file CURRENT is missing beside the ledger's data",
                                         directory.string());
    }
  }
  return rocksdb::Status::OK();
}

rocksdb::Status open_database(const RocksDbOptions& options, const rocksdb::DBOptions& settings,
                              std::vector<rocksdb::ColumnFamilyHandle*>& handles,
                              rocksdb::DB** db) {
  const std::string path = options.directory.string();
  if (const auto complete = check_complete(options.directory); !complete.ok()) {
    return complete;
  }
  if (!options.read_only) {
    const rocksdb::Status made = make_directory(*settings.env, options.directory);
    return made.ok() ? rocksdb::DB::Open(settings, path, families(), &handles, db) : made;
  }
  // The writer goes on while we look: a file may be gone between reading its name and opening it.
  constexpr int kAttempts = 5;
  rocksdb::Status status;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    status = rocksdb::DB::OpenForReadOnly(settings, path, families(), &handles, db);
    if (!status.IsIOError() && !status.IsPathNotFound()) {
      break;
    }
  }
  return status;
}

}  // namespace

StoreError to_store_error(const rocksdb::Status& status, std::string_view doing) {
  const std::string text = status.ToString();
  return {code_of(status, text), std::string(doing) + ": " + text, {}, {}};
}

StoreResult<std::unique_ptr<Database>> Database::open(const RocksDbOptions& options,
                                                      rocksdb::Env& env) {
  std::unique_ptr<Database> database(new Database);
  database->tables_ = guard_table_files(env);
  database->logs_ = std::make_shared<LogFiles>(database->tables_->GetFileSystem());
  database->env_ = rocksdb::NewCompositeEnv(database->logs_);
  rocksdb::DBOptions settings = database_settings(database->env_.get());
  settings.listeners.push_back(std::make_shared<FaultListener>(database->background_failed_));
  rocksdb::DB* db = nullptr;
  const rocksdb::Status status = open_database(options, settings, database->handles_, &db);
  if (!status.ok()) {
    return std::unexpected(to_store_error(status, "opening the ledger"));
  }
  database->db_.reset(db);
  return database;
}

Database::~Database() {
  if (!db_) {
    return;
  }
  for (rocksdb::ColumnFamilyHandle* handle : handles_) {
    db_->DestroyColumnFamilyHandle(handle).PermitUncheckedError();
  }
  db_->Close().PermitUncheckedError();  // all that was acknowledged is synced already
}

}  // namespace langnghe::eventstore
