#pragma once

#include <array>
#include <string>
#include <string_view>

#include <sodium.h>

namespace langnghe::eventstore {

/// SHA-256 of bytes that come piece by piece.
class RunningHash {
 public:
  using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

  RunningHash() { crypto_hash_sha256_init(&state_); }

  void add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
  }
  /// Once, at the end.
  [[nodiscard]] Digest digest() {
    Digest digest{};
    crypto_hash_sha256_final(&state_, digest.data());
    return digest;
  }
  [[nodiscard]] std::string hex() {
    const Digest bytes = digest();
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
  }

 private:
  crypto_hash_sha256_state state_{};
};

}  // namespace langnghe::eventstore
