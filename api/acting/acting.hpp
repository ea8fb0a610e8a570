#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include <domain/command.hpp>
#include <domain/permissions.hpp>
#include <domain/time.hpp>

#include "call/act.hpp"
#include "call/call.hpp"
#include "routing/conditional.hpp"

/// Every act is done in three steps: read its surroundings, carry it out, answer.
namespace langnghe::api {

/// The Idempotency-Key as the client wrote it: visible ASCII, at most 255 bytes.
[[nodiscard]] std::expected<std::string_view, Problem> client_key(const Call& call);

/// The key of a request that acts once, as the ledger keeps it: scoped by the user, with the hash
/// of what it stands for.
struct OnceKey {
  std::string key;
  std::string request_hash;  ///< of method, path and body
};
[[nodiscard]] std::expected<OnceKey, Problem> once_key(const Call& call);

/// The surroundings of a command. The role is checked before the body is looked at.
struct Intake {
  Act act;
  std::string key;  ///< see `OnceKey`
  std::string request_hash;
  Expected expected;
  domain::RoleGranted role;  ///< the role acted in
  /// The key was used before: the first answer is given again, and nothing may be sealed or made
  /// anew for it.
  std::optional<eventstore::Committed> answered;
};
[[nodiscard]] std::expected<Intake, Problem> take_in(const Call& call, const Act& act);

/// The reason that this act has to wait: a wrong clock writes records that stay for ever, so only
/// the act that confirms the time passes.
[[nodiscard]] std::optional<Problem> held_by_clock(const Call& call, std::string_view act);

/// The resource an act is about, as the answer names it.
struct Place {
  std::string id;
  std::string path;  ///< for Location
};
/// `/api/v1/wards/{ward}/{tail}`.
[[nodiscard]] std::string ward_path(const Call& call, std::string_view tail);

[[nodiscard]] Reply carry_out(const Call& call, const Intake& intake, domain::Command command,
                              const std::optional<domain::Happened>& happened, const Place& place);

/// An act that a request brings about without asking for it, as opening sealed data is recorded.
/// Nobody sends it twice: `key` is made for it.
[[nodiscard]] std::expected<void, Problem> act_unasked(const Call& call, domain::Command command,
                                                       domain::Subject subject,
                                                       std::string_view act,
                                                       const std::string& key);

/// An id that follows from the user's Idempotency-Key, so that a retry makes the same one.
[[nodiscard]] std::string id_for(const Call& call, const Intake& intake, std::string_view kind);

}  // namespace langnghe::api
