#include "wire/account_json.hpp"

#include <codec/fields/user.hpp>

#include "wire/json_out.hpp"

namespace langnghe::api::wire {
namespace {

namespace oversight = projections::oversight;

Json roles_json(const std::vector<domain::RoleGranted>& roles) {
  auto list = Json::array();
  for (const auto& grant : roles) {
    list.push_back(codec::to_json(grant));
  }
  return list;
}

Json person_json(const Access& access) {
  return {{"user", access.user.value},
          {"display_name", access.display_name},
          {"official", out(access.official)},
          {"roles", roles_json(access.roles)}};
}

void add_account(const Call& call, const AccountRow& row, Json& shown) {
  const auto& state = row.account.state;
  shown.update(codec::to_json(state.registration));
  shown.emplace("id", row.user.value);
  shown.emplace("version", row.account.version.value);
  shown.emplace("enabled", state.enabled);
  shown.emplace("roles", roles_json(state.roles));
  shown.emplace("has_password", row.has_password);
  shown.emplace("allowed_commands", out(call, row.allowed));
}

Json local(const std::optional<domain::Instant>& instant) {
  return instant ? Json(domain::to_local_text(*instant)) : Json(nullptr);
}

Json account_act_json(const oversight::AccountActRow& row) {
  return {{"position", row.position.value},
          {"user", row.user.value},
          {"act", row.act},
          {"detail", row.detail},
          {"expires", row.expires.empty() ? Json(nullptr) : Json(row.expires)},
          {"by", row.by.value},
          {"role", out(row.role)},
          {"happened", out(row.happened)}};
}

Json failed_json(const FailedSignIn& row) {
  return {{"user", row.user.empty() ? Json(nullptr) : Json(row.user.value)},
          {"address", row.address},
          {"first", domain::to_local_text(row.first)},
          {"last", domain::to_local_text(row.last)},
          {"times", row.times},
          {"refused", row.refused}};
}

template <class Rows, class Show>
Json list_of(const Rows& rows, Show show) {
  auto list = Json::array();
  for (const auto& row : rows) {
    list.push_back(show(row));
  }
  return list;
}

std::string items(Json list) {
  return codec::to_json_text(Json{{"items", std::move(list)}});
}

}  // namespace

std::string users(const Call& call, const Reading& reading, const std::vector<AccountRow>& rows) {
  auto body = head(call, reading, {projections::settings::definition()});
  body.emplace("items", list_of(rows, [&](const AccountRow& row) {
                 auto shown = Json::object();
                 add_account(call, row, shown);
                 return shown;
               }));
  return codec::to_json_text(body);
}

std::string user(const Call& call, const Reading& reading, const AccountRow& row) {
  auto body = head(call, reading, {projections::settings::definition()});
  add_account(call, row, body);
  return codec::to_json_text(body);
}

std::string me(const Call& call) {
  auto body = person_json(*call.access);
  body.emplace("ledger", call.ledger);
  body.emplace("today", out(domain::local_date(call.now)));
  body.emplace("sees_all_khoms", call.access->sees_all);
  return codec::to_json_text(body);
}

std::string session(const Access& access, std::string_view csrf_token,
                    const std::optional<AccountNews>& news) {
  auto body = person_json(access);
  body.emplace("csrf_token", csrf_token.empty() ? Json(nullptr) : Json(csrf_token));
  if (!news) {
    body.emplace("since_last_sign_in", nullptr);
    return codec::to_json_text(body);
  }
  const bool first = news->since == domain::Instant{};
  body.emplace("since_last_sign_in",
               Json{{"last_sign_in", first ? Json(nullptr) : local(news->since)},
                    {"account_acts", list_of(news->acts, account_act_json)},
                    {"failed_sign_ins", list_of(news->failed, failed_json)}});
  return codec::to_json_text(body);
}

std::string account_acts(const Call& call, const Reading& reading,
                         const std::vector<oversight::AccountActRow>& rows) {
  auto body = head(call, reading, {oversight::definition()});
  body.emplace("items", list_of(rows, account_act_json));
  return codec::to_json_text(body);
}

std::string tokens(const std::vector<Accounts::Token>& tokens) {
  return items(list_of(tokens, [](const Accounts::Token& token) {
    return Json{{"id", token.id},
                {"name", token.name},
                {"made", local(token.made)},
                {"expires", local(token.expires)},
                {"last_used", local(token.last_used)}};
  }));
}

std::string sessions(const std::vector<Accounts::SessionRow>& sessions) {
  return items(list_of(sessions, [](const Accounts::SessionRow& session) {
    return Json{{"began", local(session.began)},
                {"last_used", local(session.last_used)},
                {"address", session.address}};
  }));
}

std::string failed_sign_ins(const std::vector<FailedSignIn>& rows) {
  return items(list_of(rows, failed_json));
}

std::string sign_in_link(std::string_view ledger, const domain::UserId& user,
                         const Accounts::SignInLink& link) {
  // Behind the `#`: a browser keeps it to itself, so it is in no log and no Referer.
  auto path =
      "/#/sign-in-link?ward=" + std::string(ledger) + "&user=" + user.value + "&code=" + link.code;
  return codec::to_json_text(Json{{"user", user.value},
                                  {"code", link.code},
                                  {"path", std::move(path)},
                                  {"expires", local(link.expires)}});
}

}  // namespace langnghe::api::wire
