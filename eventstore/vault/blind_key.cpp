#include <array>

#include <sodium.h>

#include <ledger/verify.hpp>
#include <vault/blind_key.hpp>

namespace langnghe::eventstore {
namespace {

static_assert(kKeyBytes == crypto_kdf_KEYBYTES);
static_assert(kKeyBytes >= crypto_generichash_KEYBYTES_MIN &&
              kKeyBytes <= crypto_generichash_KEYBYTES_MAX);

constexpr std::array<char, crypto_kdf_CONTEXTBYTES> kContext{'l', 'n', 'b', 'l',
                                                             'i', 'n', 'd', '1'};
constexpr std::size_t kMarkBytes = 16;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

BlindKey::BlindKey(const SecretKey& master, const LedgerId& ledger) {
  SecretKey of_all;
  VERIFY(crypto_kdf_derive_from_key(of_all.data(), kKeyBytes, 1, kContext.data(), master.data()) ==
         0);
  VERIFY(crypto_generichash(key_.data(), kKeyBytes, bytes_of(ledger.value), ledger.value.size(),
                            of_all.data(), kKeyBytes) == 0);
}

std::string BlindKey::mark(std::string_view kind, std::string_view word) const {
  const auto marked = std::string(kind) + '\n' + std::string(word);
  std::array<unsigned char, kMarkBytes> hash{};
  VERIFY(crypto_generichash(hash.data(), hash.size(), bytes_of(marked), marked.size(), key_.data(),
                            kKeyBytes) == 0);
  std::array<char, 2 * kMarkBytes + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

}  // namespace langnghe::eventstore
