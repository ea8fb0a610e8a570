#include "shapes/comparison.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include <projections/issues.hpp>

#include "access/reading_rules.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace issues = projections::issues;
using Rows = std::map<domain::IssueId, issues::IssueRow>;

struct ComparisonAsked {
  std::optional<Moment> from;
  std::optional<Moment> to;
  std::optional<domain::Period> period;
  std::size_t limit = 0;
};

std::optional<domain::Period> period_asked(Query& query) {
  const auto family = query.choice<domain::PeriodFamily>("family");
  const auto name = query.text("period");
  if (family && !name) {
    query.add("period", "value_required");
  } else if (name && !query.has("family")) {
    query.add("family", "value_required");
  }
  if (!family || !name) {
    return std::nullopt;
  }
  auto period = domain::find_period(*family, *name);
  if (!period) {
    query.add("period", "not_a_choice", "2021-Q1|2021-H1|2021-M9|2021");
  }
  return period;
}

ComparisonAsked comparison_asked(const Call& call, Query& query) {
  const auto& limits = call.services.limits;
  ComparisonAsked asked;
  asked.from = read_moment(query, "from");
  if (!query.has("from")) {
    query.add("from", "value_required");
  }
  asked.to = read_moment(query, "to");
  asked.period = period_asked(query);
  asked.limit = query.number("limit", 1, limits.page_size_max).value_or(limits.page_size_default);
  return asked;
}

Rows rows_at(const Call& call, const Reading& reading) {
  issues::Filter filter;
  filter.today = reading.today;
  if (!call.access->sees_all) {
    filter.scope = call.access->scope;
  }
  Rows rows;
  auto page =
      issues::find(*reading.snapshot, filter, {.limit = std::numeric_limits<std::size_t>::max()});
  for (auto& row : page.rows) {
    auto id = row.id;
    rows.emplace(std::move(id), std::move(row));
  }
  return rows;
}

shapes::ComparedMoment moment_of(const Reading& reading, const Rows& rows) {
  shapes::ComparedMoment moment{reading.position(), reading.today, 0, 0};
  for (const auto& [id, row] : rows) {
    moment.open += row.open() ? 1U : 0U;
    moment.overdue += row.overdue_on(reading.today) ? 1U : 0U;
  }
  return moment;
}

/// An issue at both moments; `before` is null where it was not there.
struct Pair {
  const issues::IssueRow* before;
  const issues::IssueRow& after;
};

shapes::ComparedIssue shape_of(const Pair& pair) {
  const auto& state = pair.after.state;
  return {pair.after.id,
          state.recorded.subject,
          state.recorded.khom,
          state.recorded.field,
          pair.before == nullptr ? std::nullopt : std::optional(pair.before->state.phase),
          state.phase,
          state.effective_due ? state.effective_due : state.first_reply_due};
}

class IssueComparison {
 public:
  IssueComparison(const Reading& from, const Reading& to, std::size_t limit)
      : from_(from), to_(to), limit_(limit) {}

  void add(const Pair& pair, shapes::Comparison& into) const {
    const auto& [before, after] = pair;
    if (before == nullptr) {
      put(pair, into.opened);
    }
    if (!after.open() && (before == nullptr || before->open())) {
      put(pair, into.closed);
    }
    if (before != nullptr && !before->open() && after.open()) {
      put(pair, into.reopened);
    }
    if (before != nullptr && before->state.phase != after.state.phase) {
      put(pair, into.moved);
    }
    if (after.overdue_on(to_.today) && (before == nullptr || !before->overdue_on(from_.today))) {
      put(pair, into.late);
    }
  }

 private:
  void put(const Pair& pair, shapes::ComparedIssues& list) const {
    ++list.count;
    if (list.items.size() < limit_) {
      list.items.push_back(shape_of(pair));
    }
  }

  const Reading& from_;
  const Reading& to_;
  const std::size_t limit_;
};

shapes::ComparedFigures figures_of(Call& call, const Reading& from, const Reading& to,
                                   const domain::Period& period) {
  const auto at = [&](const Reading& reading) {
    return call.figures.of(call.ledger, *reading.snapshot,
                           {.period = period, .today = reading.today});
  };
  const auto before = at(from);
  const auto after = at(to);
  shapes::ComparedFigures compared{period.family, period.name, {}};
  for (const auto& figure : after->figures.figures) {
    const auto* old = before->figures.find(figure.id);
    if (old != nullptr && (old->value != figure.value || old->of != figure.of)) {
      compared.items.push_back(
          {{figure.id}, figure.kind, old->value, old->of, figure.value, figure.of});
    }
  }
  return compared;
}

std::expected<Reading, Problem> open_last(Call& call, Query& query,
                                          const std::optional<Moment>& moment) {
  return moment ? open_moment(call, *moment) : open_reading(call, query);
}

bool may_read_figures(const Call& call) {
  const auto* rule = find_read_rule("reports/{family}/{period}");
  return rule != nullptr && may_read(*rule, *call.access, {});
}

// GET …/compare?from=&to=&family=&period=&limit=
Reply compare_moments(Call& call) {
  Query query(call.target);
  const auto asked = comparison_asked(call, query);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  if (asked.period && !may_read_figures(call)) {
    return fail(ProblemCode::reading_not_permitted);
  }
  const auto to = open_last(call, query, asked.to);
  if (!to) {
    return fail(to.error());
  }
  const auto from = open_moment(call, *asked.from);
  if (!from) {
    return fail(from.error());
  }
  if (from->position() > to->position()) {
    return fail(query_problem({{Fault::In::query, "from", "later_than_to", {}}}));
  }
  const auto before = rows_at(call, *from);
  const auto after = rows_at(call, *to);
  shapes::Comparison comparison;
  comparison.ledger = call.ledger;
  comparison.from = moment_of(*from, before);
  comparison.to = moment_of(*to, after);
  const IssueComparison compared(*from, *to, asked.limit);
  for (const auto& [id, row] : after) {
    const auto old = before.find(id);
    compared.add({old == before.end() ? nullptr : &old->second, row}, comparison);
  }
  if (asked.period) {
    comparison.figures = figures_of(call, *from, *to, *asked.period);
  }
  auto reading = *to;
  reading.repeatable = to->repeatable && from->repeatable;
  return list_answer(call, reading, wire::text(comparison));
}

}  // namespace

void add_comparison_routes(std::vector<Route>& routes) {
  add_read(routes, "compare", &compare_moments);
}

}  // namespace langnghe::api::resources
