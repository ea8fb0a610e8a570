#pragma once

#include <expected>

#include <domain/report.hpp>
#include <projections/report.hpp>

#include "call/call.hpp"

namespace langnghe::api::resources {

/// A report may have been frozen by a newer program, whose figures this one does not know.
[[nodiscard]] constexpr bool is_known_dictionary(int version) {
  return version >= 1 && version <= projections::report::kDefinitionVersion;
}

/// The changes that later facts made in a report's frozen figures, as the ledger stands now. Leaves
/// the command as it is where nothing is frozen: the rules say so.
[[nodiscard]] std::expected<void, Problem> find_differences(const Call& call,
                                                            domain::SupplementReport& command);
/// Is there any? False where nothing is frozen.
[[nodiscard]] std::expected<bool, Problem> has_differences(const Call& call,
                                                           const domain::ReportKey& key);

}  // namespace langnghe::api::resources
