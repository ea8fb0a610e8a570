#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include <domain/actor.hpp>
#include <domain/world.hpp>

#include "call/call.hpp"

namespace langnghe::api {

struct TracedEvent {
  std::uint64_t position = 0;
  std::string type;
  std::string stream;
};

/// The records that one commit wrote, and the state of its subject right after it.
struct Trace {
  std::vector<TracedEvent> events;
  domain::Role role{};  ///< the role it was done in, as the ledger says
  domain::StreamState state;
};

/// `acted_in` is the role to assume where the commit wrote nothing.
[[nodiscard]] std::expected<Trace, Problem> trace(const Call& call,
                                                  const CommandHandler::AcceptedType& done,
                                                  domain::Role acted_in);

/// The events of a stream after a version, for who saw it then; of the first 100, those this reader
/// may read.
[[nodiscard]] std::expected<std::vector<Change>, Problem> changes_since(
    const Call& call, const eventstore::StreamName& stream, eventstore::Version seen);

}  // namespace langnghe::api
