#include "report/settings_history.hpp"

#include <charconv>
#include <string>
#include <string_view>
#include <variant>

#include <projections/settings.hpp>

#include "dialogues/coverage.hpp"
#include "report/report_keys.hpp"
#include "rows/keys.hpp"
#include "rows/row.hpp"

namespace langnghe::projections::report {
namespace {

using domain::Date;

void note_adoption(Overlay& rows, const Input& input, bool calendar, int version) {
  row::put(rows, std::string(kAdoptions) + be64(input.position.value),
           Adoption{input.event.happened.date, calendar, version});
}

bool changes_khoms(const domain::WardEvent& event) {
  return std::holds_alternative<domain::KhomAdded>(event) ||
         std::holds_alternative<domain::KhomClosed>(event) ||
         std::holds_alternative<domain::KhomsMerged>(event);
}

void note_ward(RowCache& cache, const Input& input, const domain::WardEvent& event) {
  if (!changes_khoms(event)) {
    return;
  }
  auto& ward = cache.make<domain::WardState>(kWardFold);
  domain::evolve(ward, event);
  KhomsKnown known{.day = input.event.happened.date, .khoms = {}};
  for (const auto& [id, khom] : ward.khoms) {
    known.khoms.push_back({id, khom.valid_from, khom.last_day});
  }
  row::put(cache.rows(), std::string(kKhomsKnown) + be64(input.position.value), known);
}

void note_plan(RowCache& cache, const Input& input, const domain::PlanEvent& event) {
  const auto year = std::string_view(input.event.stream.value).substr(kPlanKind.size());
  auto& plan = cache.make<domain::PlanState>(std::string(kPlanFold) + std::string(year));
  domain::evolve(plan, event);
  if (std::holds_alternative<domain::ObligationMissed>(event) ||
      std::holds_alternative<domain::LateDialogueCredited>(event)) {
    return;
  }
  PlanKnown known{.day = input.event.happened.date,
                  .year = 0,
                  .in_force = is_in_force(plan),
                  .lines = plan.plan.lines};
  std::from_chars(year.data(), year.data() + year.size(), known.year);
  row::put(cache.rows(), std::string(kPlansKnown) + be64(input.position.value), known);
}

template <class Row>
std::vector<Row> rows_under(const ViewReader& view, std::string_view prefix) {
  std::vector<Row> rows;
  view.scan(prefix, {}, [&](std::string_view, std::string_view value) {
    rows.push_back(row::from_bytes<Row>(value));
    return true;
  });
  return rows;
}

}  // namespace

bool KhomSpan::valid_within(const Date& from, const Date& to) const {
  return valid_from <= to && (!last_day || *last_day >= from);
}

void note_settings(RowCache& cache, const Input& input) {
  const auto& event = input.event.event;
  if (const auto* ward = std::get_if<domain::WardEvent>(&event)) {
    note_ward(cache, input, *ward);
  } else if (const auto* plan = std::get_if<domain::PlanEvent>(&event)) {
    note_plan(cache, input, *plan);
  } else if (const auto* policy = std::get_if<domain::PolicyEvent>(&event)) {
    note_adoption(cache.rows(), input, false,
                  std::get<domain::PolicyAdopted>(*policy).policy.version);
  } else if (const auto* calendar = std::get_if<domain::CalendarEvent>(&event)) {
    note_adoption(cache.rows(), input, true, std::get<domain::CalendarAdopted>(*calendar).version);
  }
}

SettingsHistory::SettingsHistory(const Snapshot& snapshot)
    : policies_(settings::policy(snapshot).state),
      calendars_(settings::calendar(snapshot).state),
      adoptions_(rows_under<Adoption>(snapshot.of(kName), kAdoptions)),
      khoms_(rows_under<KhomsKnown>(snapshot.of(kName), kKhomsKnown)),
      plans_(rows_under<PlanKnown>(snapshot.of(kName), kPlansKnown)) {}

const domain::PolicyState& SettingsHistory::policies(const Date& day) const {
  std::vector<int> versions;
  for (const auto& adoption : adoptions_) {
    if (!adoption.calendar && adoption.day <= day) {
      versions.push_back(adoption.version);
    }
  }
  auto [known, is_new] = known_policies_.try_emplace(versions);
  if (is_new) {
    for (const int version : versions) {
      if (const auto* policy = policies_.find(version)) {
        known->second.versions[version] = *policy;
      }
    }
  }
  return known->second;
}

const domain::WorkingCalendar& SettingsHistory::calendar(const Date& day) const {
  static const domain::WorkingCalendar kNone;
  const auto* known = &kNone;
  for (const auto& adoption : adoptions_) {
    const auto* calendar = adoption.calendar ? calendars_.find(adoption.version) : nullptr;
    known = calendar != nullptr && adoption.day <= day ? calendar : known;
  }
  return *known;
}

const std::vector<KhomSpan>& SettingsHistory::khoms(const Date& day) const {
  static const std::vector<KhomSpan> kNone;
  const auto* known = &kNone;
  for (const auto& step : khoms_) {
    known = step.day <= day ? &step.khoms : known;
  }
  return *known;
}

int SettingsHistory::required(const domain::KhomId& khom, int year, int quarter,
                              const Date& day) const {
  const PlanKnown* plan = nullptr;
  for (const auto& step : plans_) {
    plan = step.year == year && step.day <= day ? &step : plan;
  }
  std::optional<domain::PlanState> state;
  if (plan != nullptr && plan->in_force) {
    state.emplace();
    state->phase = domain::PlanPhase::approved;
    state->plan.lines = plan->lines;
  }
  return required_dialogues(state, policies(day), khom, year, quarter);
}

}  // namespace langnghe::projections::report
