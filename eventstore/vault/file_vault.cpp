#include <algorithm>
#include <mutex>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <utility>

#include <files/durable_file.hpp>
#include <vault/key_file.hpp>
#include <vault/vault.hpp>

#include "key_wrap.hpp"
#include "master_key.hpp"
#include "rotation_folder.hpp"
#include "seal.hpp"

namespace langnghe::eventstore {
namespace {

VaultError error(VaultErrorCode code, std::string context) {
  return {code, std::move(context)};
}

VaultError unavailable(std::string_view what, const std::error_code& fault) {
  return error(VaultErrorCode::unavailable, std::string(what) + ": " + fault.message());
}

VaultError of_check(const VaultError& fault) {
  return fault.code == VaultErrorCode::bad_master
             ? error(fault.code,
                     "the vault is under another master key; was the key changed since?")
             : fault;
}

class FileVault final : public Vault {
 public:
  FileVault(std::filesystem::path directory, SecretKey master)
      : directory_(std::move(directory)), master_(std::move(master)) {}

  std::expected<void, VaultError> check_master() {
    const auto path = directory_ / kMasterCheckFile;
    const auto content = read_small_file(path, kKeyFileBytes);
    if (!content) {
      return std::unexpected(unavailable("the master check cannot be read", content.error()));
    }
    if (*content) {
      const auto opened = unwrap(master_, **content, place_of_master_check());
      return opened ? std::expected<void, VaultError>{} : std::unexpected(of_check(opened.error()));
    }
    if (has_keys()) {
      return std::unexpected(
          error(VaultErrorCode::bad_master, "there are keys but the master check is missing"));
    }
    const auto made =
        create_file(path, wrap(master_, SecretKey::random(), place_of_master_check()));
    if (!made) {
      return std::unexpected(unavailable("the master check cannot be written", made.error()));
    }
    return {};
  }

  std::expected<void, VaultError> create_key(std::string_view subject) override {
    // Shared: keys of several people are made at once, and a file is put in its place by one
    // rename.
    const std::shared_lock lock(mutex_);
    const auto path = path_of(subject);
    const auto present = load(subject);
    if (present) {
      return sync_entries(path);
    }
    if (present.error().code != VaultErrorCode::no_key) {
      return std::unexpected(present.error());
    }
    if (const auto fault = make_directories(path.parent_path())) {
      return std::unexpected(unavailable("a key folder cannot be made", fault));
    }
    // Another process may have been first; then its key stands.
    const auto made = create_file(path, wrap(master_, SecretKey::random(), place_of(subject)));
    if (!made) {
      return std::unexpected(unavailable("a key cannot be written", made.error()));
    }
    return *made ? sync_folder_of(path) : sync_entries(path);
  }

  std::expected<std::string, VaultError> seal(std::string_view subject, const SealBinding& binding,
                                              std::string_view plain) override {
    const std::shared_lock lock(mutex_);
    const auto key = load(subject);
    if (!key) {
      return std::unexpected(key.error());
    }
    return seal_value(*key, binding, plain);
  }

  std::expected<std::string, VaultError> open(std::string_view subject, const SealBinding& binding,
                                              std::string_view sealed) override {
    const std::shared_lock lock(mutex_);
    const auto key = load(subject);
    if (!key) {
      return std::unexpected(key.error());
    }
    auto plain = open_value(*key, binding, sealed);
    if (!plain) {
      return std::unexpected(error(VaultErrorCode::not_authentic, "the seal does not open"));
    }
    return std::move(*plain);
  }

  std::expected<SecretKey, VaultError> derive(std::string_view subject,
                                              std::string_view purpose) override {
    const std::shared_lock lock(mutex_);
    const auto key = load(subject);
    if (!key) {
      return std::unexpected(key.error());
    }
    return derive_key(*key, purpose);
  }

  std::expected<void, VaultError> destroy_key(std::string_view subject) override {
    const std::unique_lock lock(mutex_);
    const auto path = path_of(subject);
    const auto content = read_small_file(path, kKeyFileBytes);
    if (!content) {
      return std::unexpected(unavailable("a key cannot be read", content.error()));
    }
    if (!*content) {
      return std::unexpected(error(VaultErrorCode::no_key, "no key was made"));
    }
    if (const auto fault = bury(path)) {
      return std::unexpected(unavailable("a key cannot be destroyed", fault));
    }
    return {};
  }

  BlindKey blind_key(const LedgerId& ledger) const override { return {master_, ledger}; }

 private:
  [[nodiscard]] std::filesystem::path path_of(std::string_view subject) const {
    const std::string name = hex_name(subject);
    return directory_ / name.substr(0, 2) / name.substr(2);
  }

  // The maker of the key may have been killed before its entry was on the disk, and a key that
  // something is sealed under must not vanish.
  [[nodiscard]] std::expected<void, VaultError> sync_entries(const std::filesystem::path& path) {
    if (const auto fault = sync_directory(path.parent_path())) {
      return std::unexpected(unavailable("a key folder cannot be synced", fault));
    }
    return sync_folder_of(path);
  }

  // The same of the folder itself, whose maker may have been killed too: once in the life of this
  // process, because a folder of keys is never removed.
  [[nodiscard]] std::expected<void, VaultError> sync_folder_of(const std::filesystem::path& path) {
    const auto folder = path.parent_path().filename().string();
    {
      const std::lock_guard lock(folders_mutex_);
      if (folders_.contains(folder)) {
        return {};
      }
    }
    if (const auto fault = sync_directory(directory_)) {
      return std::unexpected(unavailable("a key folder cannot be synced", fault));
    }
    const std::lock_guard lock(folders_mutex_);
    folders_.insert(folder);
    return {};
  }

  [[nodiscard]] bool has_keys() const {
    std::error_code fault;
    std::filesystem::directory_iterator entries(directory_, fault);
    return !fault &&
           std::ranges::any_of(std::filesystem::begin(entries), std::filesystem::end(entries),
                               [](const auto& entry) { return entry.is_directory(); });
  }

  // Read from the disk each time, so that no copy of a key outlives its destruction.
  [[nodiscard]] std::expected<SecretKey, VaultError> load(std::string_view subject) const {
    const auto content = read_small_file(path_of(subject), kKeyFileBytes);
    if (!content) {
      return std::unexpected(unavailable("a key cannot be read", content.error()));
    }
    if (!*content) {
      return std::unexpected(error(VaultErrorCode::no_key, "no key was made"));
    }
    if ((*content)->starts_with(kTombstoneMark)) {
      return std::unexpected(error(VaultErrorCode::key_destroyed, "the key was destroyed"));
    }
    return unwrap(master_, **content, place_of(subject));
  }

  const std::filesystem::path directory_;
  const SecretKey master_;
  std::shared_mutex mutex_;  // guards the key files: shared to read or make, alone to destroy
  std::mutex folders_mutex_;
  std::set<std::string> folders_;  // guarded by folders_mutex_: their entries are on the disk
};

}  // namespace

std::expected<std::unique_ptr<Vault>, VaultError> open_file_vault(const FileVaultOptions& options) {
  if (!start_sodium()) {
    return std::unexpected(error(VaultErrorCode::unavailable, "libsodium does not start"));
  }
  if (const auto fault = make_directories(options.directory)) {
    return std::unexpected(unavailable("the vault's folder cannot be made", fault));
  }
  if (const auto fault = clear_rotation_folder(options.directory)) {
    return std::unexpected(unavailable("a key change that was cut off cannot be ended", fault));
  }
  auto master = load_master_key(options);
  if (!master) {
    return std::unexpected(master.error());
  }
  auto vault = std::make_unique<FileVault>(options.directory, std::move(*master));
  if (auto checked = vault->check_master(); !checked) {
    return std::unexpected(checked.error());
  }
  return vault;
}

}  // namespace langnghe::eventstore
