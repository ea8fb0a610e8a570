#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <domain/time.hpp>

#include "accounts/secrets.hpp"

namespace langnghe::api {

struct AccountKey {
  std::string ledger;
  std::string user;
  auto operator<=>(const AccountKey&) const = default;
};

struct StoredToken {
  Digest digest{};
  std::string label;
  domain::Instant made{};
  domain::Instant expires{};
};

struct Account {
  std::string password_hash;  ///< empty = signs in by token only
  std::vector<StoredToken> tokens;
};

/// What `accounts.json` holds.
using AccountBook = std::map<AccountKey, Account>;

/// The text of `accounts.json`, and back; nothing for a text that is not one.
[[nodiscard]] std::string to_json(const AccountBook& book);
[[nodiscard]] std::optional<AccountBook> book_from_json(std::string_view text);

struct TokenOwner {
  AccountKey key;
  domain::Instant expires{};
};
using TokenIndex = std::unordered_map<Digest, TokenOwner, DigestHash>;

[[nodiscard]] TokenIndex index_tokens(const AccountBook& book);

}  // namespace langnghe::api
