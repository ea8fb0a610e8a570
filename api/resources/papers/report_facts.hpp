#pragma once

#include <string>

#include <papers/documents.hpp>

#include <projections/report.hpp>

namespace langnghe::api::resources {

/// As they were counted: papers and books put them into words.
[[nodiscard]] papers::ReportFigure figure_of(const projections::report::Figure& figure);
[[nodiscard]] papers::ReportBalance balance_of(std::string name,
                                               const projections::report::Balance& balance);

}  // namespace langnghe::api::resources
