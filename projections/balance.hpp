#pragma once

#include <optional>
#include <vector>

#include <domain/issue_state.hpp>
#include <domain/period.hpp>
#include <domain/time.hpp>
#include <projections/report.hpp>

#include "measure.hpp"
#include "report_facts.hpp"
#include "tally.hpp"

/// The balance of a period (domain.md rule 11), from the timelines of issues.
namespace langnghe::projections::report {

/// What one issue adds. Flows are counted step by step, stocks at the ends; since every step moves
/// an issue in or out of the stock by one, the balance holds by construction.
[[nodiscard]] Balance balance_of(const std::vector<Transition>& timeline,
                                 const domain::Period& period);

void add(Balance& sum, const Balance& part);

/// Open at the end of that day? Not yet received is not open.
[[nodiscard]] bool is_open_on(const std::vector<Transition>& timeline, const domain::Date& day);

/// How it first ended, if it ever did.
[[nodiscard]] std::optional<domain::Ending> first_ending(const std::vector<Transition>& timeline);

/// The group `balance` of the dictionary: the same numbers, opened down to issues and records.
class BalanceFigures {
 public:
  explicit BalanceFigures(const Measure& measure) : measure_(measure) {}
  void count(const IssueFacts& issue);
  void add_to(FigureList& list) const;

 private:
  const Measure& measure_;
  Tally carried_in_, fresh_, reopened_, ended_, carried_out_, voided_;
};

}  // namespace langnghe::projections::report
