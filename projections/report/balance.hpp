#pragma once

#include <optional>
#include <vector>

#include <domain/issue_state.hpp>
#include <domain/period.hpp>
#include <domain/time.hpp>
#include <projections/report.hpp>

#include "report/report_facts.hpp"

/// The balance of a period (domain.md rule 11), from the timelines of issues.
namespace langnghe::projections::report {

/// The numbers that one issue adds. Flows are counted step by step, stocks at the ends; since every
/// step moves an issue in or out of the stock by one, the balance holds by construction.
[[nodiscard]] Balance balance_of(const std::vector<Transition>& timeline,
                                 const domain::Period& period);

void add(Balance& sum, const Balance& part);

/// Open at the end of that day? Not yet received is not open.
[[nodiscard]] bool is_open_on(const std::vector<Transition>& timeline, const domain::Date& day);

/// Its first ending, if it ever ended.
[[nodiscard]] std::optional<domain::Ending> first_ending(const std::vector<Transition>& timeline);

}  // namespace langnghe::projections::report
