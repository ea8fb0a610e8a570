#include "resources/account_shapes.hpp"

#include <optional>
#include <string>

#include "reading/answer_parts.hpp"
#include "shapes/unless_empty.hpp"

namespace langnghe::api::resources {
namespace {

namespace oversight = projections::oversight;

shapes::LocalTime local(domain::Instant instant) {
  return {domain::to_local_text(instant)};
}

shapes::AccountAct shape_of(const oversight::AccountActRow& row) {
  return {
      .position = row.position.value,
      .user = row.user,
      .act = row.act,
      .detail = row.detail,
      .expires = row.expires.empty() ? std::nullopt : std::optional(shapes::LocalTime{row.expires}),
      .by = row.by,
      .role = row.role,
      .happened = row.happened};
}

shapes::FailedSignIn shape_of(const FailedSignIn& row) {
  return {.user = shapes::unless_empty(row.user),
          .address = row.address,
          .first = local(row.first),
          .last = local(row.last),
          .times = row.times,
          .refused = row.refused};
}

}  // namespace

shapes::Account shape_of(const Call& call, const domain::UserId& user,
                         const projections::settings::Versioned<domain::UserState>& account,
                         const AllowedActs& allowed) {
  const auto& state = account.state;
  auto& secrets = call.services.accounts;
  std::optional<shapes::SecondFactor> second;
  if (const auto factor = secrets.second_factor(call.ledger, user)) {
    second = shapes::SecondFactor{local(factor->since), factor->recovery_codes_left};
  }
  return {.registration = state.registration,
          .id = user,
          .version = account.version.value,
          .enabled = state.enabled,
          .roles = state.roles,
          .has_password = secrets.has_password(call.ledger, user),
          .second_factor = std::move(second),
          .allowed_commands = allowed_of(call, allowed)};
}

shapes::Person shape_of(const Access& access) {
  return {.user = access.user,
          .display_name = access.display_name,
          .official = access.official,
          .roles = access.roles};
}

std::vector<shapes::AccountAct> account_acts(const std::vector<oversight::AccountActRow>& rows) {
  std::vector<shapes::AccountAct> acts;
  acts.reserve(rows.size());
  for (const auto& row : rows) {
    acts.push_back(shape_of(row));
  }
  return acts;
}

std::vector<shapes::FailedSignIn> failed_sign_ins(const std::vector<FailedSignIn>& rows) {
  std::vector<shapes::FailedSignIn> failed;
  failed.reserve(rows.size());
  for (const auto& row : rows) {
    failed.push_back(shape_of(row));
  }
  return failed;
}

shapes::TokenList shape_of(const std::vector<Accounts::Token>& tokens) {
  shapes::TokenList list;
  for (const auto& token : tokens) {
    list.items.push_back(
        {.id = token.id,
         .name = token.name,
         .made = local(token.made),
         .expires = local(token.expires),
         .last_used = token.last_used ? std::optional(local(*token.last_used)) : std::nullopt});
  }
  return list;
}

shapes::SessionList shape_of(const std::vector<Accounts::SessionRow>& sessions,
                             std::string_view of_request) {
  shapes::SessionList list;
  for (const auto& session : sessions) {
    list.items.push_back({session.id, local(session.began), local(session.last_used),
                          session.address, session.id == of_request});
  }
  return list;
}

shapes::SignInLink shape_of(std::string_view ledger, const domain::UserId& user,
                            const Accounts::SignInLink& link) {
  // Behind the `#`: a browser keeps it to itself, so it is in no log and no Referer.
  auto path =
      "/#/sign-in-link?ward=" + std::string(ledger) + "&user=" + user.value + "&code=" + link.code;
  return {user, link.code, std::move(path), local(link.expires)};
}

}  // namespace langnghe::api::resources
