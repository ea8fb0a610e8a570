#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include <backup/backup.hpp>

namespace langnghe::eventstore {

inline constexpr std::string_view kFilesFolder = "files";

/// A folder of backups:
///
///   ledger/                RocksDB's BackupEngine
///   vault/                 all keys and tombstones of all its backups
///   files/                 all attachments of all its backups, by name
///   numbers/N/             small files of backup N as they were
///   numbers/N/SHA256SUMS   written last: backup N is whole
///   numbers/new/           of a backup that is not finished
///   lock                   held while a backup is made
struct BackupFolder {
  std::filesystem::path root;

  [[nodiscard]] std::filesystem::path ledger() const { return root / "ledger"; }
  [[nodiscard]] std::filesystem::path vault() const { return root / "vault"; }
  [[nodiscard]] std::filesystem::path files() const { return root / kFilesFolder; }
  [[nodiscard]] std::filesystem::path numbers() const { return root / "numbers"; }
  [[nodiscard]] std::filesystem::path draft() const { return numbers() / "new"; }
  [[nodiscard]] std::filesystem::path of(std::uint32_t number) const {
    return numbers() / std::to_string(number);
  }
  [[nodiscard]] std::filesystem::path lock() const { return root / "lock"; }
};

inline constexpr std::string_view kSumsFile = "SHA256SUMS";
/// The place of signed heads, in a data directory as in numbers/N: `<ledger>.checkpoint`.
inline constexpr std::string_view kHeadsFolder = "anchor";

[[nodiscard]] BackupError unavailable(std::string_view what, const std::error_code& fault);
[[nodiscard]] BackupError to_backup_error(const StoreError& error);

/// Keeps a second process out of a folder of backups; the system lets go when the holder dies.
class BackupLock {
 public:
  [[nodiscard]] static BackupResult<BackupLock> take(const BackupFolder& folder);
  BackupLock(BackupLock&& other) noexcept;
  BackupLock(const BackupLock&) = delete;
  BackupLock& operator=(const BackupLock&) = delete;
  BackupLock& operator=(BackupLock&&) = delete;
  ~BackupLock();

 private:
  explicit BackupLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace langnghe::eventstore
