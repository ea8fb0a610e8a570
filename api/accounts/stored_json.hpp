#pragma once

#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <nlohmann/json.hpp>

#include <domain/time.hpp>

#include "accounts/secrets.hpp"

// The form that the files of this folder have in common. Include in *_json.cpp only.
namespace langnghe::api {

using StoredJson = nlohmann::ordered_json;

/// Thrown and caught below: a member that is not of our form.
struct NotOurs : std::exception {};

inline domain::Instant instant_from(const StoredJson& json) {
  const auto instant = domain::parse_instant(json.get<std::string>());
  return instant ? *instant : throw NotOurs();
}

inline Digest digest_from(const StoredJson& json) {
  Digest digest{};
  return from_base64url(json.get<std::string>(), digest) ? digest : throw NotOurs();
}

/// The text of a file. A label is a person's text: what is not UTF-8 in it must not stop the file
/// from being written.
inline std::string stored_text(const StoredJson& json) {
  return json.dump(2, ' ', false, StoredJson::error_handler_t::replace) + "\n";
}

/// The value that `read` makes of a file of that version; nothing for a text that is not of our
/// form, of which the caller tells.
template <class Read>
std::optional<std::invoke_result_t<Read, const StoredJson&>> stored_value(std::string_view text,
                                                                          int version, Read read) {
  try {
    const auto json = StoredJson::parse(text);
    return json.at("version").get<int>() == version ? std::optional(read(json)) : std::nullopt;
  } catch (const StoredJson::exception&) {
    return std::nullopt;
  } catch (const NotOurs&) {
    return std::nullopt;
  }
}

}  // namespace langnghe::api
