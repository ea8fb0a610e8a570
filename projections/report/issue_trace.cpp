#include "report/issue_trace.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <variant>

namespace langnghe::projections::report {
namespace {

struct TraceActs {
  IssueFacts& facts;
  const Entry& entry;

  // ---- intake
  void operator()(const domain::AnsweredOnTheSpot& event) const {
    facts.accepted_on_the_spot = event.accepted_by_resident;
    facts.spot_answers.push_back(
        {.position = entry.position, .accepted = event.accepted_by_resident});
  }
  void operator()(const domain::OnTheSpotAnswerContested&) const {
    facts.contest_at = entry.position;
    count(Act::contested);
  }
  void operator()(const domain::IssueReclassified&) const { count(Act::reclassified); }
  void operator()(const domain::IssueCorrected& event) const {
    count(Act::corrected, domain::to_text(event.field));
  }
  void operator()(const domain::IssuesLinked& event) const {
    if (event.kind == domain::LinkKind::recurring) {
      count(Act::linked_recurring);
    }
  }

  // ---- handling and the clock
  void operator()(const domain::IssueReturned& event) const {
    count(Act::returned, domain::to_text(event.reason));
  }
  void operator()(const domain::ClockPaused& event) const {
    count(Act::paused, domain::to_text(event.ground));
  }
  void operator()(const domain::ExtensionRequested& event) const {
    count(Act::extension_requested);
    if (event.late) {
      count(Act::extension_requested_late);
    }
  }
  void operator()(const domain::ExtensionApproved&) const {
    const auto& pending = facts.state.pending_extension;
    count(Act::extension_approved, pending ? std::string_view(pending->reason) : "");
  }
  void operator()(const domain::ExtensionRefused&) const { count(Act::extension_refused); }
  void operator()(const domain::DeadlineBreached& event) const {
    count(Act::breached, domain::to_text(event.clock));
  }
  /// It does not stand, so it counts in no period.
  void operator()(const domain::BreachRetracted& event) const {
    if (const auto* breach = facts.state.find_breach(event.clock, event.due)) {
      forget(Act::breached, breach->day, domain::to_text(event.clock));
    }
  }
  void operator()(const domain::DeadlineRecomputed& event) const {
    count(Act::recomputed, event.reason);
  }
  void operator()(const domain::FirstReplyDueSet& event) const {
    if (event.reason == "calendar" || event.reason == "policy") {
      count(Act::recomputed, event.reason);
    }
  }
  void operator()(const domain::IssueEscalated& event) const {
    count(Act::escalated, std::to_string(event.level));
  }

  // ---- elsewhere
  void operator()(const domain::IssueForwarded&) const {
    facts.forwards.push_back({.sent = now(),
                              .acknowledged = std::nullopt,
                              .told = std::nullopt,
                              .bounced = std::nullopt});
  }
  void operator()(const domain::ForwardAcknowledged&) const {
    if (!facts.forwards.empty()) {
      facts.forwards.back().acknowledged = now();
    }
  }
  void operator()(const domain::ForwardBounced&) const {
    count(Act::bounced);
    if (!facts.forwards.empty()) {
      facts.forwards.back().bounced = now();
    }
  }
  void operator()(const domain::ExternalResultTold& event) const {
    if (!facts.forwards.empty() && !event.absorbed) {
      facts.forwards.back().told = now();
    }
  }
  void operator()(const domain::HandlingRefused& event) const {
    count(Act::refused, domain::to_text(event.ground));
  }

  // ---- answer
  void operator()(const domain::AnswerApproved& event) const {
    if (!event.override_reason.empty()) {
      count(Act::overridden);
    }
  }
  void operator()(const domain::NoticeIssued&) const { add_notice(false); }
  void operator()(const domain::NoticeReplaced&) const {
    count(Act::notice_replaced);
    add_notice(true);
  }
  void operator()(const domain::NoticeCorrected&) const { count(Act::notice_corrected); }
  void operator()(const domain::NoticeRecalled&) const { count(Act::notice_recalled); }
  void operator()(const domain::NoticeDelivered& event) const {
    count(Act::delivered, domain::to_text(event.method));
    if (!facts.notices.empty() && !event.absorbed) {
      facts.notices.back().delivered = now();
    }
  }
  void operator()(const domain::NoticePosted&) const {
    count(Act::delivered, domain::to_text(domain::DeliveryMethod::posted));
    count(Act::notice_posted);
  }
  void operator()(const domain::DeliveryFailed& event) const {
    count(Act::delivery_failed, domain::to_text(event.method));
  }

  // ---- after
  void operator()(const domain::FeedbackAsked&) const { count(Act::feedback_asked); }
  void operator()(const domain::FeedbackRecorded& event) const {
    facts.feedback.push_back({.at = now(),
                              .verdict = event.verdict,
                              .asked = facts.state.feedback_asked,
                              .solved = event.solved_in_reality});
  }
  void operator()(const domain::IssueReopened&) const {
    if (facts.state.verdict == domain::Verdict::satisfied) {
      count(Act::reopened_after_satisfied);
    }
  }

  // ---- promises
  void operator()(const domain::CommitmentMade& event) const {
    promise(event, Act::commitment_made);
    auto& made = promise_of(event.commitment);
    made.dues.push_back({.since = entry.on, .due = event.due});
    know(event.commitment, domain::Commitment::Status::made);
  }
  void operator()(const domain::CommitmentRevised& event) const {
    promise(event, Act::commitment_revised);
    promise_of(event.commitment).dues.push_back({.since = entry.on, .due = event.new_due});
  }
  void operator()(const domain::EvidenceFiled& event) const {
    promise(event, Act::commitment_fulfilled);
    know(event.commitment, domain::Commitment::Status::evidence_filed);
  }
  void operator()(const domain::CommitmentVerified& event) const {
    promise(event, Act::commitment_verified);
    know(event.commitment, domain::Commitment::Status::verified);
  }
  void operator()(const domain::CommitmentDisputed& event) const {
    promise(event, Act::commitment_disputed);
    know(event.commitment, domain::Commitment::Status::disputed);
  }
  void operator()(const domain::CommitmentMissed& event) const {
    promise(event, Act::commitment_missed);
  }
  void operator()(const domain::CommitmentMissRetracted& event) const {
    facts.promised_at[event.commitment] = entry.position;
    const auto* held = facts.state.find_commitment(event.commitment);
    if (held != nullptr && held->missed_on) {
      forget(Act::commitment_missed, *held->missed_on, {});
    }
  }

  // Phases, dues and settlements are traced by what they do to the state.
  void operator()(const auto&) const {}

 private:
  [[nodiscard]] Moment now() const { return {entry.on, entry.position}; }
  void count(Act act, std::string_view part = {}) const {
    facts.acts.push_back({.act = act, .at = now(), .part = std::string(part)});
  }
  void forget(Act act, const domain::Date& day, std::string_view part) const {
    auto& acts = facts.acts;
    const auto last = std::find_if(acts.rbegin(), acts.rend(), [&](const CountedAct& counted) {
      return counted.act == act && counted.at.day == day && counted.part == part;
    });
    if (last != acts.rend()) {
      acts.erase(std::next(last).base());
    }
  }
  void promise(const auto& event, Act act) const {
    count(act);
    facts.promised_at[event.commitment] = entry.position;
  }
  [[nodiscard]] PromiseFacts& promise_of(const domain::CommitmentId& id) const {
    for (auto& held : facts.promises) {
      if (held.id == id) {
        return held;
      }
    }
    facts.promises.push_back({.id = id, .dues = {}, .known = {}});
    return facts.promises.back();
  }
  void know(const domain::CommitmentId& id, domain::Commitment::Status status) const {
    promise_of(id).known.push_back(
        {.since = entry.on, .status = status, .position = entry.position});
  }
  void add_notice(bool replacement) const {
    facts.notices.push_back({.issued = now(),
                             .settled = facts.state.settled_on,
                             .delivered = std::nullopt,
                             .replacement = replacement});
  }
};

}  // namespace

void trace_acts(IssueFacts& facts, const domain::IssueEvent& event, const Entry& entry) {
  std::visit(TraceActs{facts, entry}, event);
  // The fold knows which acts tell the resident something: it is asked with nothing told yet.
  domain::IssueState untold;
  untold.phase = facts.state.phase;
  untold.recorded.resident = facts.state.recorded.resident;
  untold.absorbed = facts.state.absorbed;
  untold.delivered_on = facts.state.delivered_on;
  untold.recorded.resident = facts.state.recorded.resident;
  untold.absorbed = facts.state.absorbed;
  domain::evolve(untold, event, entry.by, entry.on);
  if (const auto& on = untold.first_reply_on; on && (!facts.told || *on < facts.told->day)) {
    facts.told = Moment{*on, entry.position};
  }
}

}  // namespace langnghe::projections::report
