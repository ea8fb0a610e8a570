#include "seal.hpp"

#include <cstddef>
#include <cstdint>

#include <sodium.h>

namespace langnghe::eventstore {
namespace {

constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

void append_with_length(std::string& out, std::string_view part) {
  const std::uint64_t length = part.size();
  for (int shift = 56; shift >= 0; shift -= 8) {
    out += static_cast<char>((length >> shift) & 0xFF);
  }
  out += part;
}

// Each part with its length in front, so that no two bindings give the same bytes.
std::string associated_data(const SealBinding& binding) {
  std::string bytes = "langnghe seal 1";
  append_with_length(bytes, binding.ledger.value);
  append_with_length(bytes, binding.stream.value);
  append_with_length(bytes, binding.field);
  return bytes;
}

std::string to_base64url(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), kBase64);
  text.pop_back();  // libsodium ends the text with a NUL
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t length = 0;
  if (sodium_base642bin(bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &length,
                        nullptr, kBase64) != 0) {
    return std::nullopt;
  }
  bytes.resize(length);
  return bytes;
}

}  // namespace

std::string encrypt(const SecretKey& key, std::string_view plain, std::string_view associated) {
  std::string out(kNonceBytes + plain.size() + kTagBytes, '\0');
  unsigned char* const nonce = bytes_of(out);
  randombytes_buf(nonce, kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonceBytes, nullptr, bytes_of(plain),
                                             plain.size(), bytes_of(associated), associated.size(),
                                             nullptr, nonce, key.data());
  return out;
}

std::optional<std::string> decrypt(const SecretKey& key, std::string_view bytes,
                                   std::string_view associated) {
  if (bytes.size() < kNonceBytes + kTagBytes) {
    return std::nullopt;
  }
  const std::string_view sealed = bytes.substr(kNonceBytes);
  std::string plain(sealed.size() - kTagBytes, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          bytes_of(plain), nullptr, nullptr, bytes_of(sealed), sealed.size(), bytes_of(associated),
          associated.size(), bytes_of(bytes), key.data()) != 0) {
    return std::nullopt;
  }
  return plain;
}

std::string seal_value(const SecretKey& key, const SealBinding& binding, std::string_view plain) {
  return to_base64url(encrypt(key, plain, associated_data(binding)));
}

std::optional<std::string> open_value(const SecretKey& key, const SealBinding& binding,
                                      std::string_view sealed) {
  const auto bytes = from_base64url(sealed);
  return bytes ? decrypt(key, *bytes, associated_data(binding)) : std::nullopt;
}

SecretKey derive_key(const SecretKey& key, std::string_view purpose) {
  std::string message = "langnghe derive 1";
  append_with_length(message, purpose);
  SecretKey derived;
  crypto_generichash(derived.data(), kKeyBytes, bytes_of(std::string_view(message)), message.size(),
                     key.data(), kKeyBytes);
  return derived;
}

bool start_sodium() {
  return sodium_init() >= 0;
}

}  // namespace langnghe::eventstore
