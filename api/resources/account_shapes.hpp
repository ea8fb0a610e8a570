#pragma once

#include <string_view>
#include <vector>

#include <api/accounts.hpp>
#include <projections/oversight.hpp>
#include <projections/settings.hpp>

#include "call/call.hpp"
#include "reading/reading.hpp"
#include "shapes/accounts.hpp"

/// Accounts and the ways into them, as answers.
namespace langnghe::api::resources {

[[nodiscard]] shapes::Account shape_of(
    const Call& call, const domain::UserId& user,
    const projections::settings::Versioned<domain::UserState>& account, const AllowedActs& allowed);

[[nodiscard]] shapes::Person shape_of(const Access& access);

[[nodiscard]] std::vector<shapes::AccountAct> account_acts(
    const std::vector<projections::oversight::AccountActRow>& rows);
[[nodiscard]] std::vector<shapes::FailedSignIn> failed_sign_ins(
    const std::vector<FailedSignIn>& rows);

[[nodiscard]] shapes::TokenList shape_of(const std::vector<Accounts::Token>& tokens);
[[nodiscard]] shapes::SessionList shape_of(const std::vector<Accounts::SessionRow>& sessions,
                                           std::string_view of_request);
/// With the address in the page that takes the code.
[[nodiscard]] shapes::SignInLink shape_of(std::string_view ledger, const domain::UserId& user,
                                          const Accounts::SignInLink& link);

}  // namespace langnghe::api::resources
