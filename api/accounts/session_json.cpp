// The only file that knows how sessions.json is written.

#include <cstdint>
#include <string>
#include <utility>

#include "accounts/session_book.hpp"
#include "accounts/stored_json.hpp"

namespace langnghe::api {
namespace {

using Json = StoredJson;

constexpr int kVersion = 1;

Json json_of(const Digest& cookie, const StoredSession& session) {
  Json json;
  json["blake2b"] = to_base64url(cookie);
  json["ledger"] = session.key.ledger;
  json["user"] = session.key.user;
  json["password"] = to_base64url(session.password);
  json["began"] = domain::to_utc_text(session.began);
  json["last_used"] = domain::to_utc_text(session.last_used);
  json["address"] = session.address;
  json["previous"] = {{"at", domain::to_utc_text(session.previous.at)},
                      {"ledger_size", session.previous.ledger_size}};
  return json;
}

StoredSession session_from(const Json& json) {
  const auto& previous = json.at("previous");
  return {{json.at("ledger").get<std::string>(), json.at("user").get<std::string>()},
          digest_from(json.at("password")),
          instant_from(json.at("began")),
          instant_from(json.at("last_used")),
          json.at("address").get<std::string>(),
          {instant_from(previous.at("at")), previous.at("ledger_size").get<std::uint64_t>()}};
}

SessionBook book_from(const Json& json) {
  SessionBook book;
  for (const Json& entry : json.at("sessions")) {
    if (!book.try_emplace(digest_from(entry.at("blake2b")), session_from(entry)).second) {
      throw NotOurs();
    }
  }
  return book;
}

}  // namespace

std::string to_json(const SessionBook& book) {
  Json sessions = Json::array();
  for (const auto& [cookie, session] : book) {
    sessions.push_back(json_of(cookie, session));
  }
  Json json;
  json["version"] = kVersion;
  json["sessions"] = std::move(sessions);
  return stored_text(json);
}

std::optional<SessionBook> sessions_from_json(std::string_view text) {
  return stored_value(text, kVersion, &book_from);
}

}  // namespace langnghe::api
