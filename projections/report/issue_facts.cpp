#include <algorithm>
#include <variant>

#include "report/issue_trace.hpp"
#include "report/report_facts.hpp"

namespace langnghe::projections::report {
namespace {

using domain::Date;
using domain::IssuePhase;

Date received_on(const domain::IssueState& state, const Date& on) {
  if (state.recorded.received != Date{}) {
    return state.recorded.received;
  }
  return state.handed_over ? state.handed_over->received : on;
}

/// A step entered with an earlier day than the one before it counts on that one's day: else an
/// issue would have ended in a period before the one it came in, and no balance would hold.
void step(IssueFacts& facts, Transition::Kind kind, domain::Ending ending, const Date& on,
          std::uint64_t position) {
  const auto& timeline = facts.timeline;
  const Date day = timeline.empty() ? on : std::max(timeline.back().day, on);
  facts.timeline.push_back({.day = day, .kind = kind, .ending = ending, .position = position});
}

void trace_timeline(IssueFacts& facts, IssuePhase before, const Date& on, std::uint64_t position) {
  const auto after = facts.state.phase;
  if (after == IssuePhase::absent) {
    return;
  }
  bool open = !domain::ending_of(before);
  if (before == IssuePhase::absent) {
    facts.recorded_at = position;
    step(facts, Transition::Kind::received, {}, received_on(facts.state, on), position);
    open = true;
  }
  if (const auto ending = domain::ending_of(after); open && ending) {
    step(facts, Transition::Kind::ended, *ending, on, position);
  } else if (!open && !ending) {
    step(facts, Transition::Kind::reopened, {}, on, position);
  }
}

void trace_phase(IssueFacts& facts, IssuePhase before, const Date& on) {
  if (facts.state.phase != before) {
    const Date began = before == IssuePhase::absent ? received_on(facts.state, on) : on;
    const Date day = facts.phases.empty() ? began : std::max(facts.phases.back().day, began);
    facts.phases.push_back({.day = day, .phase = facts.state.phase});
  }
}

/// The clock before an event, as far as its trace needs it.
struct ClockBefore {
  bool settled = false;
  bool paused = false;
  bool replied = false;
};

/// The first reply as known before an event.
struct ReplyBefore {
  std::optional<Date> due;
};

void trace_dues(IssueFacts& facts, bool reopened, const Date& on) {
  const auto& due = facts.state.effective_due;
  if (!due) {
    return;
  }
  if (reopened || facts.rounds.empty()) {
    const Date start = facts.state.clock ? facts.state.clock->start : on;
    // A day that a list gave stood before the issue was taken over.
    const auto& origin = facts.state.recorded.origin;
    const bool taken_over = !reopened && origin && origin->agreed_due;
    const Date began = taken_over ? facts.state.recorded.received : on;
    facts.rounds.push_back({.began = began,
                            .start = start,
                            .dues = {{.since = began, .due = *due}},
                            .settlements = {}});
  } else if (facts.rounds.back().dues.back().due != *due) {
    facts.rounds.back().dues.push_back({.since = on, .due = *due});
  }
}

/// A withdrawal ends the matter and settles nothing.
void trace_settlement(IssueFacts& facts, bool was_settled, const domain::IssueEvent& event,
                      const Entry& entry) {
  if (facts.rounds.empty()) {
    return;
  }
  auto& round = facts.rounds.back();
  const auto& settled = facts.state.settled_on;
  if (!was_settled && settled && !std::holds_alternative<domain::IssueWithdrawn>(event)) {
    round.settlements.push_back(
        {.at = {*settled, entry.position}, .due = round.dues.back().due, .recalled = std::nullopt});
  } else if (std::holds_alternative<domain::NoticeRecalled>(event) && !round.settlements.empty()) {
    round.settlements.back().recalled = entry.on;
  }
}

void trace_pause(IssueFacts& facts, bool was_paused, const Entry& entry) {
  const auto& paused = facts.state.paused;
  if (!was_paused && paused) {
    facts.pauses.push_back({.ground = paused->ground,
                            .from = {entry.on, entry.position},
                            .until = paused->until,
                            .ended = std::nullopt});
  } else if (was_paused && !paused && !facts.pauses.empty()) {
    facts.pauses.back().ended = std::min(entry.on, facts.pauses.back().until);
  }
}

/// Is there an answer that can be given to somebody?
bool answer_is_there(const domain::IssueState& state) {
  return state.notice || state.phase == IssuePhase::external_result_received ||
         state.phase == IssuePhase::external_result_told || state.phase == IssuePhase::closed;
}

void trace_owed(IssueFacts& facts, const Entry& entry) {
  const auto owed =
      answer_is_there(facts.state) ? facts.state.owed() : std::vector<domain::IssueId>();
  const auto is_owed = [&](const domain::IssueId& id) {
    return std::ranges::find(owed, id) != owed.end();
  };
  for (auto& span : facts.owed) {
    if (!span.until && !is_owed(span.absorbed)) {
      span.until = Moment{entry.on, entry.position};
    }
  }
  for (const auto& id : owed) {
    const bool known = std::ranges::any_of(
        facts.owed, [&](const OwedFacts& span) { return span.absorbed == id && !span.until; });
    if (!known) {
      facts.owed.push_back(
          {.absorbed = id, .since = {entry.on, entry.position}, .until = std::nullopt});
    }
  }
}

/// The record of an issue counts from its receipt, like the issue itself.
Date since_day(const IssueFacts& facts, IssuePhase before, const Date& on) {
  return before == IssuePhase::absent ? received_on(facts.state, on) : on;
}

void trace_attributes(IssueFacts& facts, IssuePhase before, const Date& on) {
  if (facts.state.phase == IssuePhase::absent) {
    return;
  }
  Attributes now{.since = since_day(facts, before, on),
                 .khom = facts.state.recorded.khom,
                 .field = facts.field(),
                 .type = facts.type(),
                 .pressing = facts.state.recorded.pressing,
                 .group = facts.state.classification && facts.state.classification->group};
  if (facts.attributes.empty() || !facts.attributes.back().same_as(now)) {
    facts.attributes.push_back(std::move(now));
  }
}

void trace_reply(IssueFacts& facts, const ReplyBefore& reply, IssuePhase before,
                 const Entry& entry) {
  const auto& due = facts.state.first_reply_due;
  if (due && due != reply.due) {
    facts.reply_dues.push_back({.since = since_day(facts, before, entry.on), .due = *due});
  }
}

/// Words stay in the projection of issues; figures need none of them.
void drop_texts(domain::IssueState& state) {
  state.recorded.subject.clear();
  state.recorded.words.reset();
  state.answer.text.clear();
  state.answer.legal_basis.clear();
  for (auto& each : state.clock_steps) {
    each.reason.clear();
  }
  if (state.assignment) {
    state.assignment->unit.clear();
  }
  if (state.forward) {
    state.forward->asked.clear();
  }
  if (state.refusal) {
    state.refusal->reason.clear();
  }
  for (auto& commitment : state.commitments) {
    commitment.what.clear();
  }
  state.deliveries.clear();
  for (auto& absorbed : state.absorbed) {
    absorbed.given_up_for = absorbed.given_up_for.empty() ? "" : "-";
  }
}

/// The past that an imported row tells ended then, not on the day it was taken over.
Date day_of(const domain::IssueEvent& event, const Date& on) {
  const auto* closed = std::get_if<domain::IssueClosed>(&event);
  return closed != nullptr && closed->ended_on ? *closed->ended_on : on;
}

}  // namespace

const Attributes& IssueFacts::attributes_on(const Date& day) const {
  static const Attributes kNone;
  const Attributes* found = attributes.empty() ? &kNone : attributes.data();
  for (const auto& step : attributes) {
    found = step.since <= day ? &step : found;
  }
  return *found;
}

bool IssueFacts::is_denunciation() const {
  return state.handed_over && state.handed_over->type == domain::IssueType::denunciation;
}

std::string IssueFacts::type() const {
  if (state.handed_over) {
    return std::string(domain::to_text(state.handed_over->type));
  }
  return state.classification ? std::string(domain::to_text(state.classification->type))
                              : std::string(kUnclassified);
}

domain::FieldCode IssueFacts::field() const {
  return state.classification ? state.classification->field : state.recorded.field;
}

domain::DialogueId IssueFacts::dialogue() const {
  return state.recorded.dialogue.empty() && state.handed_over ? state.handed_over->dialogue
                                                              : state.recorded.dialogue;
}

Date IssueFacts::relevant_until() const {
  const bool promised = std::ranges::any_of(state.commitments, [](const domain::Commitment& each) {
    return each.status != domain::Commitment::Status::verified;
  });
  const bool owes = std::ranges::any_of(owed, [](const OwedFacts& span) { return !span.until; });
  if (promised || owes || !domain::ending_of(state.phase)) {
    return Date{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};
  }
  Date last{};
  const auto see = [&last](const std::optional<Date>& day) {
    last = std::max(last, day.value_or(last));
  };
  see(timeline.empty() ? state.last_act_on : timeline.back().day);
  if (!still_as_imported) {
    see(state.last_act_on);
  }
  see(state.first_reply_on);
  see(state.first_reply_due);
  for (const auto& step : reply_dues) {
    see(step.due);
  }
  for (const auto& commitment : state.commitments) {
    see(commitment.due);
  }
  return last;
}

void take_in(IssueFacts& facts, const domain::IssueEvent& event, const Entry& entry) {
  const auto phase = facts.state.phase;
  const ReplyBefore reply{facts.state.first_reply_due};
  const ClockBefore clock{.settled = facts.state.settled_on.has_value(),
                          .paused = facts.state.paused.has_value(),
                          .replied = facts.state.first_reply_on.has_value()};
  trace_acts(facts, event, entry);
  domain::evolve(facts.state, event, entry.by, entry.on);
  const auto day = day_of(event, entry.on);
  trace_timeline(facts, phase, day, entry.position);
  trace_phase(facts, phase, day);
  trace_dues(facts, std::holds_alternative<domain::IssueReopened>(event), entry.on);
  trace_settlement(facts, clock.settled, event, entry);
  trace_pause(facts, clock.paused, entry);
  trace_owed(facts, entry);
  if (!clock.replied && facts.state.first_reply_on) {
    facts.first_reply_at = entry.position;
  }
  if (const auto* recorded = std::get_if<domain::IssueRecorded>(&event);
      recorded != nullptr && recorded->split_from) {
    facts.split_on = entry.on;
  }
  const auto* closed = std::get_if<domain::IssueClosed>(&event);
  facts.still_as_imported = closed != nullptr && closed->ended_on.has_value();
  if (facts.still_as_imported) {
    facts.imported_end = closed->ended_on;
  }
  trace_attributes(facts, phase, entry.on);
  trace_reply(facts, reply, phase, entry);
  drop_texts(facts.state);
}

}  // namespace langnghe::projections::report
