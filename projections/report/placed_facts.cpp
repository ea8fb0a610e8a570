#include "report/placed_facts.hpp"

#include <utility>

#include <projections/report.hpp>

#include "report/report_facts.hpp"
#include "report/report_keys.hpp"
#include "rows/row.hpp"

namespace langnghe::projections {

using report::PlacedFacts;

std::optional<PlacedFacts> RowsOf<PlacedFacts>::read(const ViewReader& rows, std::string_view key) {
  auto place = rows.get(key);
  if (!place) {
    return std::nullopt;
  }
  auto facts = row::read<report::IssueFacts>(rows, *place).value_or(report::IssueFacts{});
  return PlacedFacts{std::move(facts), *std::move(place)};
}

void RowsOf<PlacedFacts>::write(const PlacedFacts& held, std::string_view key, Overlay& rows) {
  const auto place = report::issue_place(held.facts);
  if (place != held.place) {
    if (!held.place.empty()) {
      rows.erase(held.place);
    }
    rows.put(key, place);
  }
  row::put(rows, place, held.facts);
}

}  // namespace langnghe::projections
