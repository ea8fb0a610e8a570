#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <domain/period.hpp>
#include <domain/report.hpp>
#include <domain/time.hpp>

#include "shapes/head.hpp"
#include "shapes/reports.hpp"

/// Figures of several periods beside each other, as they follow from the ledger at one moment.
namespace langnghe::api::shapes {

struct TrendPeriod {
  domain::Period period;
  domain::ReportPhase report{};
  domain::Date measured_on{};
  bool estimate = false;
};

struct TrendValue {
  std::int64_t value = 0;
  std::optional<std::int64_t> of;
  bool measured = false;
};

struct TrendLine {
  FigureId id;
  projections::report::FigureKind kind{};
  std::vector<TrendValue> values;  ///< in the order of the periods
};

struct Trend {
  Head head;
  std::vector<TrendPeriod> periods;  ///< the earliest first
  std::vector<TrendLine> figures;
};

}  // namespace langnghe::api::shapes
