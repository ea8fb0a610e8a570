// The only file that knows how sessions.json is written.

#include <cstdint>
#include <exception>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "accounts/session_book.hpp"

namespace langnghe::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

/// Thrown and caught in this file: a member that is not of our form.
struct NotOurs : std::exception {};

domain::Instant instant_from(const Json& json) {
  const auto instant = domain::parse_instant(json.get<std::string>());
  return instant ? *instant : throw NotOurs();
}

Digest digest_from(const Json& json) {
  Digest digest{};
  return from_base64url(json.get<std::string>(), digest) ? digest : throw NotOurs();
}

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
  if (json.at("version").get<int>() != kVersion) {
    throw NotOurs();
  }
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
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<SessionBook> sessions_from_json(std::string_view text) {
  try {
    return book_from(Json::parse(text));
  } catch (const Json::exception&) {
    return std::nullopt;  // not our form: the caller says so
  } catch (const NotOurs&) {
    return std::nullopt;
  }
}

}  // namespace langnghe::api
