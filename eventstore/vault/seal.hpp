#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <vault/secret_key.hpp>
#include <vault/vault.hpp>

namespace langnghe::eventstore {

/// XChaCha20-Poly1305: a random 24-byte nonce, then the ciphertext with its tag. The extended
/// nonce makes random choice safe for any number of messages under one key.
[[nodiscard]] std::string encrypt(const SecretKey& key, std::string_view plain,
                                  std::string_view associated);

/// Nothing when the bytes, the key or the associated data are not those of `encrypt`.
[[nodiscard]] std::optional<std::string> decrypt(const SecretKey& key, std::string_view bytes,
                                                 std::string_view associated);

[[nodiscard]] std::string seal_value(const SecretKey& key, const SealBinding& binding,
                                     std::string_view plain);
[[nodiscard]] std::optional<std::string> open_value(const SecretKey& key,
                                                    const SealBinding& binding,
                                                    std::string_view sealed);

/// BLAKE2b of the purpose, keyed.
[[nodiscard]] SecretKey derive_key(const SecretKey& key, std::string_view purpose);

/// Must have answered true before anything else of the vault is used.
[[nodiscard]] bool start_sodium();

}  // namespace langnghe::eventstore
