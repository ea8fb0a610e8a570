#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <projections/report.hpp>
#include <projections/settings.hpp>

#include "call.hpp"
#include "reading/figures_cache.hpp"
#include "reading/reading.hpp"

namespace langnghe::api::wire {

[[nodiscard]] std::string plan_detail(
    const Call& call, const Reading& reading,
    const projections::settings::Versioned<domain::PlanState>& plan, const AllowedActs& allowed);

/// A frozen report serves the figures as they were; what came later is told apart.
struct FrozenFigures {
  std::uint64_t ledger_size = 0;
  std::string hash;  ///< as frozen
  bool estimate = false;
  bool matches = false;             ///< the figures made again have the same hash
  std::uint64_t records_since = 0;  ///< in the ledger, after the figures were frozen
};
struct ReportDetail {
  domain::Period period;
  std::shared_ptr<const HashedFigures> figures;
  std::optional<FrozenFigures> frozen;
  projections::report::ReportRow row;
  AllowedActs allowed;
};
[[nodiscard]] std::string report_detail(const Call& call, const Reading& reading,
                                        const ReportDetail& detail);

struct ReportLine {
  domain::Period period;
  domain::ReportPhase phase{};
  std::uint64_t version = 0;
  bool over = false;
};
[[nodiscard]] std::string report_list(const Call& call, const Reading& reading,
                                      domain::PeriodFamily family, int year,
                                      const std::vector<ReportLine>& lines);

/// The items that a figure counts.
struct FigureItem {
  std::string id;
  std::string kind;   ///< `issue`, `dialogue`, `duty`, `document` …
  std::string label;  ///< an issue's subject, a dialogue's date, a document's symbol
  std::string khom;
  std::string phase;
};
/// A figure, opened: what counts for it and what counts against it.
struct OpenedFigure {
  std::uint64_t position = 0;  ///< the ledger size it follows from
  const projections::report::Figure& figure;
  std::vector<FigureItem> items;
  std::vector<FigureItem> against;
};
[[nodiscard]] std::string figure_detail(const Call& call, const Reading& reading,
                                        const ReportDetail& detail, const OpenedFigure& opened);

}  // namespace langnghe::api::wire
