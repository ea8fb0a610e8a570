#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <domain/time.hpp>

#include "accounts/account_book.hpp"
#include "accounts/secrets.hpp"

namespace langnghe::api {

/// A login session, as it is kept: no secret can be read from it.
struct StoredSession {
  AccountKey key;
  /// Digest of the password's hash at the sign-in: a new password, also one set by another
  /// process, ends the session.
  Digest password{};
  domain::Instant began{};
  domain::Instant last_used{};
  std::string address;  ///< it was begun from
  SignInMark previous;  ///< of the sign-in before this one
};

/// By the digest of the cookie: the content of `sessions.json`.
using SessionBook = std::unordered_map<Digest, StoredSession, DigestHash>;

/// The text of `sessions.json`, and back; nothing for a text that is not one.
[[nodiscard]] std::string to_json(const SessionBook& book);
[[nodiscard]] std::optional<SessionBook> sessions_from_json(std::string_view text);

}  // namespace langnghe::api
