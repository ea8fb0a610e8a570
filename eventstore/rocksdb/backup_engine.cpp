#include "backup_engine.hpp"

#include <memory>

#include <rocksdb/utilities/backup_engine.h>
#include <rocksdb_files/info_log.hpp>

#include <rocksdb_engine/backups.hpp>

namespace langnghe::eventstore {
namespace {

rocksdb::BackupEngineOptions settings(const std::filesystem::path& folder) {
  rocksdb::BackupEngineOptions options(folder.string());
  options.sync = true;
  options.info_log = info_log().get();
  options.share_table_files = true;
  // Names by session, so that the tables of a ledger that was restored and went on another way do
  // not pass for those of the first.
  options.share_files_with_checksum = true;
  return options;
}

StoreResult<void> verify(const rocksdb::BackupEngineReadOnlyBase& engine, std::uint32_t number) {
  const auto status = engine.VerifyBackup(number, true);
  return status.ok() ? StoreResult<void>{}
                     : std::unexpected(to_store_error(status, "reading the backup back"));
}

StoreResult<std::unique_ptr<rocksdb::BackupEngineReadOnly>> open_to_read(
    const std::filesystem::path& folder) {
  rocksdb::BackupEngineReadOnly* engine = nullptr;
  const auto status =
      rocksdb::BackupEngineReadOnly::Open(settings(folder), rocksdb::Env::Default(), &engine);
  if (!status.ok()) {
    return std::unexpected(to_store_error(status, "opening the backups"));
  }
  return std::unique_ptr<rocksdb::BackupEngineReadOnly>(engine);
}

}  // namespace

StoreResult<std::uint32_t> create_ledger_backup(const Database& database,
                                                const std::filesystem::path& folder) {
  rocksdb::BackupEngine* opened = nullptr;
  const auto open = rocksdb::BackupEngine::Open(settings(folder), rocksdb::Env::Default(), &opened);
  if (!open.ok()) {
    return std::unexpected(to_store_error(open, "opening the backups"));
  }
  const std::unique_ptr<rocksdb::BackupEngine> engine(opened);
  rocksdb::BackupID number = 0;
  const auto made =
      engine->CreateNewBackup(rocksdb::CreateBackupOptions(), &database.db(), &number);
  if (!made.ok()) {
    return std::unexpected(to_store_error(made, "copying the ledger"));
  }
  if (auto verified = verify(*engine, number); !verified) {
    return std::unexpected(std::move(verified.error()));
  }
  return number;
}

StoreResult<void> verify_ledger_backup(const std::filesystem::path& folder, std::uint32_t number) {
  const auto engine = open_to_read(folder);
  return engine ? verify(**engine, number) : std::unexpected(engine.error());
}

StoreResult<void> restore_ledger_backup(const std::filesystem::path& folder, std::uint32_t number,
                                        const std::filesystem::path& to) {
  const auto engine = open_to_read(folder);
  if (!engine) {
    return std::unexpected(engine.error());
  }
  const auto status = (*engine)->RestoreDBFromBackup(number, to.string(), to.string());
  return status.ok() ? StoreResult<void>{}
                     : std::unexpected(to_store_error(status, "restoring the ledger"));
}

}  // namespace langnghe::eventstore
