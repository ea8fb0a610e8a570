#include "access/credentials.hpp"

#include <algorithm>

#include "bytes/digest.hpp"

namespace langnghe::api {
namespace {

constexpr std::string_view kBearer = "Bearer ";

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(x) == lower(y);
  });
}

/// Empty where the header is of another form.
std::string_view bearer_token(const Request& request) {
  const auto authorization = request.header("authorization");
  const bool bearer = authorization.size() > kBearer.size() &&
                      equal_ignoring_case(authorization.substr(0, kBearer.size()), kBearer);
  return bearer ? authorization.substr(kBearer.size()) : std::string_view();
}

}  // namespace

std::string device_cookie(std::string_view ledger, const domain::UserId& user) {
  constexpr std::size_t kDigits = 16;
  return "langnghe_device_" +
         sha256_hex(std::string(ledger) + '\n' + user.value).substr(0, kDigits);
}

std::string_view cookie_of(const Request& request, std::string_view name) {
  auto cookies = request.header("cookie");
  while (!cookies.empty()) {
    const auto end = std::min(cookies.find_first_of(";,"), cookies.size());
    auto cookie = cookies.substr(0, end);
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
    cookie.remove_prefix(std::min(cookie.find_first_not_of(' '), cookie.size()));
    if (cookie.starts_with(name) && cookie.substr(name.size()).starts_with('=')) {
      return cookie.substr(name.size() + 1);
    }
  }
  return {};
}

std::optional<Identity> identify(Accounts& accounts, const Request& request) {
  if (!request.header("authorization").empty()) {
    const auto token = bearer_token(request);
    return token.empty() ? std::nullopt : accounts.by_token(token);
  }
  const auto cookie = session_cookie(request);
  return cookie.empty() ? std::nullopt : accounts.by_cookie(cookie);
}

std::function<bool()> still_signed_in(Accounts& accounts, const Request& request) {
  if (!request.header("authorization").empty()) {
    return [&accounts, token = std::string(bearer_token(request))] {
      return accounts.by_token(token).has_value();
    };
  }
  return [&accounts, cookie = std::string(session_cookie(request))] {
    return accounts.has_session(cookie);
  };
}

bool is_not_forged(const Request& request, const Identity& identity) {
  return !identity.by_cookie || (!identity.csrf_token.empty() &&
                                 same_secret(request.header("x-csrf-token"), identity.csrf_token));
}

std::optional<Problem> why_barred(const Access& access) {
  if (!access.exists || !access.enabled) {
    return problem(ProblemCode::account_disabled);
  }
  if (access.roles.empty()) {
    return problem(ProblemCode::account_without_role);
  }
  return std::nullopt;
}

bool has_json_body(const Request& request) {
  const auto type = request.header("content-type");
  return request.body.empty() ||
         equal_ignoring_case(type.substr(0, type.find_first_of("; ")), "application/json");
}

}  // namespace langnghe::api
