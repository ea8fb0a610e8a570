#include "shapes/accounts.hpp"

#include <tuple>

#include <codec/fields/user.hpp>

#include "wire/answer_kinds.hpp"
#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::SecondFactor> {
  using T = shapes::SecondFactor;
  static constexpr std::string_view name = "SecondFactor";
  static constexpr auto list =
      std::tuple{field("since", &T::since), field("recovery_codes_left", &T::recovery_codes_left)};
};
template <>
struct Fields<shapes::Account> {
  using T = shapes::Account;
  static constexpr std::string_view name = "UserRow";
  static constexpr auto list = std::tuple{flattened(&T::registration),
                                          field("id", &T::id),
                                          field("version", &T::version),
                                          field("enabled", &T::enabled),
                                          field("roles", &T::roles),
                                          field("has_password", &T::has_password),
                                          nullable("second_factor", &T::second_factor),
                                          field("allowed_commands", &T::allowed_commands)};
};
template <>
struct Fields<shapes::UserList> {
  using T = shapes::UserList;
  static constexpr std::string_view name = "UserList";
  static constexpr auto list = std::tuple{flattened(&T::head), field("items", &T::items)};
};
template <>
struct Fields<shapes::User> {
  using T = shapes::User;
  static constexpr std::string_view name = "User";
  static constexpr auto list = std::tuple{flattened(&T::head), flattened(&T::account)};
};
template <>
struct Fields<shapes::Person> {
  using T = shapes::Person;
  static constexpr auto list =
      std::tuple{field("user", &T::user), field("display_name", &T::display_name),
                 nullable("official", &T::official), field("roles", &T::roles)};
};
template <>
struct Fields<shapes::Me> {
  using T = shapes::Me;
  static constexpr std::string_view name = "Me";
  static constexpr auto list =
      std::tuple{flattened(&T::person), field("ledger", &T::ledger), field("today", &T::today),
                 field("sees_all_khoms", &T::sees_all_khoms)};
};
template <>
struct Fields<shapes::AccountAct> {
  using T = shapes::AccountAct;
  static constexpr std::string_view name = "AccountAct";
  static constexpr auto list = std::tuple{
      field("position", &T::position), field("user", &T::user),          field("act", &T::act),
      field("detail", &T::detail),     nullable("expires", &T::expires), field("by", &T::by),
      field("role", &T::role),         field("happened", &T::happened)};
};
template <>
struct Fields<shapes::AccountActList> {
  using T = shapes::AccountActList;
  static constexpr std::string_view name = "AccountActList";
  static constexpr auto list = std::tuple{flattened(&T::head), field("items", &T::items)};
};
template <>
struct Fields<shapes::FailedSignIn> {
  using T = shapes::FailedSignIn;
  static constexpr std::string_view name = "FailedSignIn";
  static constexpr auto list = std::tuple{
      nullable("user", &T::user), field("address", &T::address), field("first", &T::first),
      field("last", &T::last),    field("times", &T::times),     field("refused", &T::refused)};
};
template <>
struct Fields<shapes::FailedSignInList> {
  using T = shapes::FailedSignInList;
  static constexpr std::string_view name = "FailedSignInList";
  static constexpr auto list = std::tuple{field("items", &T::items)};
};
template <>
struct Fields<shapes::AccountNews> {
  using T = shapes::AccountNews;
  static constexpr std::string_view name = "AccountNews";
  static constexpr auto list = std::tuple{nullable("last_sign_in", &T::last_sign_in),
                                          field("account_acts", &T::account_acts),
                                          field("failed_sign_ins", &T::failed_sign_ins)};
};
template <>
struct Fields<shapes::Session> {
  using T = shapes::Session;
  static constexpr std::string_view name = "Session";
  static constexpr auto list =
      std::tuple{flattened(&T::person), nullable("csrf_token", &T::csrf_token),
                 nullable("since_last_sign_in", &T::since_last_sign_in)};
};
template <>
struct Fields<shapes::Token> {
  using T = shapes::Token;
  static constexpr std::string_view name = "Token";
  static constexpr auto list =
      std::tuple{field("id", &T::id), field("name", &T::name), field("made", &T::made),
                 field("expires", &T::expires), nullable("last_used", &T::last_used)};
};
template <>
struct Fields<shapes::TokenList> {
  using T = shapes::TokenList;
  static constexpr std::string_view name = "TokenList";
  static constexpr auto list = std::tuple{field("items", &T::items)};
};
template <>
struct Fields<shapes::LoginSession> {
  using T = shapes::LoginSession;
  static constexpr std::string_view name = "LoginSession";
  static constexpr auto list =
      std::tuple{field("id", &T::id), field("began", &T::began), field("last_used", &T::last_used),
                 field("address", &T::address), field("is_this_one", &T::is_this_one)};
};
template <>
struct Fields<shapes::SessionList> {
  using T = shapes::SessionList;
  static constexpr std::string_view name = "SessionList";
  static constexpr auto list = std::tuple{field("items", &T::items)};
};
template <>
struct Fields<shapes::SecondFactorOffer> {
  using T = shapes::SecondFactorOffer;
  static constexpr std::string_view name = "SecondFactorOffer";
  static constexpr auto list = std::tuple{field("secret", &T::secret), field("uri", &T::uri)};
};
template <>
struct Fields<shapes::RecoveryCodes> {
  using T = shapes::RecoveryCodes;
  static constexpr std::string_view name = "RecoveryCodes";
  static constexpr auto list = std::tuple{field("recovery_codes", &T::recovery_codes)};
};
template <>
struct Fields<shapes::SignInLink> {
  using T = shapes::SignInLink;
  static constexpr std::string_view name = "SignInLink";
  static constexpr auto list = std::tuple{field("user", &T::user), field("code", &T::code),
                                          field("path", &T::path), field("expires", &T::expires)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::UserList&);
template std::string text(const shapes::User&);
template std::string text(const shapes::Me&);
template std::string text(const shapes::AccountActList&);
template std::string text(const shapes::FailedSignInList&);
template std::string text(const shapes::Session&);
template std::string text(const shapes::TokenList&);
template std::string text(const shapes::SessionList&);
template std::string text(const shapes::SecondFactorOffer&);
template std::string text(const shapes::RecoveryCodes&);
template std::string text(const shapes::SignInLink&);

void describe_accounts(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::UserList>::schema(answers);
  std::ignore = codec::Kind<shapes::User>::schema(answers);
  std::ignore = codec::Kind<shapes::Me>::schema(answers);
  std::ignore = codec::Kind<shapes::AccountActList>::schema(answers);
  std::ignore = codec::Kind<shapes::FailedSignInList>::schema(answers);
  std::ignore = codec::Kind<shapes::Session>::schema(answers);
  std::ignore = codec::Kind<shapes::TokenList>::schema(answers);
  std::ignore = codec::Kind<shapes::SessionList>::schema(answers);
  std::ignore = codec::Kind<shapes::SignInLink>::schema(answers);
  std::ignore = codec::Kind<shapes::SecondFactorOffer>::schema(answers);
  std::ignore = codec::Kind<shapes::RecoveryCodes>::schema(answers);
}

}  // namespace langnghe::api::wire
