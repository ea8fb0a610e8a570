// Personal access tokens: made, listed, revoked, and known by.
#include <algorithm>
#include <utility>

#include <api/accounts.hpp>

#include "accounts/accounts_parts.hpp"

namespace langnghe::api {
namespace {

constexpr std::string_view kTokenPrefix = "ln_";  ///< lets scanners find a token that leaked
constexpr std::size_t kTokenLength = kTokenPrefix.size() + 43;
/// Beyond any use, and far from where an instant has no text form.
constexpr std::chrono::hours kTokenLifetimeMax{24 * 366 * 10};
/// When a token was used is written down at most so often: each time is a file replaced.
constexpr std::chrono::hours kUseIsToldEvery{1};

using Done = std::expected<void, AccountError>;

AccountAct token_act(const domain::UserId& user, const AccountActor& by, const StoredToken& token) {
  AccountAct act;
  act.user = user;
  act.by = by;
  act.at = token.made;
  act.what = AccountAct::What::token_made;
  act.expires = token.expires;
  act.token = public_id(token.digest);
  act.name = token.label;
  return act;
}

}  // namespace

std::expected<std::string, AccountError> FileAccounts::make_token(
    std::string_view ledger, const domain::UserId& user, std::string_view label,
    std::chrono::hours lifetime, const std::optional<AccountActor>& by) {
  std::string token(kTokenPrefix);
  token += random_secret();
  const domain::Instant now = parts_->now();
  StoredToken stored;
  stored.digest = digest_of(token);
  stored.label = std::string(label);
  stored.made = now;
  stored.expires = now + std::min(lifetime, kTokenLifetimeMax);
  const auto written = parts_->file.update([&](AccountBook& book) -> Done {
    const auto found = book.find(key_of(ledger, user));
    if (found == book.end()) {
      return std::unexpected(AccountError::unknown_user);
    }
    auto& tokens = found->second.tokens;
    std::erase_if(tokens, [&](const StoredToken& old) { return old.expires <= now; });
    tokens.push_back(stored);
    if (by) {
      leave_word(found->second, token_act(user, *by, stored));
    }
    return {};
  });
  if (!written) {
    return std::unexpected(written.error());
  }
  return token;
}

std::vector<Accounts::Token> FileAccounts::tokens(std::string_view ledger,
                                                  const domain::UserId& user) {
  std::vector<Token> shown;
  const auto snapshot = parts_->file.read();
  const auto* const account = snapshot ? find_account(snapshot, key_of(ledger, user)) : nullptr;
  if (account == nullptr) {
    return shown;
  }
  const auto now = parts_->now();
  for (const auto& token : account->tokens) {
    if (now < token.expires) {
      shown.push_back(
          {public_id(token.digest), token.label, token.made, token.expires, token.last_used});
    }
  }
  return shown;
}

std::expected<bool, AccountError> FileAccounts::revoke_token(std::string_view ledger,
                                                             const domain::UserId& user,
                                                             std::string_view id) {
  bool revoked = false;
  const auto written = parts_->file.update([&](AccountBook& book) -> Done {
    const auto found = book.find(key_of(ledger, user));
    if (found != book.end()) {
      revoked = std::erase_if(found->second.tokens, [&](const StoredToken& token) {
                  return public_id(token.digest) == id;
                }) > 0;
    }
    return {};
  });
  if (!written) {
    return std::unexpected(written.error());
  }
  return revoked;
}

Done FileAccounts::revoke_tokens(std::string_view ledger, const domain::UserId& user) {
  return parts_->file.update([&](AccountBook& book) -> Done {
    const auto found = book.find(key_of(ledger, user));
    if (found == book.end()) {
      return std::unexpected(AccountError::unknown_user);
    }
    found->second.tokens.clear();
    return {};
  });
}

std::optional<Identity> FileAccounts::by_token(std::string_view token) {
  if (token.size() != kTokenLength || !token.starts_with(kTokenPrefix)) {
    return std::nullopt;
  }
  const auto snapshot = parts_->file.read();
  if (!snapshot) {
    return std::nullopt;
  }
  const auto digest = digest_of(token);
  const auto found = snapshot->tokens.find(digest);
  const auto now = parts_->now();
  if (found == snapshot->tokens.end() || now >= found->second.expires) {
    return std::nullopt;
  }
  const auto& owner = found->second;
  if (parts_->uses.is_news(digest, owner.last_used, now, kUseIsToldEvery)) {
    // A failed write of the day of use does not stop the token from working.
    (void)parts_->file.update([&](AccountBook& book) -> Done {
      const auto account = book.find(owner.key);
      if (account == book.end()) {
        return std::unexpected(AccountError::unknown_user);
      }
      for (auto& stored : account->second.tokens) {
        if (stored.digest == digest) {
          stored.last_used = now;
        }
      }
      return {};
    });
  }
  Identity identity;
  identity.ledger = owner.key.ledger;
  identity.user = domain::UserId{owner.key.user};
  return identity;
}

}  // namespace langnghe::api
