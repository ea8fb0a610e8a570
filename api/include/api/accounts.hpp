#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <api/limits.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>

namespace langnghe::api {

/// Somebody who proved who they are: an account of one ledger.
struct Identity {
  std::string ledger;
  domain::UserId user;
  bool by_cookie = false;  ///< then a state-changing request needs the CSRF token too
  std::string csrf_token;  ///< of the login session, when by_cookie
};

enum class AccountError {
  bad_credentials,
  throttled,    ///< too many failures: wait
  unavailable,  ///< the file could not be read or written
  unknown_user,
  weak_secret,  ///< shorter than 10 characters
};

/// Secrets of accounts, apart from the ledger (no event ever holds one): Argon2id hashes of
/// passwords (libsodium), BLAKE2b hashes of personal access tokens, in `accounts.json` (mode 0600,
/// replaced atomically, re-read when another process changed it). Login sessions live in memory
/// and end with the process. Who may do what is in the ledger's `user-…` streams, not here.
/// Thread-safe.
class Accounts {
 public:
  Accounts(std::filesystem::path file, Limits limits, std::function<domain::Instant()> now);
  ~Accounts();
  Accounts(const Accounts&) = delete;
  Accounts& operator=(const Accounts&) = delete;

  [[nodiscard]] std::expected<void, AccountError> set_password(std::string_view ledger,
                                                               const domain::UserId& user,
                                                               std::string_view password);

  /// A new bearer token, shown once. Lives until it is revoked or `lifetime` is over.
  [[nodiscard]] std::expected<std::string, AccountError> make_token(std::string_view ledger,
                                                                    const domain::UserId& user,
                                                                    std::string_view label,
                                                                    std::chrono::hours lifetime);
  [[nodiscard]] std::expected<void, AccountError> revoke_tokens(std::string_view ledger,
                                                                const domain::UserId& user);
  /// Why accounts cannot be read now; empty while they can. `expected`: there are people in the
  /// ledgers, so a file that is not there is a lost one.
  [[nodiscard]] std::string fault(bool expected);
  [[nodiscard]] bool has_account(std::string_view ledger, const domain::UserId& user);

  struct LoginSession {
    std::string cookie;  ///< 256 random bits, base64url
    std::string csrf_token;
    std::chrono::seconds max_age{};
  };
  /// `peer` is the client's address: failures are counted per address and per user.
  [[nodiscard]] std::expected<LoginSession, AccountError> sign_in(std::string_view ledger,
                                                                  const domain::UserId& user,
                                                                  std::string_view password,
                                                                  std::string_view peer);
  void sign_out(std::string_view cookie);

  [[nodiscard]] std::optional<Identity> by_cookie(std::string_view cookie);
  [[nodiscard]] std::optional<Identity> by_token(std::string_view token);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace langnghe::api
