#include "report/figures/figures_issues.hpp"

#include <algorithm>

#include <domain/deadline.hpp>

#include "report/balance.hpp"

namespace langnghe::projections::report {
namespace {

using domain::Date;
using domain::Ending;

/// Neither over at the dialogue, nor passed on by law, nor entered by mistake; the parts of a split
/// issue are counted in its place.
bool was_taken_away(const Transition* ended) {
  if (ended == nullptr) {
    return true;
  }
  switch (ended->ending) {
    case Ending::settled:
    case Ending::external_result_told:
    case Ending::refused:
    case Ending::withdrawn:
    case Ending::merged:
      return true;
    default:
      return false;
  }
}

/// Its first ending, if it had one by the end of that day.
const Transition* first_end(const IssueFacts& issue, const Date& day) {
  const auto found = std::ranges::find_if(issue.timeline, [&](const Transition& step) {
    return step.kind == Transition::Kind::ended && step.day <= day;
  });
  return found == issue.timeline.end() ? nullptr : &*found;
}

bool was_accepted(const IssueFacts& issue, const Transition& answer) {
  return std::ranges::any_of(issue.spot_answers, [&](const SpotAnswer& each) {
    return each.position == answer.position && each.accepted;
  });
}

}  // namespace

void IssueFigures::count(const IssueFacts& issue, const domain::KhomId& khom) {
  const auto& id = issue.id.value;
  for (const auto& step : issue.timeline) {
    const bool within = measure_.within(step.day);
    reopened_.add_if(within && step.kind == Transition::Kind::reopened, {id, step.position});
    if (within && step.kind == Transition::Kind::ended && step.ending == Ending::handed_over) {
      (issue.is_denunciation() ? denunciations_ : complaints_).add({id, step.position});
    }
  }
  for (const auto& quarter : measure_.quarters) {
    if (!issue.timeline.empty() && quarter.contains(issue.timeline.front().day)) {
      count_new(issue, khom, quarter);
    }
  }
  count_unclassified(issue);
}

/// An issue left its dialogue by its first ending; those that did not end there were taken
/// away, except what left for a legal procedure (domain.md rule 2).
void IssueFigures::count_new(const IssueFacts& issue, const domain::KhomId& khom,
                             const Quarter& quarter) {
  const FigureSource record(issue.id.value, issue.recorded_at);
  const auto* ended = first_end(issue, quarter.end);
  const FigureSource end(issue.id.value, ended == nullptr ? issue.recorded_at : ended->position);
  const bool on_the_spot = ended != nullptr && ended->ending == Ending::answered_on_the_spot;
  const bool noted = ended != nullptr && ended->ending == Ending::noted;
  const auto& held = issue.attributes_on(quarter.end);
  fresh_.add(record);
  count_groups(issue, khom, quarter);
  pressing_.add(held.pressing, record);
  groups_.add(held.group, record);
  on_the_spot_.add(on_the_spot, on_the_spot ? end : record);
  if (on_the_spot) {
    accepted_.add(was_accepted(issue, *ended), end);
  }
  noted_.add(noted, noted ? end : record);
  taken_away_.add(was_taken_away(ended), record);
}

void IssueFigures::count_groups(const IssueFacts& issue, const domain::KhomId& khom,
                                const Quarter& quarter) {
  const FigureSource record(issue.id.value, issue.recorded_at);
  const auto& held = issue.attributes_on(quarter.end);
  if (!issue.is_denunciation()) {
    channels_.add_part(domain::to_text(issue.state.recorded.channel), record);
  }
  if (!held.field.empty()) {
    fields_.add_part(held.field.value, record);
  }
  if (const auto& where = held.khom.empty() ? khom : held.khom; !where.empty()) {
    khoms_.add_part(where.value, record);
  }
  types_.add_part(held.type, record);
}

/// Since when it waits to be classified: since it came, or since its answer was contested.
void IssueFigures::count_unclassified(const IssueFacts& issue) {
  const auto& day = measure_.on;
  const auto& policies = measure_.settings.policies(day);
  if (!is_open_on(issue.timeline, day) || !policies.exists() ||
      (issue.imported_end && day < *issue.imported_end)) {
    return;
  }
  const PhaseStep* at_the_end = nullptr;
  for (const auto& step : issue.phases) {
    at_the_end = step.day <= day ? &step : at_the_end;
  }
  if (at_the_end == nullptr || (at_the_end->phase != domain::IssuePhase::recorded &&
                                at_the_end->phase != domain::IssuePhase::contested)) {
    return;
  }
  const auto due = domain::due_date(at_the_end->day, policies.valid_on(at_the_end->day).assign,
                                    measure_.settings.calendar(day));
  unclassified_.add(due <= measure_.over, {issue.id.value, issue.recorded_at});
}

void IssueFigures::add_to(FigureList& list, const ActFigures& acts) const {
  list.add("issues.new", fresh_);
  list.add("issues.by_channel", channels_);
  list.add("issues.by_field", fields_);
  list.add("issues.by_khom", khoms_);
  list.add("issues.by_type", types_);
  list.add("issues.answered_on_the_spot", on_the_spot_);
  list.add("issues.accepted_on_the_spot", accepted_);
  list.add("issues.contested", acts.of(Act::contested));
  list.add("issues.noted", noted_);
  list.add("issues.taken_away", taken_away_);
  list.add("issues.handed_over_complaints", complaints_);
  list.add("issues.handed_over_denunciations", denunciations_);
  list.add("issues.pressing", pressing_);
  list.add("issues.group", groups_);
  list.add("issues.recurring", acts.of(Act::linked_recurring));
  list.add("issues.returned", acts.of(Act::returned));
}

void IssueFigures::add_unclassified_to(FigureList& list) const {
  list.add("issues.unclassified_long", unclassified_);
}

}  // namespace langnghe::projections::report
