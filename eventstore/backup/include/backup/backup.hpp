#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <ledger/maintenance.hpp>

namespace langnghe::eventstore {

/// Backups of one installation in one folder, made while it is written to. What is in it and why:
/// docs/operations.md, docs/decisions/0009-backup.md. The master key is never in it.

struct BackupError {
  enum class Code {
    busy,         ///< another backup into this folder is under way
    other_vault,  ///< the folder holds the backups of another vault
    not_empty,    ///< a restore goes into an empty or absent folder only
    none,         ///< no such backup, or none that was finished
    damaged,      ///< the backup, or what it holds, is not what was written
    behind_head,  ///< a head is known that this backup does not reach
    unavailable,  ///< a file or the database cannot be read or written
  };
  Code code{};
  std::string what;  ///< for the log; holds no personal data
};

template <class T>
using BackupResult = std::expected<T, BackupError>;

struct BackupOptions {
  std::filesystem::path data;                ///< what the other paths are relative to
  std::filesystem::path vault;               ///< the vault's folder
  std::vector<std::filesystem::path> files;  ///< small files, and folders of them; may be absent
  std::filesystem::path to;
  std::filesystem::path attachments = {};  ///< their folder; may be absent
};

struct BackupMade {
  std::uint32_t number = 0;        ///< 1, 2, 3 …
  std::uint64_t keys = 0;          ///< keys of the vault that the folder now holds
  std::uint64_t destroyed = 0;     ///< of which destroyed: none of its backups opens those again
  std::uint64_t damaged_keys = 0;  ///< key files that are damaged in the vault; not taken over
  std::uint64_t attachments = 0;   ///< files that the folder now holds
  std::uint64_t damaged_attachments = 0;  ///< not the bytes of their name; not taken over
};

/// Takes a backup of a store that may be written to meanwhile and reads it back. Every commit that
/// was acknowledged before the call is in it; every key that its events are sealed under, and every
/// file that they name, too.
[[nodiscard]] BackupResult<BackupMade> back_up(Maintenance& maintenance,
                                               const BackupOptions& options);

struct RestoreOptions {
  std::filesystem::path from;
  std::filesystem::path to;      ///< a data directory that is empty or absent
  std::filesystem::path ledger;  ///< where in it the ledger goes
  std::filesystem::path vault;
  std::optional<std::uint32_t> number;       ///< the newest when there is none
  std::vector<std::filesystem::path> heads;  ///< signed heads (C2SP tlog-checkpoint), each named
                                             ///< after its ledger; the restored one must reach them
  std::filesystem::path tombstones;  ///< a vault's folder: keys that are destroyed there stay so
  bool lose_newer = false;           ///< restores although a newer head is known
  std::filesystem::path attachments = {};  ///< where in it the files go
};

struct Restored {
  std::uint32_t number = 0;
  std::map<std::string, std::uint64_t> ledgers;  ///< with their sizes
  std::uint64_t keys = 0;
  std::uint64_t destroyed = 0;
  std::uint64_t attachments = 0;
};

/// Checks the backup, lays it out beside `to`, scrubs the ledger, compares it with every head that
/// is known, and only then puts it in place in one step.
[[nodiscard]] BackupResult<Restored> restore(const RestoreOptions& options);

/// The content of a vault's folder, seen without a master key.
struct KeyFilesCheck {
  std::uint64_t keys = 0;
  std::uint64_t destroyed = 0;
  std::uint64_t damaged = 0;  ///< neither a key nor a tombstone
};
[[nodiscard]] BackupResult<KeyFilesCheck> check_key_files(const std::filesystem::path& vault);

/// The numbers of the backups in a folder that were finished, in order.
[[nodiscard]] BackupResult<std::vector<std::uint32_t>> list_backups(
    const std::filesystem::path& from);

}  // namespace langnghe::eventstore
