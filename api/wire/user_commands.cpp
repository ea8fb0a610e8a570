#include <array>

#include <text/opaque_string.hpp>
#include <text/typed_text.hpp>

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
struct Kind<api::wire::Secret> {
  static std::string expected() { return "text"; }
  static Schema schema(Schemas& known) { return text_schema(known); }
  static bool read(const Node& node, api::wire::Secret& out, const Path& at, Reader& reader) {
    if (!node.is_text()) {
      return reader.fail(at, FieldErrorCode::wrong_type, expected());
    }
    if (text::characters(node.as_text()) > kTextCharactersMax) {
      return reader.fail(at, FieldErrorCode::too_long, std::to_string(kTextCharactersMax));
    }
    out.typed = node.as_text();
    return true;
  }
};

/// The name of an account as somebody types it to sign in.
struct TypedUser {
  domain::UserId user;
};
template <>
struct Kind<TypedUser> {
  static std::string expected() { return expected_form(IdForm::plain); }
  /// Any text: the form is asked of what stays without the blanks.
  static Schema schema(Schemas& known) { return text_schema(known); }
  static bool read(const Node& node, TypedUser& out, const Path& at, Reader& reader) {
    return node.is_text() ? read_id(Node::text(text::trimmed(node.as_text())), IdForm::plain,
                                    out.user.value, at, reader)
                          : read_id(node, IdForm::plain, out.user.value, at, reader);
  }
};
struct TypedSignIn {
  TypedUser user;
  api::wire::Secret password;
  std::string code;
};
template <>
struct Fields<TypedSignIn> {
  using T = TypedSignIn;
  static constexpr auto list = std::tuple{field("user", &T::user), field("password", &T::password),
                                          field_or_default("code", &T::code)};
};
template <>
struct Fields<api::wire::PasswordBody> {
  using T = api::wire::PasswordBody;
  static constexpr auto list =
      std::tuple{field("password", &T::password), field("old_password", &T::old_password)};
};

template <>
struct Fields<api::wire::OfferBody> {
  static constexpr auto list = std::tuple{field("password", &api::wire::OfferBody::password)};
};
template <>
struct Fields<api::wire::CodeBody> {
  static constexpr auto list = std::tuple{field("code", &api::wire::CodeBody::code)};
};
template <>
struct Fields<api::wire::ProofBody> {
  using T = api::wire::ProofBody;
  static constexpr auto list = std::tuple{field("password", &T::password), field("code", &T::code)};
};

template <>
struct Fields<api::wire::NoMembers> {
  static constexpr auto list = std::tuple{};
};
template <>
struct Fields<api::wire::LinkBody> {
  using T = api::wire::LinkBody;
  static constexpr auto list =
      std::tuple{field("user", &T::user), field("code", &T::code), field("password", &T::password)};
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
  auto typed = read_plain<codec::TypedSignIn>(body);
  if (!typed) {
    return std::unexpected(std::move(typed.error()));
  }
  return SignInBody{std::move(typed->user.user), std::move(typed->password),
                    std::move(typed->code)};
}
std::expected<OfferBody, Problem> read_offer(std::string_view body) {
  return read_plain<OfferBody>(body);
}
std::expected<CodeBody, Problem> read_code(std::string_view body) {
  return read_plain<CodeBody>(body);
}
std::expected<ProofBody, Problem> read_proof(std::string_view body) {
  return read_plain<ProofBody>(body);
}
std::expected<PasswordBody, Problem> read_password(std::string_view body) {
  auto typed = read_plain<PasswordBody>(body);
  // Only a new password is asked for its form: an old one may have been set before there was one.
  if (typed && !typed->password.typed.empty() && !text::opaque_string(typed->password.typed)) {
    return fail(
        body_problem({{"/password", codec::FieldErrorCode::secret_not_typable, std::string()}}));
  }
  return typed;
}
std::optional<Problem> read_nothing(std::string_view body) {
  const auto read = read_plain<NoMembers>(body);
  return read ? std::nullopt : std::optional(read.error());
}
std::expected<LinkBody, Problem> read_link(std::string_view body) {
  auto typed = read_plain<LinkBody>(body);
  if (typed && !typed->password.typed.empty() && !text::opaque_string(typed->password.typed)) {
    return fail(
        body_problem({{"/password", codec::FieldErrorCode::secret_not_typable, std::string()}}));
  }
  return typed;
}

void describe_user_bodies(Bodies& bodies) {
  using enum domain::Subject;
  describe_acts<UserId>(kActs, user, bodies);
  const auto add = [&bodies]<class T>(std::string_view name) {
    bodies.of.emplace(name, codec::Kind<T>::schema(bodies.known));
  };
  add.operator()<PasswordBody>(act_path(user, domain::SetPassword::kAct));
  add.operator()<NoMembers>(act_path(user, domain::MakeSignInLink::kAct));
  add.operator()<CodeBody>(act_path(user, domain::TurnOnSecondFactor::kAct));
  add.operator()<ProofBody>(act_path(user, domain::TurnOffSecondFactor::kAct));
  add.operator()<OfferBody>("offerSecondFactor");
  add.operator()<codec::TypedSignIn>("signIn");
  add.operator()<LinkBody>("useSignInLink");
}

}  // namespace langnghe::api::wire
