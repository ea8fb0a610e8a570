// The second factor of an account: offered, turned on by a code, asked for, turned off.
#include <algorithm>
#include <utility>

#include <api/accounts.hpp>

#include "accounts/accounts_parts.hpp"
#include "accounts/one_time_codes.hpp"

namespace langnghe::api {
namespace {

using Done = std::expected<void, AccountError>;

AccountAct act_of(AccountAct::What what, const domain::UserId& user, const AccountActor& by,
                  domain::Instant at) {
  AccountAct act;
  act.user = user;
  act.by = by;
  act.at = at;
  act.what = what;
  return act;
}

}  // namespace

bool use_code(StoredSecondFactor& factor, std::string_view typed, domain::Instant now) {
  const auto code = bare_code(typed);
  if (const auto step = matching_step(factor.secret, code, now, factor.last_step)) {
    factor.last_step = *step;
    return true;
  }
  return std::erase(factor.recovery, digest_of(code)) > 0;
}

std::optional<Accounts::SecondFactor> FileAccounts::second_factor(std::string_view ledger,
                                                                  const domain::UserId& user) {
  const auto snapshot = parts_->file.read();
  const auto* const account = snapshot ? find_account(snapshot, key_of(ledger, user)) : nullptr;
  if (account == nullptr || !account->second_factor) {
    return std::nullopt;
  }
  return SecondFactor{account->second_factor->since, account->second_factor->recovery.size()};
}

std::expected<Accounts::SecondFactorOffer, AccountError> FileAccounts::offer_second_factor(
    std::string_view ledger, const domain::UserId& user) {
  const auto snapshot = parts_->file.read();
  if (!snapshot) {
    return std::unexpected(AccountError::unavailable);
  }
  const auto key = key_of(ledger, user);
  const auto* const account = find_account(snapshot, key);
  if (account == nullptr) {
    return std::unexpected(AccountError::unknown_user);
  }
  if (account->second_factor) {
    return std::unexpected(AccountError::second_factor_is_on);
  }
  auto secret = new_shared_secret();
  SecondFactorOffer offer{to_base32(secret), otpauth_uri(ledger, user.value, secret)};
  parts_->offers.put(key, std::move(secret), parts_->now());
  return offer;
}

std::expected<std::vector<std::string>, AccountError> FileAccounts::turn_on_second_factor(
    std::string_view ledger, const domain::UserId& user, std::string_view code,
    const AccountActor& by) {
  const auto now = parts_->now();
  const auto key = key_of(ledger, user);
  auto secret = parts_->offers.of(key, now);
  if (!secret) {
    return std::unexpected(AccountError::no_offer);
  }
  StoredSecondFactor factor{*std::move(secret), now, 0, {}};
  if (!use_code(factor, code, parts_->device_now())) {
    return std::unexpected(AccountError::wrong_code);
  }
  auto recovery = new_recovery_codes();
  for (const auto& each : recovery) {
    factor.recovery.push_back(digest_of(bare_code(each)));
  }
  const auto written = parts_->file.update([&](AccountBook& book) -> Done {
    const auto found = book.find(key);
    if (found == book.end()) {
      return std::unexpected(AccountError::unknown_user);
    }
    if (found->second.second_factor) {
      return std::unexpected(AccountError::second_factor_is_on);
    }
    found->second.second_factor = factor;
    leave_word(found->second, act_of(AccountAct::What::second_factor_on, user, by, now));
    return {};
  });
  if (!written) {
    return std::unexpected(written.error());
  }
  parts_->offers.take_back(key);
  return recovery;
}

std::expected<bool, AccountError> FileAccounts::turn_off_second_factor(std::string_view ledger,
                                                                       const domain::UserId& user,
                                                                       const AccountActor& by) {
  const auto now = parts_->now();
  bool was_on = false;
  const auto written = parts_->file.update([&](AccountBook& book) -> Done {
    const auto found = book.find(key_of(ledger, user));
    was_on = found != book.end() && found->second.second_factor;
    if (was_on) {
      found->second.second_factor.reset();
      leave_word(found->second, act_of(AccountAct::What::second_factor_off, user, by, now));
    }
    return {};
  });
  if (!written) {
    return std::unexpected(written.error());
  }
  return was_on;
}

}  // namespace langnghe::api
