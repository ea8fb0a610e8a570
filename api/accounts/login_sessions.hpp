#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <domain/time.hpp>

#include "accounts/account_book.hpp"
#include "accounts/secrets.hpp"

namespace langnghe::api {

/// Login sessions of this process, in memory: an idle and an absolute end. Holds the digest of a
/// cookie, not the cookie. Thread-safe.
class LoginSessions {
 public:
  LoginSessions(std::chrono::seconds idle, std::chrono::seconds absolute)
      : idle_(idle), absolute_(absolute) {}

  struct Entry {
    AccountKey key;
    std::string csrf_token;
    /// As it was at sign-in: a new password, also one set by another process, ends the session.
    std::string password_hash;
    domain::Instant began{};
    domain::Instant last_used{};
    std::string address;  ///< it was begun from
    SignInMark previous;  ///< of the sign-in before this one
  };

  void add(std::string_view cookie, Entry entry);
  /// Finding one counts as use of it.
  [[nodiscard]] std::optional<Entry> find(std::string_view cookie, domain::Instant now);
  /// The same without using it.
  [[nodiscard]] std::optional<Entry> look_at(std::string_view cookie, domain::Instant now) const;
  void set_previous(std::string_view cookie, const SignInMark& previous);
  void remove(std::string_view cookie);

  [[nodiscard]] std::vector<Entry> of(const AccountKey& key, domain::Instant now) const;
  void remove_all_of(const AccountKey& key);

 private:
  [[nodiscard]] bool is_over(const Entry& entry, domain::Instant now) const;
  void make_room(const AccountKey& key, domain::Instant now);

  const std::chrono::seconds idle_;
  const std::chrono::seconds absolute_;
  mutable std::mutex mutex_;  ///< guards entries_
  std::unordered_map<Digest, Entry, DigestHash> entries_;
};

}  // namespace langnghe::api
