#include "report/report_duties.hpp"

#include <string_view>

#include <projections/report.hpp>

#include "report/report_facts.hpp"
#include "report/report_keys.hpp"
#include "rows/row.hpp"

namespace langnghe::projections::report {

DutyRecords::DutyRecords(const Snapshot& snapshot) {
  snapshot.of(kName).scan(kDuties, {}, [&](std::string_view, std::string_view value) {
    duties_.push_back(row::from_bytes<DutyFacts>(value));
    return true;
  });
}

std::vector<std::uint64_t> DutyRecords::of(const domain::KhomId& khom, int year,
                                           int quarter) const {
  std::vector<std::uint64_t> positions;
  for (const auto& duty : duties_) {
    if (duty.khom == khom && duty.year == year && duty.quarter == quarter) {
      positions.push_back(duty.position);
    }
  }
  return positions;
}

}  // namespace langnghe::projections::report
