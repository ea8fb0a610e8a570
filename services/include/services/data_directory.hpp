#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ledger/maintenance.hpp>
#include <projections/views.hpp>
#include <vault/vault.hpp>

namespace langnghe::tools {

/// The layout of one installation. Nothing outside this folder is written.
///
///   ledger/       the events (RocksDB): back this up
///   imports/      a long list while it is taken over; else empty
///   vault/        one key per resident, wrapped: back this up apart from the ledger
///   files/        scans and recordings, by the hash of their bytes: back this up
///   keys/         the master key, unless it is given by file or environment, the key that signs
///                 heads, and the notes of its changes: guard this
///   views/        may be deleted while nothing runs
///   search/       the words of issues, marks of people; may be deleted while nothing runs
///   proof/        hashes of the ledgers' trees; may be deleted while nothing runs
///   anchor/       the last signed head of each ledger, and what witnesses signed: keep a copy
///                 outside of this machine
///   accounts.json hashes of passwords and tokens
///   sessions.json digests of the cookies of who is signed in; may be deleted while nothing runs
///   clock.txt     what the machine's clock was last seen to say
struct DataDirectory {
  std::filesystem::path root;

  [[nodiscard]] std::filesystem::path ledger() const { return root / "ledger"; }
  [[nodiscard]] std::filesystem::path vault() const { return root / "vault"; }
  [[nodiscard]] std::filesystem::path files() const { return root / "files"; }
  [[nodiscard]] std::filesystem::path imports() const { return root / "imports"; }
  [[nodiscard]] std::filesystem::path views() const { return root / "views"; }
  [[nodiscard]] std::filesystem::path search() const { return root / "search"; }
  [[nodiscard]] std::filesystem::path proof() const { return root / "proof"; }
  /// There is such a file once a ledger was found to differ while it was served.
  [[nodiscard]] std::filesystem::path found_differing() const { return proof() / "differs.txt"; }
  [[nodiscard]] std::filesystem::path anchor() const { return root / "anchor"; }
  [[nodiscard]] std::filesystem::path keys() const { return root / "keys"; }
  [[nodiscard]] std::filesystem::path signing_key() const { return root / "keys" / "log.key"; }
  [[nodiscard]] std::filesystem::path accounts() const { return root / "accounts.json"; }
  [[nodiscard]] std::filesystem::path sessions() const { return root / "sessions.json"; }
  [[nodiscard]] std::filesystem::path default_master() const {
    return root / "keys" / "master.key";
  }
};

/// Makes the folder (mode 0700) where it is absent. Throws std::runtime_error with what to do.
void make_private(const std::filesystem::path& directory);

// Each opens or throws std::runtime_error with a reason and what to do.

/// A ledger that is there: a path typed wrongly makes nothing. For writing it first ends an import
/// that was cut off; for reading it refuses while one is under way.
[[nodiscard]] eventstore::OpenedStore open_store(const DataDirectory& data, bool read_only);
/// The same for writing, and makes what is absent: where a ward or the demonstration begins. Below
/// `disk_reserve_bytes` of free space the ledger takes nothing (RocksDbOptions).
[[nodiscard]] eventstore::OpenedStore make_store(const DataDirectory& data,
                                                 std::uint64_t disk_reserve_bytes = 0);
/// Throws where there is no ledger.
void require_ledger(const DataDirectory& data);
/// All ledgers, or the one named; throws where there is none, or none of that name.
[[nodiscard]] std::vector<eventstore::LedgerId> chosen_ledgers(eventstore::LedgerReader& store,
                                                               const std::string& named);
/// `master_file` empty = LANGNGHE_MASTER_KEY from the environment, else keys/master.key, made with
/// mode 0600 when it and the vault are absent.
[[nodiscard]] std::unique_ptr<eventstore::Vault> open_vault(const DataDirectory& data,
                                                            const std::string& master_file);
/// The vault as it is, to look at: makes no key. Null where it is not there; what is wrong with
/// it, or with the master key, is said on standard error.
[[nodiscard]] std::unique_ptr<eventstore::Vault> open_vault_to_check(
    const DataDirectory& data, const std::string& master_file);
/// The paths of the vault and the master key that `open_vault` uses; makes nothing.
[[nodiscard]] eventstore::FileVaultOptions vault_options(const DataDirectory& data,
                                                         const std::string& master_file);
/// `keeps_old`: as in ViewsOptions, for a program that serves.
[[nodiscard]] std::unique_ptr<projections::Views> open_views(eventstore::LedgerReader& store,
                                                             const DataDirectory& data,
                                                             bool keeps_old = false);

/// The ledger named, or the only one there is; throws when that is not clear.
[[nodiscard]] eventstore::LedgerId choose_ledger(eventstore::LedgerReader& store,
                                                 const std::string& named);

}  // namespace langnghe::tools
