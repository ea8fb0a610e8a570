#pragma once

#include <string_view>

#include <domain/time.hpp>

#include "acts/acts.hpp"

namespace langnghe::tools {

/// The ledger of the demonstration ward whose year runs up to the day on which it is loaded.
inline constexpr std::string_view kLivingWard = "sa-dec-hom-nay";

/// The acts of that ward up to `now`: those of `half_year` (the ward Sa Đéc in 2025, line by line),
/// moved by whole weeks so that its last week of November 2025 is the week of `now`. What is bound
/// to quarters and years cannot be moved and is made anew: the plans and the quarterly reports.
/// Throws std::runtime_error where a line is not as tools/demo/README.md says.
[[nodiscard]] BundledWard living_ward(const BundledWard& half_year, domain::Instant now);

}  // namespace langnghe::tools
