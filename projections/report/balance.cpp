#include "report/balance.hpp"

#include <numeric>
#include <string>

namespace langnghe::projections::report {

bool Balance::holds() const {
  const auto ended_all =
      std::accumulate(ended.begin(), ended.end(), std::int64_t{0},
                      [](std::int64_t sum, const auto& entry) { return sum + entry.second; });
  return carried_in + fresh + reopened == ended_all + carried_out + voided;
}

Balance balance_of(const std::vector<Transition>& timeline, const domain::Period& period) {
  Balance balance;
  for (const auto& step : timeline) {
    if (!period.contains(step.day)) {
      continue;
    }
    switch (step.kind) {
      case Transition::Kind::received:
        ++balance.fresh;
        break;
      case Transition::Kind::ended:
        if (step.ending == domain::Ending::voided) {
          ++balance.voided;
        } else {
          ++balance.ended[std::string(domain::to_text(step.ending))];
        }
        break;
      case Transition::Kind::reopened:
        ++balance.reopened;
        break;
    }
  }
  balance.carried_in = is_open_on(timeline, domain::add_days(period.from, -1)) ? 1 : 0;
  balance.carried_out = is_open_on(timeline, period.to) ? 1 : 0;
  return balance;
}

void add(Balance& sum, const Balance& part) {
  sum.carried_in += part.carried_in;
  sum.fresh += part.fresh;
  sum.reopened += part.reopened;
  for (const auto& [ending, count] : part.ended) {
    sum.ended[ending] += count;
  }
  sum.carried_out += part.carried_out;
  sum.voided += part.voided;
}

bool is_open_on(const std::vector<Transition>& timeline, const domain::Date& day) {
  bool open = false;
  for (const auto& step : timeline) {
    if (step.day > day) {
      break;
    }
    open = step.kind != Transition::Kind::ended;
  }
  return open;
}

std::optional<domain::Ending> first_ending(const std::vector<Transition>& timeline) {
  for (const auto& step : timeline) {
    if (step.kind == Transition::Kind::ended) {
      return step.ending;
    }
  }
  return std::nullopt;
}

}  // namespace langnghe::projections::report
