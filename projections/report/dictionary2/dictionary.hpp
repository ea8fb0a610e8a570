#pragma once

#include <domain/period.hpp>
#include <projections/report.hpp>
#include <projections/views.hpp>

/// Versions 1 and 2 of the dictionary of figures, kept for the reports that were frozen by them: a
/// change here would change bytes somebody signed. They measure every period at its end, and count
/// what happened later where it was entered.
namespace langnghe::projections::report::second {

[[nodiscard]] Figures figures_of(const Snapshot& snapshot, const domain::Period& period);

/// The figures as version 1 gives them, made of those of version 2.
[[nodiscard]] Figures in_first_version(Figures figures);

}  // namespace langnghe::projections::report::second
