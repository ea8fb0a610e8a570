#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/report_facts.hpp"
#include "running/row_cache.hpp"

namespace langnghe::projections::report {

/// An issue's facts while events about it come, under pointer_key(). They lie under the last day
/// they matter, so that a period's figures read only what can be in them.
struct PlacedFacts {
  IssueFacts facts;
  std::string place;  ///< where their row still is; empty = nowhere yet
};

}  // namespace langnghe::projections::report

namespace langnghe::projections {

template <>
struct RowsOf<report::PlacedFacts> {
  [[nodiscard]] static std::optional<report::PlacedFacts> read(const ViewReader& rows,
                                                               std::string_view key);
  static void write(const report::PlacedFacts& held, std::string_view key, Overlay& rows);
};

}  // namespace langnghe::projections
