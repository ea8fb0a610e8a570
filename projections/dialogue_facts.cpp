#include <string>
#include <string_view>
#include <variant>

#include "report_facts.hpp"

namespace langnghe::projections::report {
namespace {

struct TakeIn {
  DialogueFacts& facts;
  const Entry& entry;

  void operator()(const domain::DialogueScheduled& event) const {
    facts.khom = event.khom;
    facts.date = event.date;
    facts.venue = event.venue.kind;
    facts.outside_office_hours = event.outside_office_hours;
    facts.planning.push_back(entry.position);
  }
  void operator()(const domain::DialogueAnnounced& event) const {
    facts.announced = true;
    facts.short_notice = event.short_notice;
    facts.planning.push_back(entry.position);
  }
  /// What was announced has to be announced again where the day moved.
  void operator()(const domain::DialoguePostponed& event) const {
    count(Act::postponed);
    facts.planning.push_back(entry.position);
    if (event.date) {
      facts.date = *event.date;
      facts.outside_office_hours = event.outside_office_hours;
      facts.announced = false;
      facts.missed.reset();
    }
  }
  void operator()(const domain::DialogueRearranged& event) const {
    facts.khom = event.khom;
    facts.venue = event.venue.kind;
    facts.outside_office_hours = event.outside_office_hours;
    if (event.announce_again) {
      facts.announced = false;
    }
    facts.planning.push_back(entry.position);
  }
  void operator()(const domain::DialogueCancelled&) const {
    count(Act::cancelled);
    facts.planning.push_back(entry.position);
  }
  void operator()(const domain::DialogueMissed& event) const {
    facts.missed = Moment{event.date, entry.position};
  }
  void operator()(const domain::DialogueOpened&) const { facts.meeting.push_back(entry.position); }
  void operator()(const domain::AttendanceRecorded& event) const {
    facts.residents = event.residents;
    facts.bodies = event.bodies;
    facts.meeting.push_back(entry.position);
  }
  void operator()(const domain::PreviousResultsPresented&) const {
    facts.presentation = domain::Presentation::presented;
    facts.presentation_at = entry.position;
  }
  void operator()(const domain::PresentationSkipped&) const {
    facts.presentation = domain::Presentation::skipped;
    facts.presentation_at = entry.position;
  }
  void operator()(const domain::OpinionRecorded& event) const {
    ++facts.opinions;
    facts.opinion_records.push_back(entry.position);
    if (event.anonymous) {
      ++facts.anonymous_opinions;
      facts.anonymous_records.push_back(entry.position);
    }
  }
  void operator()(const domain::OpinionConfirmed&) const {
    ++facts.confirmed;
    facts.confirmations.push_back(entry.position);
  }
  void operator()(const domain::ConfirmationDeclined&) const {
    ++facts.declined;
    facts.confirmations.push_back(entry.position);
  }
  void operator()(const domain::MinutesSigned&) const {
    facts.minutes_signed = true;
    facts.minutes_at = entry.position;
  }
  void operator()(const domain::SignatureRefused&) const { count(Act::signature_refused); }
  void operator()(const domain::ConclusionPublished& event) const {
    facts.published_on = event.date;
    facts.published_late = event.late;
    facts.published_at = entry.position;
  }
  void operator()(const domain::ParticipantInvited&) const {}
  void operator()(const domain::InvitationAnswered&) const {}
  void operator()(const domain::DialogueClosed&) const {}
  void operator()(const domain::MinutesAddendumSigned&) const {}

 private:
  void count(Act act) const {
    facts.acts.push_back({.act = act, .at = {entry.on, entry.position}, .part = {}});
  }
};

}  // namespace

bool DialogueFacts::held() const {
  return opened() && residents.value_or(0) > 0;
}

void take_in(DialogueFacts& facts, const domain::DialogueEvent& event, const Entry& entry) {
  std::visit(TakeIn{facts, entry}, event);
  domain::DialogueState state;
  state.phase = facts.phase;
  domain::evolve(state, event);
  facts.phase = state.phase;
}

}  // namespace langnghe::projections::report
