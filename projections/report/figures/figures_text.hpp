#pragma once

#include <string>

#include <projections/report.hpp>

/// Pieces of the canonical text of figures.
namespace langnghe::projections::report {

[[nodiscard]] std::string balance_text(const Balance& balance);
/// A figure's numbers without what stands behind them: what a report prints.
[[nodiscard]] std::string value_text(const Figure& figure);

}  // namespace langnghe::projections::report
