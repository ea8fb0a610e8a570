#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <api/accounts.hpp>
#include <projections/oversight.hpp>
#include <projections/settings.hpp>

#include "call.hpp"
#include "reading/reading.hpp"

/// Accounts and what stands behind them, as answers.
namespace langnghe::api::wire {

struct AccountRow {
  domain::UserId user;
  projections::settings::Versioned<domain::UserState> account;
  bool has_password = false;
  AllowedActs allowed;
};
[[nodiscard]] std::string users(const Call& call, const Reading& reading,
                                const std::vector<AccountRow>& rows);
[[nodiscard]] std::string user(const Call& call, const Reading& reading, const AccountRow& row);

[[nodiscard]] std::string me(const Call& call);

/// The acts on an account while its owner was away.
struct AccountNews {
  domain::Instant since{};  ///< the sign-in before this one; the epoch: there was none
  std::vector<projections::oversight::AccountActRow> acts;
  std::vector<FailedSignIn> failed;
};
/// The session as a signed-in browser needs it; an access token has no CSRF token and no news.
[[nodiscard]] std::string session(const Access& access, std::string_view csrf_token,
                                  const std::optional<AccountNews>& news);

[[nodiscard]] std::string account_acts(
    const Call& call, const Reading& reading,
    const std::vector<projections::oversight::AccountActRow>& rows);
[[nodiscard]] std::string tokens(const std::vector<Accounts::Token>& tokens);
[[nodiscard]] std::string sessions(const std::vector<Accounts::SessionRow>& sessions);
[[nodiscard]] std::string failed_sign_ins(const std::vector<FailedSignIn>& rows);
/// With the address in the page that takes it.
[[nodiscard]] std::string sign_in_link(std::string_view ledger, const domain::UserId& user,
                                       const Accounts::SignInLink& link);

}  // namespace langnghe::api::wire
