// The only file that knows how accounts.json is written.

#include <string>
#include <utility>

#include "accounts/account_book.hpp"
#include "accounts/one_time_codes.hpp"
#include "accounts/stored_json.hpp"

namespace langnghe::api {
namespace {

using Json = StoredJson;

constexpr int kVersion = 1;

template <class Enum>
Enum enum_from(const Json& json) {
  const auto value = domain::from_text<Enum>(json.get<std::string>());
  return value ? *value : throw NotOurs();
}

// ---- tokens, devices, the link

Json json_of(const StoredToken& token) {
  Json json;
  json["blake2b"] = to_base64url(token.digest);
  json["label"] = token.label;
  json["made"] = domain::to_utc_text(token.made);
  json["expires"] = domain::to_utc_text(token.expires);
  if (token.last_used) {
    json["last_used"] = domain::to_utc_text(*token.last_used);
  }
  return json;
}

StoredToken token_from(const Json& json) {
  StoredToken token;
  token.digest = digest_from(json.at("blake2b"));
  token.label = json.at("label").get<std::string>();
  token.made = instant_from(json.at("made"));
  token.expires = instant_from(json.at("expires"));
  if (json.contains("last_used")) {
    token.last_used = instant_from(json.at("last_used"));
  }
  return token;
}

Json json_of(const StoredDevice& device) {
  return {{"blake2b", to_base64url(device.digest)},
          {"last_used", domain::to_utc_text(device.last_used)}};
}

StoredDevice device_from(const Json& json) {
  return {digest_from(json.at("blake2b")), instant_from(json.at("last_used"))};
}

// ---- the second factor

Json json_of(const StoredSecondFactor& factor) {
  Json json;
  json["totp"] = to_base32(factor.secret);
  json["since"] = domain::to_utc_text(factor.since);
  json["last_step"] = factor.last_step;
  json["recovery"] = Json::array();
  for (const auto& code : factor.recovery) {
    json["recovery"].push_back(to_base64url(code));
  }
  return json;
}

StoredSecondFactor factor_from(const Json& json) {
  StoredSecondFactor factor;
  auto secret = from_base32(json.at("totp").get<std::string>());
  factor.secret = secret && !secret->empty() ? *std::move(secret) : throw NotOurs();
  factor.since = instant_from(json.at("since"));
  factor.last_step = json.at("last_step").get<std::uint64_t>();
  for (const Json& code : json.at("recovery")) {
    factor.recovery.push_back(digest_from(code));
  }
  return factor;
}

// ---- saved views

Json json_of(const Accounts::SavedView& view) {
  return {{"id", view.id}, {"name", view.name}, {"page", view.page}, {"query", view.query}};
}

Accounts::SavedView view_from(const Json& json) {
  return {json.at("id").get<std::string>(), json.at("name").get<std::string>(),
          json.at("page").get<std::string>(), json.at("query").get<std::string>()};
}

// ---- what the ledger is still to be told

constexpr std::pair<AccountAct::What, std::string_view> kWhat[] = {
    {AccountAct::What::password_set, "password_set"},
    {AccountAct::What::sign_in_link_made, "sign_in_link_made"},
    {AccountAct::What::token_made, "token_made"},
    {AccountAct::What::second_factor_on, "second_factor_on"},
    {AccountAct::What::second_factor_off, "second_factor_off"}};

Json json_of(const AccountAct& act) {
  Json json;
  json["id"] = act.id;
  for (const auto& [what, name] : kWhat) {
    if (what == act.what) {
      json["what"] = name;
    }
  }
  json["by"] = act.by.user.value;
  json["role"] = domain::to_text(act.by.role);
  json["at"] = domain::to_utc_text(act.at);
  json["means"] = domain::to_text(act.means);
  json["expires"] = domain::to_utc_text(act.expires);
  json["token"] = act.token;
  json["name"] = act.name;
  return json;
}

AccountAct act_from(const Json& json, const std::string& user) {
  AccountAct act;
  act.id = json.at("id").get<std::string>();
  act.user = {user};
  bool known = false;
  for (const auto& [what, name] : kWhat) {
    if (json.at("what").get<std::string>() == name) {
      act.what = what;
      known = true;
    }
  }
  if (!known) {
    throw NotOurs();
  }
  act.by = {{json.at("by").get<std::string>()}, enum_from<domain::Role>(json.at("role"))};
  act.at = instant_from(json.at("at"));
  act.means = enum_from<domain::PasswordMeans>(json.at("means"));
  act.expires = instant_from(json.at("expires"));
  act.token = json.at("token").get<std::string>();
  act.name = json.at("name").get<std::string>();
  return act;
}

// ---- accounts

template <class List>
Json list_of(const List& list) {
  Json json = Json::array();
  for (const auto& entry : list) {
    json.push_back(json_of(entry));
  }
  return json;
}

/// Members added after the first form are written only where they hold something.
Json json_of(const AccountKey& key, const Account& account) {
  Json entry;
  entry["ledger"] = key.ledger;
  entry["user"] = key.user;
  entry["password"] = account.password_hash;
  entry["tokens"] = list_of(account.tokens);
  if (!account.devices.empty()) {
    entry["devices"] = list_of(account.devices);
  }
  if (account.link) {
    entry["link"] = {{"blake2b", to_base64url(account.link->digest)},
                     {"expires", domain::to_utc_text(account.link->expires)}};
  }
  if (account.second_factor) {
    entry["second_factor"] = json_of(*account.second_factor);
  }
  if (account.last_sign_in) {
    entry["last_sign_in"] = {{"at", domain::to_utc_text(account.last_sign_in->at)},
                             {"ledger_size", account.last_sign_in->ledger_size}};
  }
  if (!account.views.empty()) {
    entry["views"] = list_of(account.views);
  }
  if (!account.untold.empty()) {
    entry["untold"] = list_of(account.untold);
  }
  return entry;
}

Account account_from(const Json& entry) {
  Account account;
  account.password_hash = entry.at("password").get<std::string>();
  for (const Json& written : entry.at("tokens")) {
    account.tokens.push_back(token_from(written));
  }
  for (const Json& written : entry.value("devices", Json::array())) {
    account.devices.push_back(device_from(written));
  }
  if (entry.contains("link")) {
    const auto& link = entry.at("link");
    account.link = StoredLink{digest_from(link.at("blake2b")), instant_from(link.at("expires"))};
  }
  if (entry.contains("second_factor")) {
    account.second_factor = factor_from(entry.at("second_factor"));
  }
  if (entry.contains("last_sign_in")) {
    const auto& mark = entry.at("last_sign_in");
    account.last_sign_in =
        SignInMark{instant_from(mark.at("at")), mark.at("ledger_size").get<std::uint64_t>()};
  }
  for (const Json& written : entry.value("views", Json::array())) {
    account.views.push_back(view_from(written));
  }
  for (const Json& written : entry.value("untold", Json::array())) {
    account.untold.push_back(act_from(written, entry.at("user").get<std::string>()));
  }
  return account;
}

AccountBook book_from(const Json& json) {
  AccountBook book;
  for (const Json& entry : json.at("accounts")) {
    AccountKey key{entry.at("ledger").get<std::string>(), entry.at("user").get<std::string>()};
    if (!book.try_emplace(std::move(key), account_from(entry)).second) {
      throw NotOurs();
    }
  }
  return book;
}

}  // namespace

std::string to_json(const AccountBook& book) {
  Json accounts = Json::array();
  for (const auto& [key, account] : book) {
    accounts.push_back(json_of(key, account));
  }
  Json json;
  json["version"] = kVersion;
  json["accounts"] = std::move(accounts);
  return stored_text(json);
}

std::optional<AccountBook> book_from_json(std::string_view text) {
  return stored_value(text, kVersion, &book_from);
}

}  // namespace langnghe::api
