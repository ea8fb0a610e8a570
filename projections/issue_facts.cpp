#include <algorithm>
#include <variant>

#include "report_facts.hpp"

namespace langnghe::projections::report {
namespace {

using domain::Date;
using domain::IssuePhase;

domain::Ending ending_of(IssuePhase phase) {
  switch (phase) {
    case IssuePhase::answered_on_the_spot:
      return domain::Ending::answered_on_the_spot;
    case IssuePhase::noted:
      return domain::Ending::noted;
    case IssuePhase::handed_over:
      return domain::Ending::handed_over;
    case IssuePhase::external_result_told:
      return domain::Ending::external_result_told;
    default:
      return domain::Ending::settled;
  }
}

Date received_on(const domain::IssueState& state, const Date& on) {
  if (state.recorded.received != Date{}) {
    return state.recorded.received;
  }
  return state.handed_over ? state.handed_over->received : on;
}

/// A step entered with an earlier day than the one before it counts on that one's day: else an
/// issue would have ended in a period before the one it came in, and no balance would hold.
void step(IssueFacts& facts, Transition::Kind kind, domain::Ending ending, const Date& on) {
  const auto& timeline = facts.timeline;
  const Date day = timeline.empty() ? on : std::max(timeline.back().day, on);
  facts.timeline.push_back({.day = day, .kind = kind, .ending = ending});
}

void trace_timeline(IssueFacts& facts, IssuePhase before, const Date& on) {
  const auto after = facts.state.phase;
  if (after == IssuePhase::absent) {
    return;
  }
  bool open = !domain::is_ended(before);
  if (before == IssuePhase::absent) {
    step(facts, Transition::Kind::received, {}, received_on(facts.state, on));
    open = true;
  }
  if (open && domain::is_ended(after)) {
    step(facts, Transition::Kind::ended, ending_of(after), on);
  } else if (!open && !domain::is_ended(after)) {
    step(facts, Transition::Kind::reopened, {}, on);
  }
}

void trace_clock(IssueFacts& facts, bool reopened, const Date& on) {
  const auto& due = facts.state.effective_due;
  if (!due) {
    return;
  }
  if (facts.rounds.empty() || reopened) {
    facts.rounds.push_back(
        {.began = on, .dues = {{.since = on, .due = *due}}, .settled_on = std::nullopt});
  } else if (facts.rounds.back().dues.back().due != *due) {
    facts.rounds.back().dues.push_back({.since = on, .due = *due});
  }
  facts.rounds.back().settled_on = facts.state.settled_on;
}

/// What happened besides the phases and the clock.
struct TraceActs {
  IssueFacts& facts;
  const Date& on;

  void operator()(const domain::ExtensionApproved&) const { facts.extensions.push_back(on); }
  void operator()(const domain::IssueForwarded&) const {
    facts.forwards.push_back({.sent = on, .acknowledged = std::nullopt, .told = std::nullopt});
  }
  void operator()(const domain::ForwardAcknowledged&) const {
    if (!facts.forwards.empty()) {
      facts.forwards.back().acknowledged = on;
    }
  }
  void operator()(const domain::ExternalResultTold&) const {
    if (!facts.forwards.empty()) {
      facts.forwards.back().told = on;
    }
  }
  void operator()(const domain::NoticeIssued&) const {
    facts.notices.push_back(
        {.issued = on, .settled = facts.state.settled_on, .delivered = std::nullopt});
  }
  void operator()(const domain::NoticeDelivered&) const {
    if (!facts.notices.empty()) {
      facts.notices.back().delivered = on;
    }
  }
  void operator()(const domain::FeedbackAsked&) const { facts.asked.push_back(on); }
  void operator()(const domain::FeedbackRecorded& event) const {
    facts.feedback.push_back({.on = on, .verdict = event.verdict});
  }
  void operator()(const auto&) const {}
};

/// Words stay in the projection of issues; figures need none of them.
void drop_texts(domain::IssueState& state) {
  state.recorded.subject.clear();
  state.answer.text.clear();
  state.answer.legal_basis.clear();
  state.clock.clear();
  if (state.assignment) {
    state.assignment->unit.clear();
  }
  if (state.pending_extension) {
    state.pending_extension->reason.clear();
  }
  if (state.forward) {
    state.forward->asked.clear();
  }
}

}  // namespace

bool IssueFacts::is_denunciation() const {
  return state.handed_over && state.handed_over->type == domain::IssueType::denunciation;
}

std::string IssueFacts::type() const {
  if (state.handed_over) {
    return std::string(domain::to_text(state.handed_over->type));
  }
  return state.classification ? std::string(domain::to_text(state.classification->type))
                              : "UNCLASSIFIED";
}

domain::FieldCode IssueFacts::field() const {
  return state.classification ? state.classification->field : state.recorded.field;
}

domain::DialogueId IssueFacts::dialogue() const {
  return state.recorded.dialogue.empty() && state.handed_over ? state.handed_over->dialogue
                                                              : state.recorded.dialogue;
}

Date IssueFacts::relevant_until() const {
  if (!domain::is_ended(state.phase)) {
    return Date{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};
  }
  Date last{};
  const auto see = [&last](const std::optional<Date>& day) {
    last = std::max(last, day.value_or(last));
  };
  see(timeline.empty() ? state.last_act_on : timeline.back().day);
  see(state.last_act_on);
  see(state.first_reply_on);
  if (state.classification) {
    see(state.classification->first_reply_due);
  }
  return last;
}

void take_in(IssueFacts& facts, const domain::IssueEvent& event, const domain::UserId& by,
             const Date& on) {
  const auto before = facts.state.phase;
  domain::evolve(facts.state, event, by, on);
  trace_timeline(facts, before, on);
  trace_clock(facts, std::holds_alternative<domain::IssueReopened>(event), on);
  std::visit(TraceActs{facts, on}, event);
  drop_texts(facts.state);
}

}  // namespace langnghe::projections::report
