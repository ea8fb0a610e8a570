// The only file that knows how accounts.json is written.

#include <exception>

#include <nlohmann/json.hpp>

#include "accounts/account_book.hpp"

namespace langnghe::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

Json json_of(const StoredToken& token) {
  Json json;
  json["blake2b"] = to_base64url(token.digest);
  json["label"] = token.label;
  json["made"] = domain::to_utc_text(token.made);
  json["expires"] = domain::to_utc_text(token.expires);
  return json;
}

std::optional<StoredToken> token_from(const Json& json) {
  StoredToken token;
  const auto made = domain::parse_instant(json.at("made").get<std::string>());
  const auto expires = domain::parse_instant(json.at("expires").get<std::string>());
  if (!made || !expires || !from_base64url(json.at("blake2b").get<std::string>(), token.digest)) {
    return std::nullopt;
  }
  token.label = json.at("label").get<std::string>();
  token.made = *made;
  token.expires = *expires;
  return token;
}

std::optional<AccountBook> book_from(const Json& json) {
  if (json.at("version").get<int>() != kVersion) {
    return std::nullopt;
  }
  AccountBook book;
  for (const Json& entry : json.at("accounts")) {
    Account account;
    account.password_hash = entry.at("password").get<std::string>();
    for (const Json& written : entry.at("tokens")) {
      auto token = token_from(written);
      if (!token) {
        return std::nullopt;
      }
      account.tokens.push_back(std::move(*token));
    }
    AccountKey key{entry.at("ledger").get<std::string>(), entry.at("user").get<std::string>()};
    if (!book.try_emplace(std::move(key), std::move(account)).second) {
      return std::nullopt;
    }
  }
  return book;
}

}  // namespace

std::string to_json(const AccountBook& book) {
  Json accounts = Json::array();
  for (const auto& [key, account] : book) {
    Json tokens = Json::array();
    for (const auto& token : account.tokens) {
      tokens.push_back(json_of(token));
    }
    Json entry;
    entry["ledger"] = key.ledger;
    entry["user"] = key.user;
    entry["password"] = account.password_hash;
    entry["tokens"] = std::move(tokens);
    accounts.push_back(std::move(entry));
  }
  Json json;
  json["version"] = kVersion;
  json["accounts"] = std::move(accounts);
  // A label is a person's text: what is not UTF-8 in it must not stop the file from being written.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<AccountBook> book_from_json(std::string_view text) {
  try {
    return book_from(Json::parse(text));
  } catch (const Json::exception&) {
    return std::nullopt;  // not our form: the caller reports the file as unavailable
  }
}

}  // namespace langnghe::api
