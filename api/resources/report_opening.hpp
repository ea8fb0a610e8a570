#pragma once

#include <cstdint>
#include <expected>
#include <optional>

#include <domain/period.hpp>

#include "call/call.hpp"
#include "reading/reading.hpp"
#include "resources/report_shapes.hpp"
#include "routing/query.hpp"

namespace langnghe::api::resources {

/// The report of the path at a moment.
struct OpenedReport {
  Reading reading;
  ReportFound found;
};

/// With the figures that belong to it, or those of `estimate=`. Ends the reading of parameters, as
/// `open_reading` does.
[[nodiscard]] std::expected<OpenedReport, Problem> open_report(Call& call, Query& query);
/// At a moment that is open already.
[[nodiscard]] std::expected<OpenedReport, Problem> open_report_at(
    const Call& call, Reading reading, const domain::Period& period,
    std::optional<std::uint64_t> estimate = std::nullopt);

}  // namespace langnghe::api::resources
