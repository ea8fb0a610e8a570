#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <ledger/types.hpp>
#include <vault/blind_key.hpp>
#include <vault/secret_key.hpp>

namespace langnghe::eventstore {

/// The place of a sealed value. A ciphertext moved to another place does not open.
struct SealBinding {
  LedgerId ledger;
  StreamName stream;
  std::string field;
};

enum class VaultErrorCode {
  no_key,         ///< no key was ever made for this subject
  key_destroyed,  ///< the key was destroyed: nobody can open this any more
  not_authentic,  ///< changed, moved, or sealed under another key
  unavailable,    ///< the key could not be read or written
  bad_master,     ///< the master key is missing, malformed, or not the one these keys are under
};

struct VaultError {
  VaultErrorCode code{};
  std::string context;  ///< for the log; holds no key and no personal data
};

/// The subject a person's key is kept under. Wards name their residents without knowing of each
/// other: the same name in two ledgers is two people, and an erasure is of one.
[[nodiscard]] inline std::string key_subject(const LedgerId& ledger, std::string_view person) {
  return ledger.value + '/' + std::string(person);
}

/// One random key per subject, wrapped by a master key, kept beside the ledger and never in it.
/// Sealing is XChaCha20-Poly1305 (libsodium). Thread-safe.
class Vault {
 public:
  Vault() = default;
  Vault(const Vault&) = delete;
  Vault& operator=(const Vault&) = delete;
  virtual ~Vault() = default;

  /// Makes and durably stores a key for the subject; does nothing if there is one. Fails with
  /// `key_destroyed` for a subject whose key was destroyed.
  [[nodiscard]] virtual std::expected<void, VaultError> create_key(std::string_view subject) = 0;

  /// Ciphertext as base64url without padding (nonce first).
  [[nodiscard]] virtual std::expected<std::string, VaultError> seal(std::string_view subject,
                                                                    const SealBinding& binding,
                                                                    std::string_view plain) = 0;
  [[nodiscard]] virtual std::expected<std::string, VaultError> open(std::string_view subject,
                                                                    const SealBinding& binding,
                                                                    std::string_view sealed) = 0;

  /// A key that follows from the subject's own, the same each time and another for each purpose:
  /// for what has to be found again, as a code or an index. It tells nothing of the subject's key.
  [[nodiscard]] virtual std::expected<SecretKey, VaultError> derive(std::string_view subject,
                                                                    std::string_view purpose) = 0;

  /// Overwrites and removes the key; leaves a tombstone. For ever.
  [[nodiscard]] virtual std::expected<void, VaultError> destroy_key(std::string_view subject) = 0;

  /// The key for an index in which people are found without their words standing in it.
  [[nodiscard]] virtual BlindKey blind_key(const LedgerId& ledger) const = 0;
};

/// A vault whose keys live in memory: for tests.
[[nodiscard]] std::unique_ptr<Vault> make_memory_vault();

struct FileVaultOptions {
  std::filesystem::path directory;    ///< one small file per subject, mode 0600, in 256 folders
  std::filesystem::path master_file;  ///< 64 hex digits; made (0600) if absent and `create_master`
  std::string master_hex;             ///< takes precedence over the file (from the environment)
  bool create_master = false;
};

[[nodiscard]] std::expected<std::unique_ptr<Vault>, VaultError> open_file_vault(
    const FileVaultOptions& options);

/// A new master key for a whole vault.
struct MasterRotation {
  FileVaultOptions vault;          ///< with the present master key
  std::filesystem::path new_file;  ///< 64 hex digits; made (0600) with a random key if absent
  /// The path of the present key when programs find it there by themselves: the new one takes its
  /// place. Empty: the operator tells the programs where the new key is.
  std::filesystem::path in_place_of{};
  /// All subjects there may be; asked only where key files of the first form are met, which are
  /// bound to their subjects.
  std::function<std::vector<std::string>()> subjects{};
};

struct RotatedKeys {
  std::uint64_t renewed = 0;
  std::uint64_t destroyed = 0;  ///< tombstones, carried over
  std::uint64_t left = 0;       ///< could not be opened before either; carried over as they were
};

/// Wraps every key anew in a folder beside the vault, and lets the two change places in one step;
/// then writes over and removes the old ones. While nothing else uses the vault. Killed at any
/// point it leaves the vault under one of the two keys as a whole: done again, it ends what was
/// begun.
[[nodiscard]] std::expected<RotatedKeys, VaultError> rotate_master_key(
    const MasterRotation& rotation);

/// Puts the new key of a change that was cut off in its place, or forgets it where the vault is
/// still under the present one. Before a vault is opened with a key that `in_place_of` named.
[[nodiscard]] std::expected<void, VaultError> finish_master_rotation(
    const std::filesystem::path& vault, const std::filesystem::path& master_file);

}  // namespace langnghe::eventstore
