#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <api/accounts.hpp>
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
  std::optional<domain::Instant> last_used{};
};

/// A browser that signed in to the account before.
struct StoredDevice {
  Digest digest{};
  domain::Instant last_used{};
};

struct StoredLink {
  Digest digest{};
  domain::Instant expires{};
};

/// The secret that a person's device shares, and what is left of the codes for its loss. The
/// secret cannot be kept as a digest: the server makes the same codes of it.
struct StoredSecondFactor {
  std::string secret;
  domain::Instant since{};
  std::uint64_t last_step = 0;  ///< of the code that was used last: no code twice
  std::vector<Digest> recovery;
};

/// The ledger position up to which the account has been told its news.
struct SignInMark {
  domain::Instant at{};
  std::uint64_t ledger_size = 0;
};

struct Account {
  std::string password_hash;  ///< empty = signs in by token only
  std::vector<StoredToken> tokens;
  std::vector<StoredDevice> devices;
  std::optional<StoredLink> link;
  std::optional<StoredSecondFactor> second_factor;
  std::optional<SignInMark> last_sign_in;
  std::vector<Accounts::SavedView> views;
  std::vector<AccountAct> untold;  ///< what the ledger does not hold yet
};

/// The content of `accounts.json`.
using AccountBook = std::map<AccountKey, Account>;

/// The text of `accounts.json`, and back; nothing for a text that is not one.
[[nodiscard]] std::string to_json(const AccountBook& book);
[[nodiscard]] std::optional<AccountBook> book_from_json(std::string_view text);

struct TokenOwner {
  AccountKey key;
  domain::Instant expires{};
  std::optional<domain::Instant> last_used;
};
using TokenIndex = std::unordered_map<Digest, TokenOwner, DigestHash>;

[[nodiscard]] TokenIndex index_tokens(const AccountBook& book);

/// A token's name in lists: it is found by it, and nothing follows from it.
[[nodiscard]] std::string public_id(const Digest& digest);

}  // namespace langnghe::api
