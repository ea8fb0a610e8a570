#pragma once

#include <expected>

#include <vault/secret_key.hpp>
#include <vault/vault.hpp>

namespace langnghe::eventstore {

/// The key that wraps all others: from the options' hex digits, else from the file, which is made
/// if it is absent and the options say so.
[[nodiscard]] std::expected<SecretKey, VaultError> load_master_key(const FileVaultOptions& options);

}  // namespace langnghe::eventstore
