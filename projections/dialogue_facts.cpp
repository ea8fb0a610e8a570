#include <variant>

#include "report_facts.hpp"

namespace langnghe::projections::report {
namespace {

struct TakeIn {
  DialogueFacts& facts;

  void operator()(const domain::DialogueScheduled& event) const {
    facts.khom = event.khom;
    facts.date = event.date;
    facts.venue = event.venue.kind;
    facts.outside_office_hours = event.outside_office_hours;
  }
  void operator()(const domain::DialogueAnnounced& event) const {
    facts.announced = true;
    facts.short_notice = event.short_notice;
  }
  void operator()(const domain::AttendanceRecorded& event) const {
    facts.residents = event.residents;
  }
  void operator()(const domain::OpinionRecorded& event) const {
    ++facts.opinions;
    facts.anonymous_opinions += event.anonymous ? 1 : 0;
  }
  void operator()(const domain::DialogueOpened&) const {}
  void operator()(const domain::DialogueClosed&) const {}
  void operator()(const domain::MinutesSigned&) const {}
};

}  // namespace

bool DialogueFacts::held() const {
  return phase >= domain::DialoguePhase::opened && residents.value_or(0) > 0;
}

void take_in(DialogueFacts& facts, const domain::DialogueEvent& event) {
  std::visit(TakeIn{facts}, event);
  domain::DialogueState state;
  state.phase = facts.phase;
  domain::evolve(state, event);
  facts.phase = state.phase;
}

}  // namespace langnghe::projections::report
