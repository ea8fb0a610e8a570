#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <backup/backup.hpp>
#include <services/data_directory.hpp>

namespace langnghe::tools {

/// Takes a backup of everything but keys/, and tells on the output how it went. Answers what went
/// wrong, in one line; nothing when all is well.
[[nodiscard]] std::string back_up_to(const eventstore::OpenedStore& opened,
                                     const DataDirectory& data, const std::filesystem::path& to,
                                     eventstore::Vault* vault);

/// The fault and what to do, in the user's language.
[[nodiscard]] std::string to_text(const eventstore::BackupError& error);

/// The request of a command for a backup to the process that serves, which alone may open the
/// database: a file in the data directory, whose owner may read all of it anyway. No port, no
/// signal.
///
///   backup-request   where to; made by the command, in one step
///   backup-taken     the same, renamed by the process that serves
///   backup-answer    "done" or what went wrong
struct BackupRequest {
  std::filesystem::path data;
  [[nodiscard]] std::filesystem::path asked() const { return data / "backup-request"; }
  [[nodiscard]] std::filesystem::path taken() const { return data / "backup-taken"; }
  [[nodiscard]] std::filesystem::path answer() const { return data / "backup-answer"; }
};

/// The fault of the keys of the ledger's residents; empty while each opens. `vault` is null
/// where there is none.
[[nodiscard]] std::string lost_keys(eventstore::LedgerReader& store,
                                    const eventstore::LedgerId& ledger, eventstore::Vault* vault);

}  // namespace langnghe::tools
