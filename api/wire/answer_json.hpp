#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <ledger/types.hpp>

#include "acting/trace.hpp"

namespace langnghe::api::wire {

/// The answer of a command.
[[nodiscard]] std::string command_answer(std::string_view id, eventstore::Version version,
                                         eventstore::Position position, std::uint64_t ledger_size,
                                         const Trace& traced);

}  // namespace langnghe::api::wire
