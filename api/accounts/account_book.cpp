#include "accounts/account_book.hpp"

#include <array>

namespace langnghe::api {

TokenIndex index_tokens(const AccountBook& book) {
  TokenIndex index;
  for (const auto& [key, account] : book) {
    for (const auto& token : account.tokens) {
      index.emplace(token.digest, TokenOwner{key, token.expires, token.last_used});
    }
  }
  return index;
}

std::string public_id(const Digest& digest) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::size_t kBytes = 8;
  // A digest of the digest: what is shown is no part of what is compared.
  const Digest shown = digest_of({reinterpret_cast<const char*>(digest.data()), digest.size()});
  std::string text;
  for (std::size_t i = 0; i < kBytes; ++i) {
    text += kHex[shown[i] >> 4U];
    text += kHex[shown[i] & 15U];
  }
  return text;
}

}  // namespace langnghe::api
