#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <api/language.hpp>
#include <domain/permissions.hpp>
#include <ledger/types.hpp>

#include "acting/trace.hpp"
#include "problems/problem.hpp"

namespace langnghe::api::wire {

/// The answer of a command.
[[nodiscard]] std::string command_answer(std::string_view id, eventstore::Version version,
                                         eventstore::Position position, std::uint64_t ledger_size,
                                         const Trace& traced);

/// RFC 9457 problem details.
[[nodiscard]] std::string problem_details(const Problem& problem, Language language,
                                          std::string_view instance);

}  // namespace langnghe::api::wire
