#include <algorithm>
#include <utility>

#include <api/accounts.hpp>

#include "accounts/account_file.hpp"
#include "accounts/hash_gate.hpp"
#include "accounts/login_sessions.hpp"
#include "accounts/secrets.hpp"
#include "accounts/sign_in_throttle.hpp"

namespace langnghe::api {
namespace {

constexpr std::ptrdiff_t kPasswordLengthMin = 10;  ///< characters, not bytes
constexpr std::string_view kTokenPrefix = "ln_";   ///< lets scanners find a token that leaked
constexpr std::size_t kTokenLength = kTokenPrefix.size() + 43;
/// Beyond any use, and far from where an instant has no text form.
constexpr std::chrono::hours kTokenLifetimeMax{24 * 366 * 10};
constexpr int kHashesAtOnce = 2;
constexpr int kHashesWaiting = 8;

bool is_long_enough(std::string_view password) {
  const auto is_character_start = [](char c) {  // not a UTF-8 continuation byte
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  };
  return std::ranges::count_if(password, is_character_start) >= kPasswordLengthMin;
}

AccountKey key_of(std::string_view ledger, const domain::UserId& user) {
  return {std::string(ledger), user.value};
}

const Account* find_account(const AccountFile::Snapshot& snapshot, const AccountKey& key) {
  const auto found = snapshot->book.find(key);
  return found == snapshot->book.end() ? nullptr : &found->second;
}

}  // namespace

struct Accounts::Parts {
  Parts(std::filesystem::path path, const Limits& given, std::function<domain::Instant()> clock)
      : limits(given),
        now(std::move(clock)),
        file(std::move(path)),
        throttle(limits.sign_in_failures_max, limits.sign_in_window),
        sessions(limits.login_session_idle, limits.login_session_max),
        gate(kHashesAtOnce, kHashesWaiting) {}

  /// Takes the same time whether the account exists or not, so the answer's delay tells nothing.
  [[nodiscard]] static bool verify(const Account* account, std::string_view password) {
    if (account == nullptr || account->password_hash.empty()) {
      (void)hash_password(password);
      return false;
    }
    return verify_password(account->password_hash, password);
  }

  const Limits limits;
  const std::function<domain::Instant()> now;
  AccountFile file;
  SignInThrottle throttle;
  LoginSessions sessions;
  HashGate gate;
};

Accounts::Accounts(std::filesystem::path file, Limits limits, std::function<domain::Instant()> now)
    : parts_(std::make_unique<Parts>(std::move(file), limits, std::move(now))) {}

Accounts::~Accounts() = default;

std::expected<void, AccountError> Accounts::set_password(std::string_view ledger,
                                                         const domain::UserId& user,
                                                         std::string_view password) {
  if (!is_long_enough(password)) {
    return std::unexpected(AccountError::weak_secret);
  }
  const auto pass = parts_->gate.enter();
  if (!pass) {
    return std::unexpected(AccountError::throttled);
  }
  const std::string hash = hash_password(password);
  if (hash.empty()) {
    return std::unexpected(AccountError::unavailable);
  }
  return parts_->file.update([&](AccountBook& book) -> std::expected<void, AccountError> {
    book[key_of(ledger, user)].password_hash = hash;
    return {};
  });
}

std::expected<std::string, AccountError> Accounts::make_token(std::string_view ledger,
                                                              const domain::UserId& user,
                                                              std::string_view label,
                                                              std::chrono::hours lifetime) {
  std::string token(kTokenPrefix);
  token += random_secret();
  const domain::Instant now = parts_->now();
  StoredToken stored;
  stored.digest = digest_of(token);
  stored.label = std::string(label);
  stored.made = now;
  stored.expires = now + std::min(lifetime, kTokenLifetimeMax);
  const auto written =
      parts_->file.update([&](AccountBook& book) -> std::expected<void, AccountError> {
        const auto found = book.find(key_of(ledger, user));
        if (found == book.end()) {
          return std::unexpected(AccountError::unknown_user);
        }
        auto& tokens = found->second.tokens;
        std::erase_if(tokens, [&](const StoredToken& old) { return old.expires <= now; });
        tokens.push_back(stored);
        return {};
      });
  if (!written) {
    return std::unexpected(written.error());
  }
  return token;
}

std::expected<void, AccountError> Accounts::revoke_tokens(std::string_view ledger,
                                                          const domain::UserId& user) {
  return parts_->file.update([&](AccountBook& book) -> std::expected<void, AccountError> {
    const auto found = book.find(key_of(ledger, user));
    if (found == book.end()) {
      return std::unexpected(AccountError::unknown_user);
    }
    found->second.tokens.clear();
    return {};
  });
}

std::string Accounts::fault(bool expected) {
  const auto snapshot = parts_->file.read();
  if (auto fault = parts_->file.fault(); !fault.empty()) {
    return fault;
  }
  return expected && snapshot && snapshot->book.empty() ? "accounts.json is missing or empty" : "";
}

bool Accounts::has_account(std::string_view ledger, const domain::UserId& user) {
  const auto snapshot = parts_->file.read();
  return snapshot && find_account(snapshot, key_of(ledger, user)) != nullptr;
}

std::expected<Accounts::LoginSession, AccountError> Accounts::sign_in(std::string_view ledger,
                                                                      const domain::UserId& user,
                                                                      std::string_view password,
                                                                      std::string_view peer) {
  const domain::Instant now = parts_->now();
  const auto attempt = SignInThrottle::attempt(ledger, user.value, peer, now);
  const auto snapshot = parts_->file.read();
  if (!snapshot) {
    return std::unexpected(AccountError::unavailable);
  }
  if (!parts_->throttle.begin(attempt)) {
    return std::unexpected(AccountError::throttled);
  }
  const auto pass = parts_->gate.enter();
  if (!pass) {
    parts_->throttle.take_back(attempt);
    return std::unexpected(AccountError::throttled);
  }
  const AccountKey key = key_of(ledger, user);
  const Account* account = find_account(snapshot, key);
  if (!Parts::verify(account, password)) {
    return std::unexpected(AccountError::bad_credentials);
  }
  parts_->throttle.take_back(attempt);
  LoginSession session{random_secret(), random_secret(), parts_->limits.login_session_max};
  parts_->sessions.add(session.cookie, {key, session.csrf_token, account->password_hash, now, now});
  return session;
}

void Accounts::sign_out(std::string_view cookie) {
  parts_->sessions.remove(cookie);
}

std::optional<Identity> Accounts::by_cookie(std::string_view cookie) {
  auto session = parts_->sessions.find(cookie, parts_->now());
  if (!session) {
    return std::nullopt;
  }
  const auto snapshot = parts_->file.read();
  const Account* account = snapshot ? find_account(snapshot, session->key) : nullptr;
  if (account == nullptr || account->password_hash != session->password_hash) {
    parts_->sessions.remove(cookie);
    return std::nullopt;
  }
  return Identity{std::move(session->key.ledger), domain::UserId{std::move(session->key.user)},
                  true, std::move(session->csrf_token)};
}

std::optional<Identity> Accounts::by_token(std::string_view token) {
  if (token.size() != kTokenLength || !token.starts_with(kTokenPrefix)) {
    return std::nullopt;
  }
  const auto snapshot = parts_->file.read();
  if (!snapshot) {
    return std::nullopt;
  }
  const auto found = snapshot->tokens.find(digest_of(token));
  if (found == snapshot->tokens.end() || parts_->now() >= found->second.expires) {
    return std::nullopt;
  }
  Identity identity;
  identity.ledger = found->second.key.ledger;
  identity.user = domain::UserId{found->second.key.user};
  return identity;
}

}  // namespace langnghe::api
