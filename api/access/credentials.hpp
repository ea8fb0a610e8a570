#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include <api/accounts.hpp>
#include <api/http_types.hpp>

#include "access/access.hpp"
#include "problems/problem.hpp"

/// The credentials by which a request proves who sends it.
namespace langnghe::api {

inline constexpr std::string_view kSessionCookie = "langnghe_session";

/// The value of a cookie; empty if there is none of this name.
[[nodiscard]] std::string_view cookie_of(const Request& request, std::string_view name);
[[nodiscard]] inline std::string_view session_cookie(const Request& request) {
  return cookie_of(request, kSessionCookie);
}
/// A browser remembers for each account by itself that it signed in there before.
[[nodiscard]] std::string device_cookie(std::string_view ledger, const domain::UserId& user);

/// A bearer token before a cookie: a program that sends a token means it.
[[nodiscard]] std::optional<Identity> identify(Accounts& accounts, const Request& request);

/// Asks from time to time whether the person of this request, who was identified, still would be.
/// `accounts` must outlive it. Any thread.
[[nodiscard]] std::function<bool()> still_signed_in(Accounts& accounts, const Request& request);

/// Does a request that changes something come from our own page? Always so for a bearer token,
/// which no browser sends by itself.
[[nodiscard]] bool is_not_forged(const Request& request, const Identity& identity);

/// The reason to refuse somebody who has proved who they are.
[[nodiscard]] std::optional<Problem> why_barred(const Access& access);

/// An empty body, or one that says it is JSON.
[[nodiscard]] bool has_json_body(const Request& request);

}  // namespace langnghe::api
