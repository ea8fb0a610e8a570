#include <filesystem>
#include <utility>

#include <backup/backup.hpp>
#include <files/durable_file.hpp>

#include "files_mirror.hpp"
#include "layout.hpp"
#include "mirror.hpp"
#include "small_files.hpp"

namespace langnghe::eventstore {
namespace {

namespace fs = std::filesystem;

BackupResult<void> begin_draft(const BackupFolder& folder) {
  std::error_code fault;
  fs::remove_all(folder.draft(), fault);
  if (!fault) {
    fault = make_directories(folder.draft());
  }
  return fault ? std::unexpected(unavailable("the backup's folder cannot be made", fault))
               : BackupResult<void>{};
}

BackupResult<void> copy_small_files(const BackupOptions& options, const BackupFolder& folder) {
  for (const auto& file : options.files) {
    if (auto copied = copy_files(options.data, folder.draft(), file); !copied) {
      return copied;
    }
  }
  return {};
}

BackupResult<Sums> sums_of(const BackupFolder& folder, std::uint32_t number) {
  auto sums = sums_of_vault(folder.vault());
  auto attachments = sums_of_attachments(folder.files());
  const auto files = list_files(folder.draft());
  if (!sums || !attachments || !files) {
    return std::unexpected(!sums          ? sums.error()
                           : !attachments ? attachments.error()
                                          : files.error());
  }
  sums->merge(*attachments);
  for (const auto& file : *files) {
    const auto content = read_whole(folder.draft() / file);
    if (!content) {
      return std::unexpected(content.error());
    }
    sums->emplace((folder.of(number) / file).lexically_relative(folder.root).string(),
                  sha256_hex(*content));
  }
  return sums;
}

// The sums come last: a backup without them is not taken for one.
BackupResult<void> finish(const BackupFolder& folder, std::uint32_t number) {
  const auto sums = sums_of(folder, number);
  if (!sums) {
    return std::unexpected(sums.error());
  }
  std::error_code fault;
  fs::rename(folder.draft(), folder.of(number), fault);
  if (!fault) {
    fault = sync_directory(folder.numbers());
  }
  if (fault) {
    return std::unexpected(unavailable("the backup cannot be put in place", fault));
  }
  const auto made = create_file(folder.of(number) / kSumsFile, to_text(*sums));
  return made ? BackupResult<void>{}
              : std::unexpected(unavailable("the sums cannot be written", made.error()));
}

}  // namespace

// The order makes the parts fit: a head that was signed before is reached by the ledger that is
// copied after it, and a key is made, and a file stored, before the first event that needs it, so
// the vault and the files come last.
BackupResult<BackupMade> back_up(Maintenance& maintenance, const BackupOptions& options) {
  const BackupFolder folder{options.to};
  if (const auto fault = make_directories(folder.numbers())) {
    return std::unexpected(unavailable("the folder of backups cannot be made", fault));
  }
  const auto lock = BackupLock::take(folder);
  if (!lock) {
    return std::unexpected(lock.error());
  }
  for (auto done : {check_same_vault(options.vault, folder.vault()), begin_draft(folder)}) {
    if (!done) {
      return std::unexpected(std::move(done.error()));
    }
  }
  if (auto copied = copy_small_files(options, folder); !copied) {
    return std::unexpected(std::move(copied.error()));
  }
  const auto number = maintenance.back_up(folder.ledger());
  if (!number) {
    return std::unexpected(to_backup_error(number.error()));
  }
  const auto vault = merge_vault(options.vault, folder.vault());
  if (!vault) {
    return std::unexpected(vault.error());
  }
  const auto attachments = merge_attachments(options.attachments, folder.files());
  if (!attachments) {
    return std::unexpected(attachments.error());
  }
  if (auto finished = finish(folder, *number); !finished) {
    return std::unexpected(std::move(finished.error()));
  }
  return BackupMade{*number,        vault->keys,        vault->destroyed,
                    vault->damaged, attachments->files, attachments->damaged};
}

}  // namespace langnghe::eventstore
