#include "report/figures/figures_meetings.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include <domain/deadline.hpp>

#include "report/figures/figures_duties.hpp"

namespace langnghe::projections::report {
namespace {

using domain::Date;
using domain::DialoguePhase;

bool stands_on_the_calendar(const DialogueFacts& dialogue) {
  return dialogue.phase != DialoguePhase::cancelled && dialogue.phase != DialoguePhase::postponed;
}

/// Opened, and it is known that nobody came: counted so, or closed without anybody counted.
bool is_empty(const DialogueFacts& dialogue) {
  return dialogue.opened() && !dialogue.held() &&
         (dialogue.residents || dialogue.phase >= DialoguePhase::closed);
}

/// The first day from which it was known to have been held; counting again later moves nothing.
Date held_since(const DialogueFacts& dialogue) {
  std::optional<Date> opened;
  std::optional<Date> counted;
  for (const auto& step : dialogue.steps) {
    if (step.kind == DialogueStep::Kind::opened) {
      opened = std::min(opened.value_or(step.day), step.day);
    } else if (step.kind == DialogueStep::Kind::attendance && step.residents > 0) {
      counted = std::min(counted.value_or(step.day), step.day);
    }
  }
  return std::max({dialogue.date, opened.value_or(dialogue.date), counted.value_or(dialogue.date)});
}

class Meetings {
 public:
  Meetings(const Measure& measure, const Nameless& nameless)
      : measure_(measure), nameless_(nameless) {}

  /// The dialogue as it was when the quarter ended.
  void count(const DialogueFacts& dialogue, const Quarter& quarter) {
    count_publication(dialogue, quarter);
    if (!quarter.plans(dialogue.date)) {
      return;
    }
    const std::string_view id = dialogue.id.value;
    planned.add_if(stands_on_the_calendar(dialogue), {id, dialogue.planning});
    empty.add_if(is_empty(dialogue), {id, dialogue.meeting});
    if (dialogue.missed && !dialogue.opened()) {
      missed.add({id, dialogue.missed->position});
    }
    if (dialogue.held()) {
      count_held(dialogue);
    }
    count_opinions(dialogue, quarter);
  }

  Tally planned, held, empty, missed, residents, bodies, opinions, heard;
  Share outside, at_office, at_household, elsewhere, in_time, presented, minutes, published;
  Share anonymous, confirmed, declined;

 private:
  void count_held(const DialogueFacts& dialogue) {
    const std::string_view id = dialogue.id.value;
    const FigureSource meeting(id, dialogue.meeting);
    held.add(meeting);
    outside.add(dialogue.outside_office_hours, meeting);
    at_office.add(dialogue.venue == domain::VenueKind::khom_office, meeting);
    at_household.add(dialogue.venue == domain::VenueKind::household, meeting);
    elsewhere.add(dialogue.venue == domain::VenueKind::other, meeting);
    residents.add(meeting, dialogue.residents.value_or(0));
    for (const auto& body : dialogue.bodies) {
      bodies.add_part(body, meeting);
    }
    in_time.add(dialogue.announced && !dialogue.short_notice, {id, dialogue.planning});
    const bool told = dialogue.presentation == domain::Presentation::presented;
    presented.add(told, told ? FigureSource(id, dialogue.presentation_at) : meeting);
    minutes.add(dialogue.minutes_signed,
                dialogue.minutes_signed ? FigureSource(id, dialogue.minutes_at) : meeting);
    heard.add({id, dialogue.opinion_records}, dialogue.opinions);
  }

  void count_opinions(const DialogueFacts& dialogue, const Quarter& quarter) {
    const std::string_view id = dialogue.id.value;
    for (const auto& step : dialogue.steps) {
      if (step.kind == DialogueStep::Kind::opinion) {
        const FigureSource record(id, step.position);
        opinions.add_part(dialogue.khom.value, record);
        anonymous.add(step.anonymous || nameless_.is(step.speaker, quarter.end), record);
      }
    }
    const auto add_confirmations = [&](Share& share, int count) {
      if (count > 0) {
        share.value.add({id, dialogue.confirmations}, count);
      }
      if (const int rest = dialogue.opinions - count; rest > 0) {
        share.against.add({id, dialogue.opinion_records}, rest);
      }
    };
    add_confirmations(confirmed, dialogue.confirmed);
    add_confirmations(declined, dialogue.declined);
  }

  /// Counts it where its term ran out, by the policy and calendar of the day it was held.
  void count_publication(const DialogueFacts& dialogue, const Quarter& quarter) {
    const auto& policies = measure_.settings.policies(dialogue.date);
    if (!dialogue.held() || !policies.exists()) {
      return;
    }
    const auto due =
        domain::due_date(dialogue.date, policies.valid_on(dialogue.date).publish_result,
                         measure_.settings.calendar(dialogue.date));
    if (quarter.ran_out(std::max(due, held_since(dialogue)))) {
      const std::string_view id = dialogue.id.value;
      const bool kept = dialogue.published_on && *dialogue.published_on <= due;
      published.add(kept, kept ? FigureSource(id, dialogue.published_at)
                               : FigureSource(id, dialogue.meeting));
    }
  }

  const Measure& measure_;
  const Nameless& nameless_;
};

void add_dialogue_figures(FigureList& list, const Meetings& meetings) {
  list.add("dialogues.outside_office_hours", meetings.outside);
  list.add("dialogues.at_khom_office", meetings.at_office);
  list.add("dialogues.at_household", meetings.at_household);
  list.add("dialogues.elsewhere", meetings.elsewhere);
  list.add("dialogues.residents", meetings.residents);
  list.add("dialogues.attended_by", meetings.bodies);
  list.add("dialogues.announced_in_time", meetings.in_time);
  list.add("dialogues.results_presented", meetings.presented);
  list.add("dialogues.minutes_signed", meetings.minutes);
}

void add_opinion_figures(FigureList& list, const Meetings& meetings) {
  list.add("opinions.total", meetings.opinions);
  list.add_average("opinions.per_dialogue", meetings.heard, meetings.held.value);
  list.add("opinions.anonymous", meetings.anonymous);
  list.add("opinions.confirmed", meetings.confirmed);
  list.add("opinions.confirmation_declined", meetings.declined);
}

}  // namespace

void add_meeting_figures(FigureList& list, const Dialogues& dialogues, const Nameless& nameless,
                         const Measure& measure, const ActFigures& acts,
                         const DutyRecords& duties) {
  Meetings meetings(measure, nameless);
  for (std::size_t i = 0; i < measure.quarters.size(); ++i) {
    for (const auto& dialogue : dialogues[i]) {
      meetings.count(dialogue, measure.quarters[i]);
    }
  }
  list.add("dialogues.planned", meetings.planned);
  list.add("dialogues.held", meetings.held);
  list.add("dialogues.held_empty", meetings.empty);
  list.add("dialogues.postponed", acts.of(Act::postponed));
  list.add("dialogues.cancelled", acts.of(Act::cancelled));
  list.add("dialogues.missed", meetings.missed);
  add_duty_figures(list, dialogues, measure, duties);
  add_dialogue_figures(list, meetings);
  list.add("dialogues.signatures_refused", acts.of(Act::signature_refused));
  list.add("dialogues.result_published_in_time", meetings.published);
  add_opinion_figures(list, meetings);
}

}  // namespace langnghe::projections::report
