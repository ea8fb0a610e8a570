#pragma once

#include <expected>

#include <domain/ids.hpp>

#include "call/call.hpp"

/// Shared by the acts on ways into an account.
namespace langnghe::api::resources {

/// The account of the path, which the ledger knows, while the ledger can be told of what follows.
[[nodiscard]] std::expected<domain::UserId, Problem> account_of_path(const Call& call);

/// Records what was just done to an account. News that could not be told now is told with the
/// account's next request; until then the account lets nobody in.
void tell_of_ways_in(const Call& call);

/// 204.
[[nodiscard]] Response nothing();

}  // namespace langnghe::api::resources
