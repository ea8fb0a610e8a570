#include "figures_meetings.hpp"

#include <optional>
#include <set>

#include <domain/ward.hpp>
#include <projections/settings.hpp>

#include "coverage.hpp"

namespace langnghe::projections::report {
namespace {

/// Duties of the calendar quarters that lie wholly in the period; a family whose quarters are
/// others has none to show.
std::optional<std::int64_t> required_in(const Snapshot& snapshot, const domain::WardState& ward,
                                        const domain::Period& period) {
  if (period.family != domain::PeriodFamily::calendar) {
    return std::nullopt;
  }
  const int year = static_cast<int>(period.to.year());
  const auto policies = settings::policy(snapshot).state;
  std::optional<domain::PlanState> plan;
  if (auto versioned = settings::plan(snapshot, year)) {
    plan = std::move(versioned->state);
  }
  std::int64_t required = 0;
  for (int quarter = 1; quarter <= 4; ++quarter) {
    const auto span = quarter_span(year, quarter);
    if (span.from < period.from || span.to > period.to) {
      continue;
    }
    for (const auto& [id, khom] : ward.khoms) {
      if (khom.valid_within(span.from, span.to)) {
        required += required_dialogues(plan, policies, id, year, quarter);
      }
    }
  }
  return required;
}

void add_coverage(FigureList& list, const domain::WardState& ward,
                  const std::vector<DialogueFacts>& dialogues, const domain::Period& period) {
  std::set<domain::KhomId> valid;
  for (const auto& [id, khom] : ward.khoms) {
    if (khom.valid_within(period.from, period.to)) {
      valid.insert(id);
    }
  }
  std::set<domain::KhomId> covered;
  Tally tally;
  for (const auto& dialogue : dialogues) {
    if (dialogue.held() && period.contains(dialogue.date) && valid.contains(dialogue.khom)) {
      covered.insert(dialogue.khom);
      tally.items.insert(dialogue.id.value);
    }
  }
  tally.value = static_cast<std::int64_t>(covered.size());
  list.add("dialogues.khoms_covered", tally, static_cast<std::int64_t>(valid.size()));
}

struct Meetings {
  Tally held, outside, at_office, at_household, residents, in_time, minutes;
  Tally opinions, anonymous;

  void count(const DialogueFacts& dialogue) {
    const auto& id = dialogue.id.value;
    if (dialogue.opinions > 0) {
      opinions.add(id, dialogue.opinions);
    }
    if (dialogue.anonymous_opinions > 0) {
      anonymous.add(id, dialogue.anonymous_opinions);
    }
    if (!dialogue.held()) {
      return;
    }
    held.add(id);
    outside.add_if(dialogue.outside_office_hours, id);
    at_office.add_if(dialogue.venue == domain::VenueKind::khom_office, id);
    at_household.add_if(dialogue.venue == domain::VenueKind::household, id);
    residents.add(id, dialogue.residents.value_or(0));
    in_time.add_if(dialogue.announced && !dialogue.short_notice, id);
    minutes.add_if(dialogue.phase == domain::DialoguePhase::minutes_signed, id);
  }
};

}  // namespace

void add_meeting_figures(FigureList& list, const Snapshot& snapshot,
                         const std::vector<DialogueFacts>& dialogues,
                         const domain::Period& period) {
  const auto ward = settings::ward(snapshot).state;
  Meetings meetings;
  for (const auto& dialogue : dialogues) {
    if (period.contains(dialogue.date)) {
      meetings.count(dialogue);
    }
  }
  const auto held = meetings.held.value;
  list.add("dialogues.held", meetings.held);
  if (const auto required = required_in(snapshot, ward, period)) {
    list.add("dialogues.required", Tally{.value = *required, .items = {}});
  }
  add_coverage(list, ward, dialogues, period);
  list.add("dialogues.outside_office_hours", meetings.outside, held);
  list.add("dialogues.at_khom_office", meetings.at_office, held);
  list.add("dialogues.at_household", meetings.at_household, held);
  list.add("dialogues.residents", meetings.residents);
  list.add("dialogues.announced_in_time", meetings.in_time, held);
  list.add("dialogues.minutes_signed", meetings.minutes, held);
  list.add("opinions.total", meetings.opinions);
  list.add("opinions.anonymous", meetings.anonymous, meetings.opinions.value);
}

}  // namespace langnghe::projections::report
