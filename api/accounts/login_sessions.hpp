#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <domain/time.hpp>

#include "accounts/session_book.hpp"

namespace langnghe::api {

/// Login sessions: an idle and an absolute end. In memory, and those that were kept in
/// `sessions.json` too (mode 0600, replaced whole), so that a restart signs nobody out. Holds the
/// digest of a cookie, not the cookie. One process writes them: the one that serves. Thread-safe.
class LoginSessions {
 public:
  LoginSessions(std::filesystem::path file, std::chrono::seconds idle,
                std::chrono::seconds absolute)
      : file_(std::move(file)), idle_(idle), absolute_(absolute) {}

  struct Entry {
    StoredSession session;
    std::string id;  ///< public: nothing follows from it
  };

  /// The sessions that the process before this one kept. Of a file that cannot be read nothing is
  /// taken: its people sign in anew, and the log says so.
  void load(domain::Instant now);

  /// In memory alone, until it is kept.
  void add(std::string_view cookie, StoredSession session);
  /// From now on it is in the file too; `previous` is of the sign-in before it.
  void keep(std::string_view cookie, const SignInMark& previous);

  /// Finding one counts as use of it.
  [[nodiscard]] std::optional<Entry> find(std::string_view cookie, domain::Instant now);
  /// The same without using it.
  [[nodiscard]] std::optional<Entry> look_at(std::string_view cookie, domain::Instant now) const;
  [[nodiscard]] std::vector<Entry> of(const AccountKey& key, domain::Instant now) const;

  // It is over at once. False: the file still has it, and a restart before the next write would
  // bring it back.
  [[nodiscard]] bool remove(std::string_view cookie);
  [[nodiscard]] bool remove_all_of(const AccountKey& key);
  /// One of the account's; nothing where there is none of this identifier.
  [[nodiscard]] std::optional<bool> remove_one_of(const AccountKey& key, std::string_view id);

 private:
  struct Held {
    StoredSession session;
    bool is_kept = false;
    domain::Instant use_kept{};  ///< the last use that was handed on to the file
  };
  using Map = std::unordered_map<Digest, Held, DigestHash>;

  [[nodiscard]] bool is_over(const StoredSession& session, domain::Instant now) const;
  void make_room(const AccountKey& key, domain::Instant now);
  void erase(Map::iterator held);
  [[nodiscard]] static Entry entry_of(const Digest& cookie, const StoredSession& session);
  bool write();

  const std::filesystem::path file_;
  const std::chrono::seconds idle_;
  const std::chrono::seconds absolute_;
  std::mutex writing_;        ///< held over a write; taken before mutex_
  mutable std::mutex mutex_;  ///< guards what follows
  Map held_;
  std::uint64_t changes_ = 0;  ///< of what the file is to hold
  std::uint64_t written_ = 0;  ///< so many of them it holds
};

}  // namespace langnghe::api
