#include "accounts/account_book.hpp"

namespace langnghe::api {

TokenIndex index_tokens(const AccountBook& book) {
  TokenIndex index;
  for (const auto& [key, account] : book) {
    for (const auto& token : account.tokens) {
      index.emplace(token.digest, TokenOwner{key, token.expires});
    }
  }
  return index;
}

}  // namespace langnghe::api
