#pragma once

#include <ledger/maintenance.hpp>

#include "database.hpp"

namespace langnghe::eventstore {

/// As Maintenance::scrub, on an open database.
[[nodiscard]] StoreResult<ScrubReport> scrub_database(const Database& database,
                                                      const ScrubOptions& options);

}  // namespace langnghe::eventstore
