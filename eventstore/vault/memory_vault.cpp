#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include <ledger/verify.hpp>
#include <vault/vault.hpp>

#include "seal.hpp"

namespace langnghe::eventstore {
namespace {

class MemoryVault final : public Vault {
 public:
  explicit MemoryVault(SecretKey master) : master_(std::move(master)) {}

  std::expected<void, VaultError> create_key(std::string_view subject) override {
    const std::lock_guard lock(mutex_);
    const auto found = keys_.find(subject);
    if (found == keys_.end()) {
      keys_.emplace(subject, SecretKey::random());
    } else if (!found->second) {
      return std::unexpected(destroyed());
    }
    return {};
  }

  std::expected<std::string, VaultError> seal(std::string_view subject, const SealBinding& binding,
                                              std::string_view plain) override {
    const std::lock_guard lock(mutex_);
    const auto key = key_of(subject);
    if (!key) {
      return std::unexpected(key.error());
    }
    return seal_value(**key, binding, plain);
  }

  std::expected<std::string, VaultError> open(std::string_view subject, const SealBinding& binding,
                                              std::string_view sealed) override {
    const std::lock_guard lock(mutex_);
    const auto key = key_of(subject);
    if (!key) {
      return std::unexpected(key.error());
    }
    auto plain = open_value(**key, binding, sealed);
    if (!plain) {
      return std::unexpected(VaultError{VaultErrorCode::not_authentic, "the seal does not open"});
    }
    return std::move(*plain);
  }

  std::expected<SecretKey, VaultError> derive(std::string_view subject,
                                              std::string_view purpose) override {
    const std::lock_guard lock(mutex_);
    const auto key = key_of(subject);
    if (!key) {
      return std::unexpected(key.error());
    }
    return derive_key(**key, purpose);
  }

  std::expected<void, VaultError> destroy_key(std::string_view subject) override {
    const std::lock_guard lock(mutex_);
    const auto found = keys_.find(subject);
    if (found == keys_.end()) {
      return std::unexpected(no_key());
    }
    found->second.reset();
    return {};
  }

  BlindKey blind_key(const LedgerId& ledger) const override { return {master_, ledger}; }

 private:
  static VaultError no_key() { return {VaultErrorCode::no_key, "no key was made"}; }
  static VaultError destroyed() { return {VaultErrorCode::key_destroyed, "the key was destroyed"}; }

  std::expected<const SecretKey*, VaultError> key_of(std::string_view subject) const {
    const auto found = keys_.find(subject);
    if (found == keys_.end()) {
      return std::unexpected(no_key());
    }
    if (!found->second) {
      return std::unexpected(destroyed());
    }
    return &*found->second;
  }

  const SecretKey master_;
  std::mutex mutex_;                                                   // guards keys_
  std::map<std::string, std::optional<SecretKey>, std::less<>> keys_;  // nothing = destroyed
};

}  // namespace

std::unique_ptr<Vault> make_memory_vault() {
  VERIFY(start_sodium());
  return std::make_unique<MemoryVault>(SecretKey::random());
}

}  // namespace langnghe::eventstore
