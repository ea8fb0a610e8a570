#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <vector>

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
  std::shared_ptr<const domain::StreamState> state;
};

/// Of an act that was just done, what the handler brings; of a repeat, read from the ledger as it
/// was then.
[[nodiscard]] std::expected<Trace, Problem> trace(const Call& call,
                                                  const CommandHandler::AcceptedType& done);

/// The events of a stream after a version, for who saw it then; of the first 100, those this reader
/// may read.
[[nodiscard]] std::expected<std::vector<Change>, Problem> changes_since(
    const Call& call, const eventstore::StreamName& stream, eventstore::Version seen);

}  // namespace langnghe::api
