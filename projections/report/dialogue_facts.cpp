#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "report/report_facts.hpp"

namespace langnghe::projections::report {
namespace {

using Kind = DialogueStep::Kind;

/// The step a record stands for, as far as figures need it.
struct StepOf {
  DialogueStep& step;

  void operator()(const domain::DialogueScheduled& event) const {
    step.kind = Kind::scheduled;
    step.khom = event.khom;
    step.date = event.date;
    step.venue = event.venue.kind;
    step.outside_office_hours = event.outside_office_hours;
  }
  void operator()(const domain::DialogueAnnounced& event) const {
    step.kind = Kind::announced;
    step.late = event.short_notice;
  }
  void operator()(const domain::DialoguePostponed& event) const {
    step.kind = Kind::postponed;
    step.date = event.date;
    step.outside_office_hours = event.outside_office_hours;
  }
  void operator()(const domain::DialogueRearranged& event) const {
    step.kind = Kind::rearranged;
    step.khom = event.khom;
    step.venue = event.venue.kind;
    step.outside_office_hours = event.outside_office_hours;
    step.late = event.announce_again;
  }
  void operator()(const domain::DialogueCancelled&) const { step.kind = Kind::cancelled; }
  void operator()(const domain::DialogueMissed& event) const {
    step.kind = Kind::missed;
    step.date = event.date;
  }
  void operator()(const domain::DialogueMissRetracted&) const { step.kind = Kind::miss_retracted; }
  void operator()(const domain::DialogueOpened&) const { step.kind = Kind::opened; }
  void operator()(const domain::AttendanceRecorded& event) const {
    step.kind = Kind::attendance;
    step.residents = event.residents;
    step.bodies = event.bodies;
  }
  void operator()(const domain::PreviousResultsPresented&) const { step.kind = Kind::presented; }
  void operator()(const domain::PresentationSkipped&) const { step.kind = Kind::skipped; }
  void operator()(const domain::OpinionRecorded& event) const {
    step.kind = Kind::opinion;
    step.anonymous = event.anonymous;
    step.speaker = event.resident;
  }
  void operator()(const domain::OpinionConfirmed&) const { step.kind = Kind::confirmed; }
  void operator()(const domain::ConfirmationDeclined&) const { step.kind = Kind::declined; }
  void operator()(const domain::MinutesSigned&) const { step.kind = Kind::minutes_signed; }
  void operator()(const domain::SignatureRefused&) const { step.kind = Kind::signature_refused; }
  void operator()(const domain::ConclusionPublished& event) const {
    step.kind = Kind::published;
    step.date = event.date;
    step.late = event.late;
  }
  void operator()(const auto&) const { step.kind = Kind::other; }
};

void count(DialogueFacts& facts, Act act, const DialogueStep& step) {
  facts.acts.push_back({.act = act, .at = {step.day, step.position}, .part = {}});
}

/// An announced dialogue has to be announced again where the day moved.
void postpone(DialogueFacts& facts, const DialogueStep& step) {
  count(facts, Act::postponed, step);
  facts.planning.push_back(step.position);
  if (step.date) {
    facts.date = *step.date;
    facts.outside_office_hours = step.outside_office_hours;
    facts.announced = false;
    facts.missed.reset();
  }
}

/// On its day still; what was announced of place or hour has to be announced again.
void rearrange(DialogueFacts& facts, const DialogueStep& step) {
  facts.khom = step.khom;
  facts.venue = step.venue;
  facts.outside_office_hours = step.outside_office_hours;
  facts.announced = facts.announced && !step.late;
  facts.planning.push_back(step.position);
}

void plan(DialogueFacts& facts, const DialogueStep& step) {
  if (step.kind == Kind::scheduled) {
    facts.khom = step.khom;
    facts.date = step.date.value_or(facts.date);
    facts.venue = step.venue;
    facts.outside_office_hours = step.outside_office_hours;
  } else if (step.kind == Kind::announced) {
    facts.announced = true;
    facts.short_notice = step.late;
  } else {
    count(facts, Act::cancelled, step);
  }
  facts.planning.push_back(step.position);
}

void meet(DialogueFacts& facts, const DialogueStep& step) {
  if (step.kind == Kind::attendance) {
    facts.residents = step.residents;
    facts.bodies = step.bodies;
  }
  facts.meeting.push_back(step.position);
}

void present(DialogueFacts& facts, const DialogueStep& step) {
  facts.presentation = step.kind == Kind::presented ? domain::Presentation::presented
                                                    : domain::Presentation::skipped;
  facts.presentation_at = step.position;
}

void hear(DialogueFacts& facts, const DialogueStep& step) {
  ++facts.opinions;
  facts.opinion_records.push_back(step.position);
  if (step.anonymous) {
    ++facts.anonymous_opinions;
    facts.anonymous_records.push_back(step.position);
  }
}

void confirm(DialogueFacts& facts, const DialogueStep& step) {
  ++(step.kind == Kind::confirmed ? facts.confirmed : facts.declined);
  facts.confirmations.push_back(step.position);
}

void publish(DialogueFacts& facts, const DialogueStep& step) {
  facts.published_on = step.date;
  facts.published_late = step.late;
  facts.published_at = step.position;
}

void apply(DialogueFacts& facts, const DialogueStep& step) {
  facts.phase = step.phase;
  switch (step.kind) {
    case Kind::scheduled:
    case Kind::announced:
    case Kind::cancelled:
      return plan(facts, step);
    case Kind::postponed:
      return postpone(facts, step);
    case Kind::rearranged:
      return rearrange(facts, step);
    case Kind::miss_retracted:
      facts.missed.reset();
      return;
    case Kind::missed:
      facts.missed = Moment{step.date.value_or(step.day), step.position};
      return;
    case Kind::opened:
    case Kind::attendance:
      return meet(facts, step);
    case Kind::presented:
    case Kind::skipped:
      return present(facts, step);
    case Kind::opinion:
      return hear(facts, step);
    case Kind::confirmed:
    case Kind::declined:
      return confirm(facts, step);
    case Kind::minutes_signed:
      facts.minutes_signed = true;
      facts.minutes_at = step.position;
      return;
    case Kind::signature_refused:
      return count(facts, Act::signature_refused, step);
    case Kind::published:
      return publish(facts, step);
    case Kind::other:
      return;
  }
}

}  // namespace

bool DialogueFacts::held() const {
  return opened() && residents.value_or(0) > 0;
}

void take_in(DialogueFacts& facts, const domain::DialogueEvent& event, const Entry& entry) {
  DialogueStep step;
  step.day = entry.on;
  step.position = entry.position;
  std::visit(StepOf{step}, event);
  // Whenever it is typed, nobody calls a meeting after its day.
  if (step.kind == Kind::scheduled) {
    step.day = std::min(step.day, *step.date);
  }
  domain::DialogueState state;
  state.phase = facts.phase;
  domain::evolve(state, event);
  step.phase = state.phase;
  apply(facts, step);
  facts.steps.push_back(std::move(step));
}

DialogueFacts as_of(const DialogueFacts& facts, const domain::Date& day) {
  DialogueFacts then;
  then.id = facts.id;
  for (const auto& step : facts.steps) {
    if (step.day <= day) {
      apply(then, step);
      then.steps.push_back(step);
    }
  }
  return then;
}

}  // namespace langnghe::projections::report
