#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <papers/documents.hpp>

#include <projections/report.hpp>

namespace langnghe::api::resources {

/// As they were counted: papers and books put them into words.
[[nodiscard]] papers::ReportFigure figure_of(const projections::report::Figure& figure);
[[nodiscard]] papers::ReportBalance balance_of(std::string name,
                                               const projections::report::Balance& balance);
/// One side of a difference, from the text that the ledger keeps of it; of none, it was not
/// counted.
[[nodiscard]] std::optional<papers::ReportFigure> told_figure(const std::string& id,
                                                              papers::ReportFigure::Kind kind,
                                                              std::string_view text);
[[nodiscard]] papers::ReportBalance told_balance(std::string name, std::string_view text);

}  // namespace langnghe::api::resources
