#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <projections/report.hpp>

#include "caching/figures_cache.hpp"
#include "call/call.hpp"
#include "reading/reading.hpp"
#include "shapes/reports.hpp"

/// Reports as answers.
namespace langnghe::api::resources {

/// A period with its document and the figures that belong to it: as frozen, or as they follow from
/// what is read.
struct ReportFound {
  domain::Period period;
  std::shared_ptr<const HashedFigures> figures;
  std::optional<shapes::FrozenFigures> frozen;
  projections::report::ReportRow row;
};

[[nodiscard]] shapes::FigureRow shape_of(const projections::report::Figure& figure);

[[nodiscard]] shapes::Report shape_of(const Call& call, const Reading& reading,
                                      const ReportFound& found, const AllowedActs& allowed);

/// A figure without what it counts: `items` and `against` are the caller's.
[[nodiscard]] shapes::FigureDetail shape_of(const Call& call, const Reading& reading,
                                            const ReportFound& found,
                                            const projections::report::Figure& figure);

}  // namespace langnghe::api::resources
