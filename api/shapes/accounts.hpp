#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/actor.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>
#include <domain/user.hpp>

#include "shapes/allowed.hpp"
#include "shapes/head.hpp"
#include "shapes/texts.hpp"

/// Accounts: who has one, what was done to it, and the ways into it.
namespace langnghe::api::shapes {

/// Signing in asks for a code too.
struct SecondFactor {
  LocalTime since;
  std::uint64_t recovery_codes_left = 0;
};

struct Account {
  domain::UserRegistered registration;
  domain::UserId id;
  std::uint64_t version = 0;
  bool enabled = false;
  std::vector<domain::RoleGranted> roles;
  bool has_password = false;
  std::optional<SecondFactor> second_factor;
  std::vector<AllowedCommand> allowed_commands;
};
struct UserList {
  Head head;
  std::vector<Account> items;
};
struct User {
  Head head;
  Account account;
};

/// Somebody who proved who they are.
struct Person {
  domain::UserId user;
  std::string display_name;
  std::optional<domain::OfficialId> official;
  std::vector<domain::RoleGranted> roles;
};
struct Me {
  Person person;
  std::string ledger;
  domain::Date today{};
  bool sees_all_khoms = false;
};

/// One act on an account.
struct AccountAct {
  std::uint64_t position = 0;
  domain::UserId user;
  std::string act;
  std::string detail;
  std::optional<LocalTime> expires;
  domain::UserId by;
  domain::Role role{};
  domain::Happened happened;
};
struct AccountActList {
  Head head;
  std::vector<AccountAct> items;
};

/// Sign-ins that failed: one row for one address in a stretch of time.
struct FailedSignIn {
  std::optional<domain::UserId> user;  ///< none: no account had the name that was given
  std::string address;
  LocalTime first;
  LocalTime last;
  std::uint64_t times = 0;
  std::uint64_t refused = 0;
};
struct FailedSignInList {
  std::vector<FailedSignIn> items;
};

/// The acts on an account while its owner was away.
struct AccountNews {
  std::optional<LocalTime> last_sign_in;
  std::vector<AccountAct> account_acts;
  std::vector<FailedSignIn> failed_sign_ins;
};
struct Session {
  Person person;
  std::optional<std::string> csrf_token;          ///< none for an access token
  std::optional<AccountNews> since_last_sign_in;  ///< likewise
};

struct Token {
  std::string id;
  std::string name;
  LocalTime made;
  LocalTime expires;
  std::optional<LocalTime> last_used;
};
struct TokenList {
  std::vector<Token> items;
};

struct LoginSession {
  std::string id;
  LocalTime began;
  LocalTime last_used;
  std::string address;
  bool is_this_one = false;  ///< the request came in it
};
struct SessionList {
  std::vector<LoginSession> items;
};

/// The secret and address that a person's device needs to make codes.
struct SecondFactorOffer {
  std::string secret;
  std::string uri;
};
/// For the loss of the device, each once.
struct RecoveryCodes {
  std::vector<std::string> recovery_codes;
};

/// A code with which a person sets a password of their own, once.
struct SignInLink {
  domain::UserId user;
  std::string code;
  std::string path;  ///< in the page that takes the code
  LocalTime expires;
};

}  // namespace langnghe::api::shapes
