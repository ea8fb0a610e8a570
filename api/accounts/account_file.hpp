#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <shared_mutex>
#include <string>
#include <vector>

#include <sys/stat.h>
#include <sys/types.h>

#include <api/accounts.hpp>

#include "accounts/account_book.hpp"
#include "accounts/unique_fd.hpp"

namespace langnghe::api {

/// One version of `accounts.json`, read. Immutable.
struct AccountSnapshot {
  AccountBook book;
  TokenIndex tokens;
  std::vector<std::string> untold_in;  ///< ledgers that are still to be told of something
  UniqueFd open_file;   ///< held, so that its inode number cannot be given to a later version
  struct stat stamp{};  ///< all zero = there is no file
};

/// `accounts.json` as this process sees it: the last version, read again when another process
/// replaced it. Changes are made under a lock file that every process takes, on the newest version,
/// and become visible in one rename. Thread-safe.
class AccountFile {
 public:
  using Snapshot = std::shared_ptr<const AccountSnapshot>;
  using Change = std::function<std::expected<void, AccountError>(AccountBook&)>;

  explicit AccountFile(std::filesystem::path path);

  /// The newest version: one stat() when nothing changed. A file that became unreadable leaves the
  /// version before it in force; null if there never was a readable one.
  [[nodiscard]] Snapshot read();
  /// The version that was read last; null before the first.
  [[nodiscard]] Snapshot current() const;

  /// The fault of the newest version, which is then not in force; empty while there is none.
  [[nodiscard]] std::string fault() const;

  /// Writes what `change` leaves, unless it refuses. Never overwrites a file it could not read.
  [[nodiscard]] std::expected<void, AccountError> update(const Change& change);

 private:
  void publish(Snapshot snapshot, std::string fault);

  const std::filesystem::path path_;
  mutable std::shared_mutex mutex_;  ///< guards what follows
  Snapshot snapshot_;
  std::string fault_;
};

}  // namespace langnghe::api
