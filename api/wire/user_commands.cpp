#include <array>

#include <codec/fields/user.hpp>

#include "wire/read_body.hpp"

namespace langnghe::codec {

template <>
struct Fields<domain::RegisterUser> {
  static constexpr auto list = std::tuple{flattened(&domain::RegisterUser::registration)};
};
template <>
struct Fields<domain::GrantRole> {
  static constexpr auto list = std::tuple{flattened(&domain::GrantRole::grant)};
};
template <>
struct Fields<domain::RevokeRole> {
  static constexpr auto list = std::tuple{field("role", &domain::RevokeRole::role)};
};
template <>
struct Fields<domain::DisableUser> {
  static constexpr auto list = std::tuple{field("reason", &domain::DisableUser::reason)};
};
template <>
struct Fields<domain::EnableUser> {
  static constexpr auto list = std::tuple{field("reason", &domain::EnableUser::reason)};
};
template <>
struct Fields<api::wire::SignInBody> {
  using T = api::wire::SignInBody;
  static constexpr auto list = std::tuple{field("user", &T::user), field("password", &T::password)};
};
template <>
struct Fields<api::wire::PasswordBody> {
  using T = api::wire::PasswordBody;
  static constexpr auto list =
      std::tuple{field("password", &T::password), field("old_password", &T::old_password)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {
namespace {

using domain::UserId;

constexpr std::array kActs{
    reader_of<domain::RegisterUser, UserId>(), reader_of<domain::GrantRole, UserId>(),
    reader_of<domain::RevokeRole, UserId>(), reader_of<domain::DisableUser, UserId>(),
    reader_of<domain::EnableUser, UserId>()};

}  // namespace

Read<domain::Command> read_user_act(std::string_view act, const UserId& user,
                                    std::string_view body) {
  return read_with<UserId>(kActs, act, user, body);
}

std::expected<SignInBody, Problem> read_sign_in(std::string_view body) {
  return read_plain<SignInBody>(body);
}
std::expected<PasswordBody, Problem> read_password(std::string_view body) {
  return read_plain<PasswordBody>(body);
}

}  // namespace langnghe::api::wire
