#include "report/dictionary2/figures_meetings.hpp"

#include <string_view>

#include <domain/deadline.hpp>

#include "report/dictionary2/figures_duties.hpp"

namespace langnghe::projections::report::second {
namespace {

using domain::DialoguePhase;

bool stands_on_the_calendar(const DialogueFacts& dialogue) {
  return dialogue.phase != DialoguePhase::cancelled && dialogue.phase != DialoguePhase::postponed;
}

/// Opened, and it is known that nobody came: counted so, or closed without anybody counted.
bool is_empty(const DialogueFacts& dialogue) {
  return dialogue.opened() && !dialogue.held() &&
         (dialogue.residents || dialogue.phase >= DialoguePhase::closed);
}

class Meetings {
 public:
  explicit Meetings(const Measure& measure) : measure_(measure) {}

  void count(const DialogueFacts& dialogue) {
    const std::string_view id = dialogue.id.value;
    planned.add_if(stands_on_the_calendar(dialogue), {id, dialogue.planning});
    empty.add_if(is_empty(dialogue), {id, dialogue.meeting});
    if (dialogue.missed && !dialogue.opened()) {
      missed.add({id, dialogue.missed->position});
    }
    count_opinions(dialogue);
    if (dialogue.held()) {
      count_held(dialogue);
      count_publication(dialogue);
    }
  }

  Tally planned, held, empty, missed, outside, at_office, at_household, elsewhere, residents,
      bodies, in_time, presented, minutes, published, publication_due;
  Tally opinions, anonymous, confirmed, declined;

 private:
  void count_held(const DialogueFacts& dialogue) {
    const std::string_view id = dialogue.id.value;
    const FigureSource meeting(id, dialogue.meeting);
    held.add(meeting);
    outside.add_if(dialogue.outside_office_hours, meeting);
    at_office.add_if(dialogue.venue == domain::VenueKind::khom_office, meeting);
    at_household.add_if(dialogue.venue == domain::VenueKind::household, meeting);
    elsewhere.add_if(dialogue.venue == domain::VenueKind::other, meeting);
    residents.add(meeting, dialogue.residents.value_or(0));
    for (const auto& body : dialogue.bodies) {
      bodies.add_part(body, meeting);
    }
    in_time.add_if(dialogue.announced && !dialogue.short_notice, {id, dialogue.planning});
    presented.add_if(dialogue.presentation == domain::Presentation::presented,
                     {id, dialogue.presentation_at});
    minutes.add_if(dialogue.minutes_signed, {id, dialogue.minutes_at});
  }

  void count_opinions(const DialogueFacts& dialogue) {
    const std::string_view id = dialogue.id.value;
    if (dialogue.opinions > 0) {
      opinions.add_part(dialogue.khom.value, {id, dialogue.opinion_records}, dialogue.opinions);
    }
    if (dialogue.anonymous_opinions > 0) {
      anonymous.add({id, dialogue.anonymous_records}, dialogue.anonymous_opinions);
    }
    if (dialogue.confirmed > 0) {
      confirmed.add({id, dialogue.confirmations}, dialogue.confirmed);
    }
    if (dialogue.declined > 0) {
      declined.add({id, dialogue.confirmations}, dialogue.declined);
    }
  }

  /// Its result has a day: published by then, published later, or that day is over without.
  void count_publication(const DialogueFacts& dialogue) {
    const std::string_view id = dialogue.id.value;
    if (dialogue.published_on) {
      const FigureSource conclusion(id, dialogue.published_at);
      publication_due.add(conclusion);
      published.add_if(!dialogue.published_late, conclusion);
    } else if (measure_.policies.exists()) {
      const auto& term = measure_.policies.valid_on(dialogue.date).publish_result;
      const auto due = domain::due_date(dialogue.date, term, measure_.calendar);
      publication_due.add_if(due <= measure_.last_day, {id, dialogue.meeting});
    }
  }

  const Measure& measure_;
};

void add_dialogue_figures(FigureList& list, const Meetings& meetings) {
  const auto held = meetings.held.value;
  list.add("dialogues.outside_office_hours", meetings.outside, held);
  list.add("dialogues.at_khom_office", meetings.at_office, held);
  list.add("dialogues.at_household", meetings.at_household, held);
  list.add("dialogues.elsewhere", meetings.elsewhere, held);
  list.add("dialogues.residents", meetings.residents);
  list.add("dialogues.attended_by", meetings.bodies);
  list.add("dialogues.announced_in_time", meetings.in_time, held);
  list.add("dialogues.results_presented", meetings.presented, held);
  list.add("dialogues.minutes_signed", meetings.minutes, held);
}

void add_opinion_figures(FigureList& list, const Meetings& meetings) {
  const auto total = meetings.opinions.value;
  list.add("opinions.total", meetings.opinions);
  list.add_average("opinions.per_dialogue", meetings.opinions, meetings.held.value);
  list.add("opinions.anonymous", meetings.anonymous, total);
  list.add("opinions.confirmed", meetings.confirmed, total);
  list.add("opinions.confirmation_declined", meetings.declined, total);
}

}  // namespace

void add_meeting_figures(FigureList& list, const Snapshot& snapshot,
                         const std::vector<DialogueFacts>& dialogues, const Measure& measure,
                         const ActFigures& acts) {
  Meetings meetings(measure);
  for (const auto& dialogue : dialogues) {
    if (measure.within(dialogue.date)) {
      meetings.count(dialogue);
    }
  }
  list.add("dialogues.planned", meetings.planned);
  list.add("dialogues.held", meetings.held);
  list.add("dialogues.held_empty", meetings.empty);
  list.add("dialogues.postponed", acts.of(Act::postponed));
  list.add("dialogues.cancelled", acts.of(Act::cancelled));
  list.add("dialogues.missed", meetings.missed);
  add_duty_figures(list, snapshot, dialogues, measure);
  add_dialogue_figures(list, meetings);
  list.add("dialogues.signatures_refused", acts.of(Act::signature_refused));
  list.add("dialogues.result_published_in_time", meetings.published,
           meetings.publication_due.value);
  add_opinion_figures(list, meetings);
}

}  // namespace langnghe::projections::report::second
