#include <sodium.h>

#include <vault/secret_key.hpp>

namespace langnghe::eventstore {

static_assert(kKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

SecretKey::SecretKey(SecretKey&& other) noexcept {
  take(other);
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept {
  if (this != &other) {
    take(other);
  }
  return *this;
}

SecretKey::~SecretKey() {
  sodium_memzero(bytes_.data(), bytes_.size());
}

SecretKey SecretKey::random() {
  SecretKey key;
  randombytes_buf(key.bytes_.data(), key.bytes_.size());
  return key;
}

void SecretKey::take(SecretKey& other) noexcept {
  bytes_ = other.bytes_;
  sodium_memzero(other.bytes_.data(), other.bytes_.size());
}

}  // namespace langnghe::eventstore
