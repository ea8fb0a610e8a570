#include <array>
#include <map>
#include <string>
#include <utility>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <projections/report.hpp>
#include <projections/schedule.hpp>

#include "any_act.hpp"
#include "example_year.hpp"

// domain.md rules 10 and 11 over ledgers of random acts, each with an oracle of its own.

namespace langnghe::projections {
namespace {

using domain::Date;
using domain::PeriodFamily;
using test::day;

void record_issue(test::WardLedger& ledger, const std::string& issue) {
  const auto on = domain::to_text(*test::any_day());
  auto recorded =
      test::recorded("d-1", "p-1", "k" + std::to_string(*rc::gen::inRange(0, 3)), on, issue);
  recorded.channel =
      *rc::gen::element(domain::IntakeChannel::dialogue, domain::IntakeChannel::letter);
  ledger.act(on, issue, recorded);
}

/// A few issues and what happened to them, entered in any order of days.
void play_anything(test::WardLedger& ledger) {
  ledger.act("2020-12-01", {test::policy_adopted()});
  for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
    const auto issue = "i-" + std::to_string(i);
    record_issue(ledger, issue);
    for (const auto& act : *rc::gen::container<std::vector<domain::IssueEvent>>(test::any_act())) {
      ledger.act(domain::to_text(*test::any_day()), issue, act);
    }
  }
}

std::int64_t sum_of_fresh(const std::map<std::string, report::Balance>& group) {
  std::int64_t sum = 0;
  for (const auto& [name, balance] : group) {
    RC_ASSERT(balance.holds());
    sum += balance.fresh;
  }
  return sum;
}

RC_GTEST_PROP(FiguresOfAnyLedger, BalanceInAllPeriodsAndGroups, ()) {
  test::WardLedger ledger;
  play_anything(ledger);
  const auto snapshot = ledger.snapshot();
  for (const auto family : {PeriodFamily::calendar, PeriodFamily::cchc, PeriodFamily::ttcp}) {
    for (const auto& period : domain::periods_of_year(family, 2021)) {
      const auto figures = report::figures_of(*snapshot, period);
      RC_ASSERT(figures.balance.holds());
      for (const auto* group : {&figures.by_khom, &figures.by_field, &figures.by_type}) {
        RC_ASSERT(sum_of_fresh(*group) == figures.balance.fresh);
      }
    }
  }
}

RC_GTEST_PROP(FiguresOfAnyLedger, CarryOutWhatTheNextQuarterCarriesIn, ()) {
  test::WardLedger ledger;
  play_anything(ledger);
  const auto snapshot = ledger.snapshot();
  const auto balance = [&](std::string_view name) {
    return report::figures_of(*snapshot, domain::find_period(PeriodFamily::calendar, name).value())
        .balance;
  };
  RC_ASSERT(balance("2021-Q1").carried_out == balance("2021-Q2").carried_in);
  RC_ASSERT(balance("2021-Q2").carried_out == balance("2021-Q3").carried_in);
  RC_ASSERT(balance("2021-Q1").fresh + balance("2021-Q2").fresh == balance("2021-H1").fresh);
}

RC_GTEST_PROP(FiguresOfAnyLedger, NeverSayMoreThanTheirDenominators, ()) {
  test::WardLedger ledger;
  play_anything(ledger);
  const auto figures = report::figures_of(
      *ledger.snapshot(), domain::find_period(PeriodFamily::calendar, "2021-Q2").value());
  for (const auto& figure : figures.figures) {
    if (figure.kind == report::FigureKind::rate) {
      RC_ASSERT(figure.value <= figure.of.value_or(0));
    }
    RC_ASSERT(figure.value >= 0);
  }
}

/// One khóm of a random ward with what the oracle counts by hand.
struct Neighbourhood {
  Date last_day{};
  std::array<int, 4> owed{};
  std::array<int, 4> held{};
};

using schedule::CellStatus;

CellStatus expected_status(int owed, int held) {
  if (owed == 0) {
    return CellStatus::not_due;
  }
  return held >= owed ? CellStatus::met : CellStatus::missed;
}

RC_GTEST_PROP(CoverageOfAnyYear, IsWhatWasHeldAgainstWhatWasOwedWhileTheKhomWasValid, ()) {
  test::WardLedger ledger;
  ledger.act("2020-12-01", {test::policy_adopted()});
  std::map<std::string, Neighbourhood> khoms;
  std::vector<domain::PlanLine> lines;
  for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
    const auto name = "k" + std::to_string(i);
    Neighbourhood khom{.last_day = *test::any_day(), .owed = {}, .held = {}};
    for (auto& owed : khom.owed) {
      owed = *rc::gen::inRange(0, 3);
    }
    ledger.act("2020-12-02", {test::khom_added(name, "Khóm " + name, "2015-01-01"),
                              test::khom_closed(name, domain::to_text(khom.last_day))});
    lines.push_back({{name}, khom.owed});
    khoms[name] = khom;
  }
  ledger.act("2020-12-03", {test::plan_drafted(lines)});
  ledger.act("2020-12-04", {test::plan_approved()});
  for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
    const auto name = "k" + std::to_string(*rc::gen::inRange(1, 5));
    const auto on = *test::any_day();
    const int residents = *rc::gen::inRange(0, 3);
    const auto id = "d-" + std::to_string(i);
    const auto text = domain::to_text(on);
    ledger.act(text,
               {test::scheduled(id, name, text), test::opened(id), test::attended(id, residents)});
    if (khoms.contains(name) && on.year() == std::chrono::year(2021) && residents > 0) {
      ++khoms[name].held.at(static_cast<std::size_t>(domain::quarter_of(on) - 1));
    }
  }
  std::size_t cells = 0;
  for (const auto& cell : schedule::of_year(*ledger.snapshot(), 2021, day("2022-01-01")).cells) {
    const auto& khom = khoms.at(cell.khom.value);
    const auto index = static_cast<std::size_t>(cell.quarter - 1);
    RC_ASSERT(cell.held == khom.held.at(index));
    RC_ASSERT(cell.status == expected_status(khom.owed.at(index), khom.held.at(index)));
    ++cells;
  }
  std::size_t valid_quarters = 0;
  for (const auto& [name, khom] : khoms) {
    valid_quarters += khom.last_day.year() > std::chrono::year(2021)
                          ? 4U
                          : static_cast<std::size_t>(domain::quarter_of(khom.last_day));
  }
  RC_ASSERT(cells == valid_quarters);
}

}  // namespace
}  // namespace langnghe::projections
