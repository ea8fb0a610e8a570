#include <fstream>

#include <gtest/gtest.h>

#include <projections/report.hpp>

#include "example_year.hpp"

namespace langnghe::projections::report {
namespace {

/// The ids in the first column of the page's tables, in order.
std::vector<std::string> ids_on_the_page() {
  std::vector<std::string> ids;
  std::ifstream page(FIGURES_PAGE);
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("| `")) {
      ids.push_back(line.substr(3, line.find('`', 3) - 3));
    }
  }
  return ids;
}

TEST(FiguresPage, DefinesEveryFigureInItsOrder) {
  const test::WardLedger ledger;
  std::vector<std::string> ids;
  for (const auto& figure :
       figures_of(*ledger.snapshot(),
                  domain::find_period(domain::PeriodFamily::calendar, "2021-Q1").value())
           .figures) {
    ids.push_back(figure.id);
  }
  EXPECT_EQ(ids_on_the_page(), ids);
}

}  // namespace
}  // namespace langnghe::projections::report
