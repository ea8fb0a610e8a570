#pragma once

#include <expected>

#include <domain/report.hpp>

#include "call.hpp"

namespace langnghe::api::resources {

/// What later facts changed in a report's frozen figures, as the ledger stands now. Leaves the
/// command as it is where nothing is frozen: the rules say so.
[[nodiscard]] std::expected<void, Problem> find_differences(const Call& call,
                                                            domain::SupplementReport& command);

}  // namespace langnghe::api::resources
