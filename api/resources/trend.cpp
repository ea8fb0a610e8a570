#include "shapes/trend.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <projections/report.hpp>

#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "routing/query_lists.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace report = projections::report;

constexpr std::uint64_t kPeriodsMax = 8;

struct TrendAsked {
  std::vector<std::string> figures;
  domain::PeriodFamily family{};
  std::optional<domain::Period> last;
  std::size_t periods = kPeriodsMax;
};

TrendAsked trend_asked(Query& query) {
  TrendAsked asked;
  asked.figures = listed(query, "figure");
  if (!query.has("figure")) {
    query.add("figure", "missing_parameter", "issues.new,issues.ended");
  }
  asked.family =
      query.choice<domain::PeriodFamily>("family").value_or(domain::PeriodFamily::calendar);
  if (const auto name = query.text("period")) {
    asked.last = domain::find_period(asked.family, *name);
    if (!asked.last) {
      query.add("period", "not_a_choice", "2021-Q1|2021-H1|2021-M9|2021");
    }
  }
  asked.periods = query.number("periods", 1, kPeriodsMax).value_or(kPeriodsMax);
  return asked;
}

/// `Q` of `2021-Q1`: a quarter is compared with quarters, a year with years.
std::string_view kind_of(const domain::Period& period) {
  const auto dash = period.name.find('-');
  return dash == std::string::npos ? std::string_view()
                                   : std::string_view(period.name).substr(dash + 1, 1);
}

/// The last periods of the kind of `last`, which is the last of them.
std::vector<domain::Period> periods_until(const domain::Period& last, std::size_t count) {
  std::vector<domain::Period> periods;
  const auto year = static_cast<int>(last.to.year());
  for (int each = year - static_cast<int>(kPeriodsMax); each <= year + 1; ++each) {
    for (auto& period : domain::periods_of_year(last.family, each)) {
      if (kind_of(period) == kind_of(last) && period.to <= last.to) {
        periods.push_back(std::move(period));
      }
    }
  }
  const auto excess = periods.size() > count ? periods.size() - count : 0;
  periods.erase(periods.begin(), periods.begin() + static_cast<std::ptrdiff_t>(excess));
  return periods;
}

/// One period's figures put behind the lines of those before; the id of a figure that the
/// dictionary does not have, or nothing.
std::optional<std::string> add_values(const report::Figures& figures,
                                      const std::vector<std::string>& ids, shapes::Trend& trend) {
  trend.figures.resize(ids.size());
  for (std::size_t at = 0; at < ids.size(); ++at) {
    const auto* figure = figures.find(ids[at]);
    if (figure == nullptr) {
      return ids[at];
    }
    auto& line = trend.figures[at];
    line.id = {figure->id};
    line.kind = figure->kind;
    line.values.push_back({figure->value, figure->of, figure->measured()});
  }
  return std::nullopt;
}

// GET …/trend?figure=&family=&period=&periods=
Reply get_trend(Call& call) {
  Query query(call.target);
  const auto asked = trend_asked(query);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  shapes::Trend trend;
  trend.head = head_of(call, *reading, {report::definition()});
  const auto last =
      asked.last ? *asked.last : domain::periods_with(asked.family, reading->today).front();
  for (const auto& period : periods_until(last, asked.periods)) {
    const auto made = call.figures.of(call.ledger, *reading->snapshot,
                                      {.period = period, .today = reading->today});
    const auto row = report::find(*reading->snapshot, {period.family, period.name})
                         .value_or(report::ReportRow{});
    trend.periods.push_back(
        {period, row.state.phase, made->figures.measured_on, made->figures.estimate});
    if (const auto unknown = add_values(made->figures, asked.figures, trend)) {
      return fail(query_problem({{Fault::In::query, "figure", "value_not_valid", *unknown}}));
    }
  }
  return list_answer(call, *reading, wire::text(trend));
}

}  // namespace

void add_trend_routes(std::vector<Route>& routes) {
  add_read(routes, "trend", &get_trend);
}

}  // namespace langnghe::api::resources
