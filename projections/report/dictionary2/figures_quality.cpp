#include "report/dictionary2/figures_quality.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <projections/report.hpp>

#include "report/report_facts.hpp"
#include "report/report_keys.hpp"
#include "rows/row.hpp"

namespace langnghe::projections::report::second {
namespace {

/// The id of the issue or dialogue a late act is about; nothing for other streams.
std::string_view subject_of(const domain::StreamId& stream) {
  for (const auto kind : {kIssueKind, kDialogueKind}) {
    if (stream.value.starts_with(kind)) {
      return std::string_view(stream.value).substr(kind.size());
    }
  }
  return {};
}

struct LateTallies {
  Tally after_the_period;
  Tally later_than_allowed;
};

bool is_later_than_allowed(const LateEntry& entry, const domain::Date& happened,
                           const Measure& measure) {
  return measure.policies.exists() && domain::days_between(happened, entry.recorded) >
                                          measure.policies.valid_on(entry.recorded).late_entry_days;
}

LateTallies collect_late_entries(Figures& figures, const ViewReader& view, const Measure& measure) {
  constexpr std::size_t kDayLength = 10;
  const auto last_day = domain::to_text(measure.period.to);
  const auto begin = std::string(kLateEntries) + domain::to_text(measure.period.from);
  LateTallies late;
  view.scan(kLateEntries, begin, [&](std::string_view key, std::string_view value) {
    const auto day = key.substr(kLateEntries.size(), kDayLength);
    if (day > last_day) {
      return false;
    }
    const auto entry = row::from_bytes<LateEntry>(value);
    const auto position = last_be64(key);
    const FigureSource source(subject_of(entry.stream), position);
    if (entry.recorded > measure.period.to) {
      figures.late_entries.push_back(position);
      late.after_the_period.add(source);
    }
    if (const auto happened = domain::parse_date(day)) {
      late.later_than_allowed.add_if(is_later_than_allowed(entry, *happened, measure), source);
    }
    return true;
  });
  std::ranges::sort(figures.late_entries);
  return late;
}

}  // namespace

void add_quality_figures(FigureList& list, Figures& figures, const ViewReader& view,
                         const Measure& measure, const ActFigures& acts,
                         const IssueFigures& issues) {
  const auto late = collect_late_entries(figures, view, measure);
  list.add("entries.late", late.after_the_period);
  list.add("entries.later_than_allowed", late.later_than_allowed);
  list.add("entries.corrections", acts.of(Act::corrected));
  list.add("entries.reclassified", acts.of(Act::reclassified));
  list.add("entries.approved_by_drafter", acts.of(Act::overridden));
  issues.add_unclassified_to(list);
  list.add_not_measured("entries.national_database");
}

}  // namespace langnghe::projections::report::second
