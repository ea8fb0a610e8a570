// Passwords, one-time links, and what the ledger is still to be told of them.
#include <algorithm>
#include <set>
#include <utility>

#include <text/opaque_string.hpp>
#include <text/typed_text.hpp>

#include <api/accounts.hpp>

#include "accounts/accounts_parts.hpp"

namespace langnghe::api {
namespace {

constexpr std::size_t kPasswordLengthMin = 10;  ///< characters, not bytes

using Done = std::expected<void, AccountError>;

/// The form that is hashed (RFC 8265); nothing for what must not be a password.
std::optional<std::string> new_secret(std::string_view password) {
  auto prepared = text::opaque_string(password);
  if (!prepared || text::characters(*prepared) < kPasswordLengthMin) {
    return std::nullopt;
  }
  return prepared;
}

std::expected<std::string, AccountError> hash_of(HashGate& gate, std::string_view password) {
  const auto prepared = new_secret(password);
  if (!prepared) {
    return std::unexpected(AccountError::weak_secret);
  }
  const auto pass = gate.enter();
  if (!pass) {
    return std::unexpected(AccountError::throttled);
  }
  auto hash = hash_password(*prepared);
  if (hash.empty()) {
    return std::unexpected(AccountError::unavailable);
  }
  return hash;
}

/// A new password ends every other way in that stood with the old one. Its sessions end by
/// themselves: they remember the hash they were opened with.
void replace_password(Account& account, std::string hash, domain::PasswordMeans means) {
  account.password_hash = std::move(hash);
  account.tokens.clear();
  account.link.reset();
  if (means != domain::PasswordMeans::own_password) {
    account.devices.clear();
  }
}

bool opens(const std::optional<StoredLink>& link, std::string_view code, domain::Instant now) {
  return link && now < link->expires && link->digest == digest_of(code);
}

AccountAct password_act(const domain::UserId& user, const AccountActor& by,
                        domain::PasswordMeans means, domain::Instant at) {
  AccountAct act;
  act.user = user;
  act.by = by;
  act.at = at;
  act.what = AccountAct::What::password_set;
  act.means = means;
  return act;
}

}  // namespace

void leave_word(Account& account, AccountAct act) {
  act.id = random_secret();
  account.untold.push_back(std::move(act));
}

FileAccounts::Parts::Parts(const std::filesystem::path& path, const Limits& given,
                           std::function<domain::Instant()> clock,
                           std::function<domain::Instant()> device_clock)
    : limits(given),
      now(std::move(clock)),
      device_now(device_clock ? std::move(device_clock) : now),
      file(path),
      throttle(limits),
      sessions(path.parent_path() / "sessions.json", limits.login_session_idle,
               limits.login_session_max),
      gate(kHashesAtOnce, kHashesWaiting),
      gate_of_known(kHashesOfKnownAtOnce, kHashesWaiting) {
  sessions.load(now());
}

FileAccounts::FileAccounts(const std::filesystem::path& file, Limits limits,
                           std::function<domain::Instant()> now,
                           std::function<domain::Instant()> device_now)
    : parts_(std::make_unique<Parts>(file, limits, std::move(now), std::move(device_now))) {}

FileAccounts::~FileAccounts() = default;

Done FileAccounts::set_password(std::string_view ledger, const domain::UserId& user,
                                std::string_view password, const std::optional<AccountActor>& by,
                                domain::PasswordMeans means) {
  auto hash = hash_of(parts_->gate_of_known, password);
  if (!hash) {
    return std::unexpected(hash.error());
  }
  const auto now = parts_->now();
  return parts_->file.update([&](AccountBook& book) -> Done {
    auto& account = book[key_of(ledger, user)];
    replace_password(account, *hash, means);
    if (by) {
      leave_word(account, password_act(user, *by, means, now));
    }
    return {};
  });
}

std::expected<Accounts::SignInLink, AccountError> FileAccounts::make_sign_in_link(
    std::string_view ledger, const domain::UserId& user, const AccountActor& by) {
  const auto now = parts_->now();
  SignInLink link{random_secret(), now + parts_->limits.sign_in_link_lifetime};
  AccountAct act;
  act.user = user;
  act.by = by;
  act.at = now;
  act.what = AccountAct::What::sign_in_link_made;
  act.expires = link.expires;
  const auto written = parts_->file.update([&](AccountBook& book) -> Done {
    auto& account = book[key_of(ledger, user)];
    account.link = StoredLink{digest_of(link.code), link.expires};
    leave_word(account, act);
    return {};
  });
  if (!written) {
    return std::unexpected(written.error());
  }
  return link;
}

std::expected<std::string, AccountError> FileAccounts::use_sign_in_link(
    std::string_view ledger, const domain::UserId& user, std::string_view code,
    std::string_view password, std::string_view peer, const AccountActor& by) {
  const auto now = parts_->now();
  const auto key = key_of(ledger, user);
  const auto snapshot = parts_->file.read();
  if (!snapshot) {
    return std::unexpected(AccountError::unavailable);
  }
  const auto* const known = find_account(snapshot, key);
  // A code cannot be guessed: who has the right one is let through whatever others tried. Wrong
  // ones count with wrong passwords.
  if (known == nullptr || !opens(known->link, code, now)) {
    auto attempt = SignInThrottle::by_stranger(ledger, user.value, peer, now);
    const bool tried = parts_->throttle.begin(attempt);
    parts_->failed.add(known == nullptr ? AccountKey{key.ledger, {}} : key, peer, now, !tried);
    return std::unexpected(tried ? AccountError::bad_credentials : AccountError::throttled);
  }
  auto hash = hash_of(parts_->gate_of_known, password);
  if (!hash) {
    return std::unexpected(hash.error());
  }
  auto device = random_secret();
  const auto written = parts_->file.update([&](AccountBook& book) -> Done {
    auto& account = book[key];
    if (!opens(account.link, code, now)) {  // somebody else used it meanwhile
      return std::unexpected(AccountError::bad_credentials);
    }
    constexpr auto kMeans = domain::PasswordMeans::sign_in_link;
    replace_password(account, *hash, kMeans);
    remember_device(account, device, now, parts_->limits.device_lifetime);
    leave_word(account, password_act(user, by, kMeans, now));
    return {};
  });
  if (!written) {
    return std::unexpected(written.error());
  }
  return device;
}

std::string FileAccounts::fault(bool expected) {
  const auto snapshot = parts_->file.read();
  if (auto fault = parts_->file.fault(); !fault.empty()) {
    return fault;
  }
  return expected && snapshot && snapshot->book.empty() ? "accounts.json is missing or empty" : "";
}

bool FileAccounts::has_account(std::string_view ledger, const domain::UserId& user) {
  const auto snapshot = parts_->file.read();
  return snapshot && find_account(snapshot, key_of(ledger, user)) != nullptr;
}

bool FileAccounts::has_password(std::string_view ledger, const domain::UserId& user) {
  const auto snapshot = parts_->file.read();
  const auto* const account = snapshot ? find_account(snapshot, key_of(ledger, user)) : nullptr;
  return account != nullptr && !account->password_hash.empty();
}

// ---- what the ledger is still to be told

bool FileAccounts::has_untold() const {
  const auto snapshot = parts_->file.current();
  return snapshot && !snapshot->untold_in.empty();
}

std::vector<AccountAct> FileAccounts::untold(std::string_view ledger) {
  std::vector<AccountAct> acts;
  const auto snapshot = parts_->file.read();
  if (!snapshot || snapshot->untold_in.empty()) {
    return acts;
  }
  for (const auto& [key, account] : snapshot->book) {
    if (key.ledger == ledger) {
      acts.insert(acts.end(), account.untold.begin(), account.untold.end());
    }
  }
  std::ranges::stable_sort(acts, {}, &AccountAct::at);
  return acts;
}

std::vector<std::string> FileAccounts::ledgers_untold() {
  const auto snapshot = parts_->file.read();
  return snapshot ? snapshot->untold_in : std::vector<std::string>();
}

Done FileAccounts::told(std::string_view ledger, const std::vector<std::string>& ids) {
  return parts_->file.update([&](AccountBook& book) -> Done {
    for (auto& [key, account] : book) {
      if (key.ledger == ledger) {
        std::erase_if(account.untold, [&](const AccountAct& act) {
          return std::ranges::find(ids, act.id) != ids.end();
        });
      }
    }
    return {};
  });
}

}  // namespace langnghe::api
