#include "report/dictionary2/figures_issues.hpp"

#include <domain/deadline.hpp>

#include "report/balance.hpp"

namespace langnghe::projections::report::second {
namespace {

using domain::Ending;

/// Neither over at the dialogue, nor passed on by law, nor entered by mistake; the parts of a split
/// issue are counted in its place.
bool was_taken_away(const std::optional<Ending>& ending) {
  return !ending || *ending == Ending::settled || *ending == Ending::external_result_told ||
         *ending == Ending::refused || *ending == Ending::withdrawn || *ending == Ending::merged;
}

std::uint64_t position_of_first_ending(const IssueFacts& issue) {
  for (const auto& step : issue.timeline) {
    if (step.kind == Transition::Kind::ended) {
      return step.position;
    }
  }
  return issue.recorded_at;
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
  if (!issue.timeline.empty() && measure_.within(issue.timeline.front().day)) {
    count_new(issue, khom);
  }
  count_unclassified(issue);
}

/// An issue left its dialogue by its first ending; those that did not end there were taken
/// away, except what left for a legal procedure (domain.md rule 2).
void IssueFigures::count_new(const IssueFacts& issue, const domain::KhomId& khom) {
  const FigureSource record(issue.id.value, issue.recorded_at);
  const FigureSource first_end(issue.id.value, position_of_first_ending(issue));
  fresh_.add(record);
  if (!issue.is_denunciation()) {
    channels_.add_part(domain::to_text(issue.state.recorded.channel), record);
  }
  if (const auto field = issue.field(); !field.empty()) {
    fields_.add_part(field.value, record);
  }
  if (!khom.empty()) {
    khoms_.add_part(khom.value, record);
  }
  types_.add_part(issue.type(), record);
  pressing_.add_if(issue.state.recorded.pressing, record);
  groups_.add_if(issue.state.classification && issue.state.classification->group, record);
  const auto ending = first_ending(issue.timeline);
  on_the_spot_.add_if(ending == Ending::answered_on_the_spot, first_end);
  accepted_.add_if(ending == Ending::answered_on_the_spot && issue.accepted_on_the_spot, first_end);
  noted_.add_if(ending == Ending::noted, first_end);
  taken_away_.add_if(was_taken_away(ending), record);
}

/// Since when it waits to be classified: since it came, or since its answer was contested.
void IssueFigures::count_unclassified(const IssueFacts& issue) {
  if (!is_open_on(issue.timeline, measure_.last_day) || !measure_.policies.exists()) {
    return;
  }
  const PhaseStep* at_the_end = nullptr;
  for (const auto& step : issue.phases) {
    at_the_end = step.day <= measure_.last_day ? &step : at_the_end;
  }
  if (at_the_end == nullptr || (at_the_end->phase != domain::IssuePhase::recorded &&
                                at_the_end->phase != domain::IssuePhase::contested)) {
    return;
  }
  const FigureSource record(issue.id.value, issue.recorded_at);
  const auto& term = measure_.policies.valid_on(at_the_end->day).assign;
  unclassified_.add(record);
  unclassified_long_.add_if(
      domain::due_date(at_the_end->day, term, measure_.calendar) < measure_.last_day, record);
}

void IssueFigures::add_to(FigureList& list, const ActFigures& acts) const {
  const auto fresh = fresh_.value;
  list.add("issues.new", fresh_);
  list.add("issues.by_channel", channels_);
  list.add("issues.by_field", fields_);
  list.add("issues.by_khom", khoms_);
  list.add("issues.by_type", types_);
  list.add("issues.answered_on_the_spot", on_the_spot_, fresh);
  list.add("issues.accepted_on_the_spot", accepted_, on_the_spot_.value);
  list.add("issues.contested", acts.of(Act::contested));
  list.add("issues.noted", noted_, fresh);
  list.add("issues.taken_away", taken_away_, fresh);
  list.add("issues.handed_over_complaints", complaints_);
  list.add("issues.handed_over_denunciations", denunciations_);
  list.add("issues.pressing", pressing_, fresh);
  list.add("issues.group", groups_, fresh);
  list.add("issues.recurring", acts.of(Act::linked_recurring));
  list.add("issues.returned", acts.of(Act::returned));
}

void IssueFigures::add_unclassified_to(FigureList& list) const {
  list.add("issues.unclassified_long", unclassified_long_, unclassified_.value);
}

}  // namespace langnghe::projections::report::second
