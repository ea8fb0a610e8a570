#include "accounts/secrets.hpp"

#include <cstring>

#include <sodium.h>

#include <ledger/verify.hpp>

namespace langnghe::api {
namespace {

/// Before any other call of libsodium.
void ensure_sodium() {
  static const bool is_ready = sodium_init() >= 0;
  VERIFY(is_ready);
}

constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string encode(const std::uint8_t* bytes, std::size_t size) {
  std::string text(sodium_base64_ENCODED_LEN(size, kBase64), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, size, kBase64);
  text.pop_back();  // the final zero
  return text;
}

}  // namespace

std::size_t DigestHash::operator()(const Digest& digest) const {
  std::size_t head = 0;  // the digest is uniform: any of its bytes are a good hash
  std::memcpy(&head, digest.data(), sizeof head);
  return head;
}

Digest digest_of(std::string_view secret) {
  ensure_sodium();
  Digest digest{};
  crypto_generichash(digest.data(), digest.size(),
                     reinterpret_cast<const unsigned char*>(secret.data()), secret.size(), nullptr,
                     0);
  return digest;
}

std::string random_bytes(std::size_t count) {
  ensure_sodium();
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string random_secret() {
  ensure_sodium();
  std::array<std::uint8_t, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return encode(bytes.data(), bytes.size());
}

std::string csrf_token_of(std::string_view cookie) {
  return to_base64url(digest_of("csrf token\n" + std::string(cookie)));
}

std::string to_base64url(const Digest& digest) {
  return encode(digest.data(), digest.size());
}

bool from_base64url(std::string_view text, Digest& digest) {
  std::size_t size = 0;
  const char* end = nullptr;
  return sodium_base642bin(digest.data(), digest.size(), text.data(), text.size(), nullptr, &size,
                           &end, kBase64) == 0 &&
         size == digest.size() && end == text.data() + text.size();
}

std::string hash_password(std::string_view password) {
  ensure_sodium();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const int failed = crypto_pwhash_str_alg(
      text.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
      crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
  return failed != 0 ? std::string() : std::string(text.data());
}

bool verify_password(const std::string& hash, std::string_view password) {
  ensure_sodium();
  // libsodium reads the whole array, whatever the length of the text in it.
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (hash.empty() || hash.size() >= text.size()) {
    return false;
  }
  std::memcpy(text.data(), hash.data(), hash.size());
  return crypto_pwhash_str_verify(text.data(), password.data(), password.size()) == 0;
}

}  // namespace langnghe::api
