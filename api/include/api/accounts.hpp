#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/actor.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>
#include <domain/user.hpp>

namespace langnghe::api {

/// Somebody who proved who they are: an account of one ledger.
struct Identity {
  std::string ledger;
  domain::UserId user;
  bool by_cookie = false;       ///< then a state-changing request needs the CSRF token too
  std::string csrf_token;       ///< of the login session, when by_cookie
  std::uint64_t news_from = 0;  ///< the ledger's size at the sign-in before this session's
  domain::Instant news_since{};
  std::string session;  ///< its public identifier, when by_cookie
};

enum class AccountError {
  bad_credentials,
  throttled,    ///< too many failures: wait
  unavailable,  ///< the file could not be read or written
  unknown_user,
  weak_secret,          ///< shorter than 10 characters
  second_factor_asked,  ///< the password is right; a code is needed too
  wrong_code,           ///< not of now, used before, or none of the recovery codes
  no_offer,             ///< no secret was offered, or too long ago
  second_factor_is_on,
  too_many_views,
};

/// The user who sets a password, link or token for an account, as the ledger will name them.
struct AccountActor {
  domain::UserId user;
  domain::Role role{};
};

/// A way in that was opened and that the ledger does not hold yet. It is written with the secret,
/// in one rename, so that no secret is ever without it; see api/account_acts.hpp.
struct AccountAct {
  enum class What {
    password_set,
    sign_in_link_made,
    token_made,
    second_factor_on,
    second_factor_off
  };
  std::string id;  ///< random: the record is made once, whoever makes it
  domain::UserId user;
  AccountActor by;
  domain::Instant at{};
  What what{};
  domain::PasswordMeans means{};  ///< password_set
  domain::Instant expires{};      ///< sign_in_link_made, token_made
  std::string token;              ///< token_made: its public identifier
  std::string name;               ///< token_made
};

/// Sign-ins that failed, as their account is shown them: one row for failures of one address that
/// follow each other.
struct FailedSignIn {
  domain::UserId user;  ///< empty: no account had the name that was given; it is not kept
  std::string address;
  domain::Instant first{};
  domain::Instant last{};
  std::uint64_t times = 0;
  std::uint64_t refused = 0;  ///< of them, so many were not even tried: too many before
};

/// Secrets of accounts, apart from the ledger (no event ever holds one): passwords, personal access
/// tokens, one-time links, known devices and login sessions. Who may do what is in the ledger's
/// `user-…` streams, not here. Thread-safe.
class Accounts {
 public:
  Accounts() = default;
  virtual ~Accounts() = default;
  Accounts(const Accounts&) = delete;
  Accounts& operator=(const Accounts&) = delete;

  // ---- ways in. Each is told to the ledger in the name of `by`; none: of accounts that nobody
  // has yet, as those of a demonstration while it is made.

  /// Ends the account's sessions, tokens and link; devices stay known only where the person did it.
  [[nodiscard]] virtual std::expected<void, AccountError> set_password(
      std::string_view ledger, const domain::UserId& user, std::string_view password,
      const std::optional<AccountActor>& by = std::nullopt,
      domain::PasswordMeans means = domain::PasswordMeans::administrator) = 0;

  struct SignInLink {
    std::string code;  ///< 256 random bits, base64url; shown once
    domain::Instant expires{};
  };
  /// A code with which the person sets a password of their own, once. Takes the place of the one
  /// before it.
  [[nodiscard]] virtual std::expected<SignInLink, AccountError> make_sign_in_link(
      std::string_view ledger, const domain::UserId& user, const AccountActor& by) = 0;
  /// Uses it up, and answers a device that the account knows from now on. `peer` is the client's
  /// address, `by` as whom the person is recorded.
  [[nodiscard]] virtual std::expected<std::string, AccountError> use_sign_in_link(
      std::string_view ledger, const domain::UserId& user, std::string_view code,
      std::string_view password, std::string_view peer, const AccountActor& by) = 0;

  /// A new bearer token, shown once. Lives until it is revoked or `lifetime` is over.
  [[nodiscard]] virtual std::expected<std::string, AccountError> make_token(
      std::string_view ledger, const domain::UserId& user, std::string_view label,
      std::chrono::hours lifetime, const std::optional<AccountActor>& by = std::nullopt) = 0;

  struct Token {
    std::string id;  ///< public: it says nothing of the token
    std::string name;
    domain::Instant made{};
    domain::Instant expires{};
    std::optional<domain::Instant> last_used;  ///< to the hour
  };
  [[nodiscard]] virtual std::vector<Token> tokens(std::string_view ledger,
                                                  const domain::UserId& user) = 0;
  /// False where there is none of this identifier.
  [[nodiscard]] virtual std::expected<bool, AccountError> revoke_token(std::string_view ledger,
                                                                       const domain::UserId& user,
                                                                       std::string_view id) = 0;
  [[nodiscard]] virtual std::expected<void, AccountError> revoke_tokens(
      std::string_view ledger, const domain::UserId& user) = 0;

  // ---- the second factor: a code that the person's own device makes (RFC 6238), or one of ten
  // codes for its loss. Who has one is asked for it with the password.

  struct SecondFactor {
    domain::Instant since{};
    std::size_t recovery_codes_left = 0;
  };
  /// Nothing where it is off.
  [[nodiscard]] virtual std::optional<SecondFactor> second_factor(std::string_view ledger,
                                                                  const domain::UserId& user) = 0;
  struct SecondFactorOffer {
    std::string secret;  ///< base32, for who types it
    std::string uri;     ///< otpauth://, for who scans it
  };
  /// A secret for the person's device. It stands for a quarter of an hour, in memory, in the place
  /// of the one before it; nothing follows from it before a code of it was given.
  [[nodiscard]] virtual std::expected<SecondFactorOffer, AccountError> offer_second_factor(
      std::string_view ledger, const domain::UserId& user) = 0;
  /// From now on it is on. Answers the recovery codes, which are shown once.
  [[nodiscard]] virtual std::expected<std::vector<std::string>, AccountError> turn_on_second_factor(
      std::string_view ledger, const domain::UserId& user, std::string_view code,
      const AccountActor& by) = 0;
  /// False where it is off.
  [[nodiscard]] virtual std::expected<bool, AccountError> turn_off_second_factor(
      std::string_view ledger, const domain::UserId& user, const AccountActor& by) = 0;

  /// The reason that accounts cannot be read now; empty while they can. `expected`: there are
  /// people in the ledgers, so a file that is not there is a lost one.
  [[nodiscard]] virtual std::string fault(bool expected) = 0;

  // ---- views of lists that a person gave a name: no secret, kept with the account

  struct SavedView {
    std::string id;
    std::string name;
    std::string page;
    std::string query;
  };
  /// In the order in which they were saved first.
  [[nodiscard]] virtual std::vector<SavedView> saved_views(std::string_view ledger,
                                                           const domain::UserId& user) = 0;
  /// In the place of the one of this identifier.
  [[nodiscard]] virtual std::expected<void, AccountError> save_view(std::string_view ledger,
                                                                    const domain::UserId& user,
                                                                    const SavedView& view) = 0;
  /// False where there is none of this identifier.
  [[nodiscard]] virtual std::expected<bool, AccountError> drop_view(std::string_view ledger,
                                                                    const domain::UserId& user,
                                                                    std::string_view id) = 0;

  [[nodiscard]] virtual bool has_account(std::string_view ledger, const domain::UserId& user) = 0;
  [[nodiscard]] virtual bool has_password(std::string_view ledger, const domain::UserId& user) = 0;

  // ---- what the ledger is still to be told

  /// Is anything untold in the accounts that were read last, as `by_cookie` and `by_token` read
  /// them? Asks no disk.
  [[nodiscard]] virtual bool has_untold() const = 0;
  [[nodiscard]] virtual std::vector<AccountAct> untold(std::string_view ledger) = 0;
  /// Ledgers of which something is untold.
  [[nodiscard]] virtual std::vector<std::string> ledgers_untold() = 0;
  [[nodiscard]] virtual std::expected<void, AccountError> told(
      std::string_view ledger, const std::vector<std::string>& ids) = 0;

  // ---- signing in

  struct LoginSession {
    std::string cookie;  ///< 256 random bits, base64url
    std::string csrf_token;
    std::chrono::seconds max_age{};
  };
  /// `peer` is the client's address; `device` what the browser brought of an earlier sign-in to
  /// this account, which passes the limits that strangers can use up (docs/decisions/0006). `code`
  /// is of the second factor, where it is on, and is used up. A wrong one counts as a wrong
  /// password.
  [[nodiscard]] virtual std::expected<LoginSession, AccountError> sign_in(
      std::string_view ledger, const domain::UserId& user, std::string_view password,
      std::string_view peer, std::string_view device = {}, std::string_view code = {}) = 0;
  /// Is this the password, and, where one is given, a code of the second factor? For who is signed
  /// in already, whom no stranger may keep out; counts as trying to sign in all the same.
  [[nodiscard]] virtual std::expected<void, AccountError> prove(
      std::string_view ledger, const domain::UserId& user, std::string_view password,
      std::string_view peer, const std::optional<std::string>& code = std::nullopt) = 0;

  struct Welcome {
    std::string device;  ///< empty: the browser's own is known, or none could be kept
    std::chrono::seconds device_max_age{};
    Identity identity;
  };
  /// The session of this cookie is let in: from now on its device is known, and the next session's
  /// news begin at `ledger_size`.
  [[nodiscard]] virtual Welcome welcome(std::string_view cookie, std::string_view device,
                                        std::uint64_t ledger_size) = 0;

  // A session that is ended is over at once. `unavailable`: it is, but could not be written down,
  // so that a restart before the next write would bring it back.

  [[nodiscard]] virtual std::expected<void, AccountError> sign_out(std::string_view cookie) = 0;

  struct SessionRow {
    std::string id;  ///< public: it says nothing of the cookie
    domain::Instant began{};
    domain::Instant last_used{};
    std::string address;  ///< it was begun from
  };
  [[nodiscard]] virtual std::vector<SessionRow> sessions(std::string_view ledger,
                                                         const domain::UserId& user) = 0;
  [[nodiscard]] virtual std::expected<void, AccountError> end_sessions(
      std::string_view ledger, const domain::UserId& user) = 0;
  /// False where there is none of this identifier.
  [[nodiscard]] virtual std::expected<bool, AccountError> end_session(std::string_view ledger,
                                                                      const domain::UserId& user,
                                                                      std::string_view id) = 0;

  /// Newest first, of this process; of one account, or with an empty user of all.
  [[nodiscard]] virtual std::vector<FailedSignIn> failed_sign_ins(std::string_view ledger,
                                                                  const domain::UserId& user) = 0;

  [[nodiscard]] virtual std::optional<Identity> by_cookie(std::string_view cookie) = 0;
  /// Does the session of this cookie go on? To ask is no use of it, which would keep it open.
  [[nodiscard]] virtual bool has_session(std::string_view cookie) = 0;
  [[nodiscard]] virtual std::optional<Identity> by_token(std::string_view token) = 0;
};

}  // namespace langnghe::api
