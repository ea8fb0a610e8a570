#include "rows/sha256.hpp"

#include <array>
#include <new>

#include <sodium/crypto_hash_sha256.h>

#include "rows/keys.hpp"

namespace langnghe::projections {
namespace {

static_assert(sizeof(crypto_hash_sha256_state) <= 128);
static_assert(alignof(crypto_hash_sha256_state) <= 8);

const unsigned char* unsigned_bytes(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string to_hex(const std::array<unsigned char, crypto_hash_sha256_BYTES>& digest) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0x0f];
  }
  return text;
}

}  // namespace

Sha256::Sha256() {
  crypto_hash_sha256_init(new (state_.bytes) crypto_hash_sha256_state);
}

void Sha256::add(std::string_view bytes) {
  auto* state = std::launder(reinterpret_cast<crypto_hash_sha256_state*>(state_.bytes));
  crypto_hash_sha256_update(state, unsigned_bytes(bytes), bytes.size());
}

void Sha256::add_part(std::string_view bytes) {
  add(be64(bytes.size()));
  add(bytes);
}

std::string Sha256::hex() {
  auto* state = std::launder(reinterpret_cast<crypto_hash_sha256_state*>(state_.bytes));
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256_final(state, digest.data());
  return to_hex(digest);
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

}  // namespace langnghe::projections
