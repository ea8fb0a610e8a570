#pragma once

#include <cstdint>
#include <vector>

#include <domain/ids.hpp>
#include <projections/views.hpp>

#include "report/report_facts.hpp"

namespace langnghe::projections::report {

/// The records by which the plan's duties were missed or credited.
class DutyRecords {
 public:
  explicit DutyRecords(const Snapshot& snapshot);
  [[nodiscard]] std::vector<std::uint64_t> of(const domain::KhomId& khom, int year,
                                              int quarter) const;
  [[nodiscard]] const std::vector<DutyFacts>& all() const { return duties_; }

 private:
  std::vector<DutyFacts> duties_;
};

}  // namespace langnghe::projections::report
