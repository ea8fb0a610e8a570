// Signing in: the password, the devices that are known, the sessions.
#include <algorithm>
#include <utility>

#include <text/opaque_string.hpp>

#include <api/accounts.hpp>

#include "accounts/accounts_parts.hpp"

namespace langnghe::api {
namespace {

using Done = std::expected<void, AccountError>;

/// Of an account; one more takes the place of the one not used for longest.
constexpr std::size_t kDevicesMax = 32;

bool verify_one(const Account* account, std::string_view password) {
  if (account == nullptr || account->password_hash.empty()) {
    (void)hash_password(password);
    return false;
  }
  return verify_password(account->password_hash, password);
}

/// Takes the same time whether the account exists or not, so the answer's delay tells nothing.
/// The second try is for hashes made of passwords as they were typed, before they were prepared.
bool verify(const Account* account, std::string_view password) {
  const std::string prepared = text::opaque_string(password).value_or(std::string(password));
  const bool known = verify_one(account, prepared);
  return prepared == password ? known : known || verify_one(account, password);
}

/// The account's own devices alone: what another account knows is nothing here.
bool knows(const Account* account, const Digest& device, domain::Instant now,
           std::chrono::seconds lifetime) {
  return account != nullptr &&
         std::ranges::any_of(account->devices, [&](const StoredDevice& known) {
           return known.digest == device && now < known.last_used + lifetime;
         });
}

Identity identity_of(std::string_view cookie, LoginSessions::Entry entry) {
  auto& session = entry.session;
  return {std::move(session.key.ledger),
          domain::UserId{std::move(session.key.user)},
          true,
          csrf_token_of(cookie),
          session.previous.ledger_size,
          session.previous.at,
          std::move(entry.id)};
}

/// Was it opened with the password of now?
bool is_of_password(const StoredSession& session, const Account* account) {
  return account != nullptr && digest_of(account->password_hash) == session.password;
}

}  // namespace

void remember_device(Account& account, std::string_view device, domain::Instant now,
                     std::chrono::seconds lifetime) {
  const auto digest = digest_of(device);
  auto& devices = account.devices;
  std::erase_if(devices, [&](const StoredDevice& known) {
    return known.digest == digest || known.last_used + lifetime <= now;
  });
  if (devices.size() >= kDevicesMax) {
    devices.erase(std::ranges::min_element(devices, {}, &StoredDevice::last_used));
  }
  devices.push_back({digest, now});
}

/// One try of a password, with the limits that are its own.
struct FileAccounts::Try {
  Parts& parts;
  const AccountKey& key;
  std::string_view password;
  std::string_view peer;
  domain::Instant now{};
  std::optional<std::string_view> code;  ///< of the second factor; none: it is not asked for

  /// The hash that the password opened.
  [[nodiscard]] std::expected<std::string, AccountError> run(
      SignInThrottle::Attempt attempt, const AccountFile::Snapshot& snapshot) const {
    const auto* const account = find_account(snapshot, key);
    const AccountKey shown{key.ledger, account == nullptr ? std::string() : key.user};
    if (!parts.throttle.begin(attempt)) {
      parts.failed.add(shown, peer, now, true);
      return std::unexpected(AccountError::throttled);
    }
    auto& gate = attempt.by_known_device ? parts.gate_of_known : parts.gate;
    const auto pass = gate.enter();
    if (!pass) {
      parts.throttle.take_back(attempt);
      return std::unexpected(AccountError::throttled);
    }
    const auto opened = verify(account, password) ? second_step(*account)
                                                  : std::unexpected(AccountError::bad_credentials);
    if (!opened && (opened.error() == AccountError::bad_credentials ||
                    opened.error() == AccountError::wrong_code)) {
      parts.failed.add(shown, peer, now, false);
      return std::unexpected(opened.error());
    }
    parts.throttle.take_back(attempt);
    if (!opened) {
      return std::unexpected(opened.error());
    }
    return account->password_hash;
  }

  /// The code is used up in the file before anybody is let in by it: it opens once, whatever
  /// happens next.
  [[nodiscard]] Done second_step(const Account& account) const {
    if (!account.second_factor || !code) {
      return {};
    }
    if (code->empty()) {
      return std::unexpected(AccountError::second_factor_asked);
    }
    return parts.file.update([&](AccountBook& book) -> Done {
      const auto found = book.find(key);
      // Turned off a moment ago, it is asked for no more.
      if (found == book.end() || !found->second.second_factor) {
        return {};
      }
      return use_code(*found->second.second_factor, *code, parts.device_now())
                 ? Done()
                 : std::unexpected(AccountError::wrong_code);
    });
  }
};

std::expected<Accounts::LoginSession, AccountError> FileAccounts::sign_in(
    std::string_view ledger, const domain::UserId& user, std::string_view password,
    std::string_view peer, std::string_view device, std::string_view code) {
  const domain::Instant now = parts_->now();
  const auto snapshot = parts_->file.read();
  if (!snapshot) {
    return std::unexpected(AccountError::unavailable);
  }
  const AccountKey key = key_of(ledger, user);
  const auto digest = digest_of(device);
  const bool known = device.size() == kSecretLength && knows(find_account(snapshot, key), digest,
                                                             now, parts_->limits.device_lifetime);
  auto hash = Try{*parts_, key, password, peer, now, code}.run(
      known ? SignInThrottle::by_device(digest, now)
            : SignInThrottle::by_stranger(ledger, user.value, peer, now),
      snapshot);
  if (!hash) {
    return std::unexpected(hash.error());
  }
  auto cookie = random_secret();
  parts_->sessions.add(cookie, {key, digest_of(*hash), now, now, network_of(peer), {}});
  auto csrf_token = csrf_token_of(cookie);
  return LoginSession{std::move(cookie), std::move(csrf_token), parts_->limits.login_session_max};
}

Done FileAccounts::prove(std::string_view ledger, const domain::UserId& user,
                         std::string_view password, std::string_view peer,
                         const std::optional<std::string>& code) {
  const domain::Instant now = parts_->now();
  const auto snapshot = parts_->file.read();
  if (!snapshot) {
    return std::unexpected(AccountError::unavailable);
  }
  const AccountKey key = key_of(ledger, user);
  const auto signed_in = digest_of("signed in\n" + key.ledger + '\n' + key.user);
  const auto hash = Try{*parts_, key, password, peer, now, code}.run(
      SignInThrottle::by_device(signed_in, now), snapshot);
  return hash ? Done() : std::unexpected(hash.error());
}

Accounts::Welcome FileAccounts::welcome(std::string_view cookie, std::string_view device,
                                        std::uint64_t ledger_size) {
  const domain::Instant now = parts_->now();
  auto entry = parts_->sessions.find(cookie, now);
  if (!entry) {
    return {};
  }
  const AccountKey key = entry->session.key;
  const auto lifetime = parts_->limits.device_lifetime;
  auto own = std::string(device);
  SignInMark previous;
  const auto written = parts_->file.update([&](AccountBook& book) -> Done {
    auto& account = book[key];
    previous = account.last_sign_in.value_or(SignInMark{});
    if (own.size() != kSecretLength || !knows(&account, digest_of(own), now, lifetime)) {
      own = random_secret();
    }
    remember_device(account, own, now, lifetime);
    account.last_sign_in = SignInMark{now, std::max(ledger_size, previous.ledger_size)};
    return {};
  });
  if (!written) {
    // On a full disk people sign in all the same. What is news now is news the next time again.
    own.clear();
    const auto snapshot = parts_->file.read();
    const auto* const account = snapshot ? find_account(snapshot, key) : nullptr;
    previous = account == nullptr ? SignInMark{} : account->last_sign_in.value_or(SignInMark{});
  }
  parts_->sessions.keep(cookie, previous);
  entry->session.previous = previous;
  return {own, lifetime, identity_of(cookie, *std::move(entry))};
}

Done FileAccounts::sign_out(std::string_view cookie) {
  return parts_->sessions.remove(cookie) ? Done() : std::unexpected(AccountError::unavailable);
}

std::optional<Identity> FileAccounts::by_cookie(std::string_view cookie) {
  auto entry = parts_->sessions.find(cookie, parts_->now());
  if (!entry) {
    return std::nullopt;
  }
  const auto snapshot = parts_->file.read();
  const Account* account = snapshot ? find_account(snapshot, entry->session.key) : nullptr;
  if (!is_of_password(entry->session, account)) {
    // Left in the file it would end all the same: its password never comes back.
    static_cast<void>(parts_->sessions.remove(cookie));
    return std::nullopt;
  }
  return identity_of(cookie, *std::move(entry));
}

bool FileAccounts::has_session(std::string_view cookie) {
  const auto entry = parts_->sessions.look_at(cookie, parts_->now());
  const auto snapshot = entry ? parts_->file.read() : nullptr;
  return snapshot && is_of_password(entry->session, find_account(snapshot, entry->session.key));
}

std::vector<Accounts::SessionRow> FileAccounts::sessions(std::string_view ledger,
                                                         const domain::UserId& user) {
  const auto key = key_of(ledger, user);
  const auto snapshot = parts_->file.read();
  const auto* const account = snapshot ? find_account(snapshot, key) : nullptr;
  std::vector<SessionRow> rows;
  for (const auto& [session, id] : parts_->sessions.of(key, parts_->now())) {
    if (is_of_password(session, account)) {
      rows.push_back({id, session.began, session.last_used, session.address});
    }
  }
  std::ranges::sort(rows, std::ranges::greater(), &SessionRow::began);
  return rows;
}

Done FileAccounts::end_sessions(std::string_view ledger, const domain::UserId& user) {
  return parts_->sessions.remove_all_of(key_of(ledger, user))
             ? Done()
             : std::unexpected(AccountError::unavailable);
}

std::expected<bool, AccountError> FileAccounts::end_session(std::string_view ledger,
                                                            const domain::UserId& user,
                                                            std::string_view id) {
  const auto ended = parts_->sessions.remove_one_of(key_of(ledger, user), id);
  if (ended && !*ended) {
    return std::unexpected(AccountError::unavailable);
  }
  return ended.has_value();
}

std::vector<FailedSignIn> FileAccounts::failed_sign_ins(std::string_view ledger,
                                                        const domain::UserId& user) {
  return parts_->failed.of(key_of(ledger, user));
}

}  // namespace langnghe::api
