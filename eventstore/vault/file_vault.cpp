#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <utility>

#include <sodium.h>

#include <eventstore/vault.hpp>

#include "vault/durable_file.hpp"
#include "vault/key_file.hpp"
#include "vault/master_key.hpp"
#include "vault/seal.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::string_view kCheckSubject = "langnghe master check";

VaultError error(VaultErrorCode code, std::string context) {
  return {code, std::move(context)};
}

VaultError unavailable(std::string_view what, const std::error_code& fault) {
  return error(VaultErrorCode::unavailable, std::string(what) + ": " + fault.message());
}

// Names of files tell nothing about their subjects, and any text is a subject.
std::string hex_name(std::string_view subject) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(),
                     reinterpret_cast<const unsigned char*>(subject.data()), subject.size(),
                     nullptr, 0);
  std::string name(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(name.data(), name.size(), hash.data(), hash.size());
  name.pop_back();
  return name;
}

std::string wrap(const SecretKey& master, const SecretKey& key, std::string_view subject) {
  const std::string_view plain(reinterpret_cast<const char*>(key.data()), kKeyBytes);
  return std::string(kKeyMark) + encrypt(master, plain, subject);
}

std::expected<SecretKey, VaultError> unwrap(const SecretKey& master, std::string_view file,
                                            std::string_view subject) {
  if (file.size() != kKeyFileBytes || !file.starts_with(kKeyMark)) {
    return std::unexpected(error(VaultErrorCode::unavailable, "a key file is damaged"));
  }
  auto plain = decrypt(master, file.substr(kMarkBytes), subject);
  if (!plain || plain->size() != kKeyBytes) {
    return std::unexpected(
        error(VaultErrorCode::bad_master, "a key does not open under this master key"));
  }
  SecretKey key;
  std::copy(plain->begin(), plain->end(), key.data());
  sodium_memzero(plain->data(), plain->size());
  return key;
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
      const auto opened = unwrap(master_, **content, kCheckSubject);
      return opened ? std::expected<void, VaultError>{} : std::unexpected(opened.error());
    }
    if (has_keys()) {
      return std::unexpected(
          error(VaultErrorCode::bad_master, "there are keys but the master check is missing"));
    }
    const auto made = create_file(path, wrap(master_, SecretKey::random(), kCheckSubject));
    if (!made) {
      return std::unexpected(unavailable("the master check cannot be written", made.error()));
    }
    return {};
  }

  std::expected<void, VaultError> create_key(std::string_view subject) override {
    const std::unique_lock lock(mutex_);
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
    const auto made = create_file(path, wrap(master_, SecretKey::random(), subject));
    if (!made) {
      return std::unexpected(unavailable("a key cannot be written", made.error()));
    }
    return sync_entries(path);
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

 private:
  [[nodiscard]] std::filesystem::path path_of(std::string_view subject) const {
    const std::string name = hex_name(subject);
    return directory_ / name.substr(0, 2) / name.substr(2);
  }

  // Whoever made the key may have been killed before its entry was on the disk, and a key that
  // something is sealed under must not vanish.
  [[nodiscard]] std::expected<void, VaultError> sync_entries(
      const std::filesystem::path& path) const {
    for (const auto& folder : {path.parent_path(), directory_}) {
      if (const auto fault = sync_directory(folder)) {
        return std::unexpected(unavailable("a key folder cannot be synced", fault));
      }
    }
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
    return unwrap(master_, **content, subject);
  }

  const std::filesystem::path directory_;
  const SecretKey master_;
  std::shared_mutex mutex_;  // guards the key files: shared to read, alone to make or destroy
};

}  // namespace

std::expected<std::unique_ptr<Vault>, VaultError> open_file_vault(const FileVaultOptions& options) {
  if (!start_sodium()) {
    return std::unexpected(error(VaultErrorCode::unavailable, "libsodium does not start"));
  }
  if (const auto fault = make_directories(options.directory)) {
    return std::unexpected(unavailable("the vault's folder cannot be made", fault));
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
