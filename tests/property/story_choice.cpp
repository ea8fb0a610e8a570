#include <algorithm>
#include <iterator>

#include "property/story.hpp"

// The choice of an order for each step: guided enough that matters live long, free enough that much
// of it is wrong.
namespace langnghe::domain::spec {
namespace {

// Acts that lead on towards an answer.
constexpr std::string_view kOnward[] = {"answer-on-the-spot",
                                        "note",
                                        "contest",
                                        "classify",
                                        "assign",
                                        "accept",
                                        "note-progress",
                                        "acknowledge-forward",
                                        "draft-answer",
                                        "approve-answer",
                                        "issue-notice",
                                        "record-external-result",
                                        "record-delivery",
                                        "post-notice",
                                        "close",
                                        "tell-external-result",
                                        "ask-feedback",
                                        "reopen",
                                        "record-feedback",
                                        "request-reopen"};

// Acts after which little more can happen to a matter: seldom, or few would live long.
constexpr std::string_view kEnding[] = {"split",    "merge",     "void",
                                        "withdraw", "hand-over", "refuse-handling"};

// The acts of a step that is not about an issue, a dialogue, the plan or a report.
constexpr Subject kRarely[] = {
    Subject::calendar, Subject::policy,   Subject::ward,        Subject::ward,
    Subject::user,     Subject::user,     Subject::supervision, Subject::supervision,
    Subject::resident, Subject::resident, Subject::resident,    Subject::document_register};

std::string user_name(int value) {
  return "u" + std::to_string(value % 3 + 1);
}

template <std::size_t kSize>
bool is_one_of(const std::string_view (&acts)[kSize], std::string_view act) {
  return std::ranges::find(acts, act) != std::end(acts);
}

/// Half of the acts on issues lead on towards an answer, or a story would seldom come to an end of
/// anything; one in four of the others may end the matter there.
std::vector<std::string_view> guided(std::vector<std::string_view> acts, const Step& step) {
  const bool leads_on = step.kind % 2 == 0;
  const bool may_end = step.user % 4 == 0;
  std::vector<std::string_view> kept;
  std::ranges::copy_if(acts, std::back_inserter(kept), [&](std::string_view act) {
    return leads_on ? is_one_of(kOnward, act) : (may_end || !is_one_of(kEnding, act));
  });
  return kept.empty() ? acts : kept;
}

/// An act on what is there: only of these it is known that they are about a denunciation.
bool of_denunciation(const ActRule& rule) {
  return rule.subject == Subject::issue && rule.act != RecordIssue::kAct;
}

/// Leaves for its legal procedure next.
bool is_complaint(const IssueState& issue) {
  return issue.phase == IssuePhase::classified && issue.classification &&
         issue.classification->type == IssueType::complaint;
}

/// The answer is there, and somebody merged in has not got it: seldom, so it is followed up.
bool owes_others(const IssueState& issue) {
  return !issue.owed().empty() &&
         (issue.notice || issue.phase == IssuePhase::external_result_received);
}

template <class T>
T any_of(const std::vector<T>& values, std::size_t at) {
  return values.empty() ? T{} : values[at % values.size()];
}

std::vector<ReportKey> report_keys() {
  return {{PeriodFamily::calendar, "2021-Q1"},
          {PeriodFamily::cchc, "2021-Q1"},
          {PeriodFamily::calendar, "2021"}};
}

}  // namespace

Subject Story::choose_subject(const Step& step) const {
  const int kind = step.kind % 16;
  if (kind <= 2 || issues_.empty()) {
    return Subject::dialogue;
  }
  if (kind == 4) {
    return kRarely[step.kind / 16 % std::size(kRarely)];
  }
  if (kind == 5) {
    return step.kind / 16 % 2 == 0 ? Subject::plan : Subject::report;
  }
  return Subject::issue;
}

std::string_view Story::phase_of(Subject subject, const ActTarget& at) const {
  switch (subject) {
    case Subject::plan:
      return to_text(ledger_.state<PlanState>(plan_stream(at.year)).phase);
    case Subject::dialogue:
      return to_text(ledger_.state<DialogueState>(stream_of(at.dialogue)).phase);
    case Subject::issue:
      return to_text(ledger_.issue(at.issue).phase);
    case Subject::report:
      return to_text(
          ledger_.state<ReportState>(report_stream(to_text(at.report.family), at.report.period))
              .phase);
    case Subject::resident:
      return to_text(ledger_.state<ResidentState>(stream_of(at.resident)).phase);
    default:
      return {};
  }
}

// One in sixteen is any act at all, allowed or not.
const ActRule& Story::choose_act(const Step& step, Subject subject, const ActTarget& at) const {
  if (step.kind % 16 == 0 || (subject == Subject::dialogue && issues_.empty())) {
    return *find_rule(Subject::dialogue, RecordOpinion::kAct);
  }
  if (step.kind % 16 == 3) {
    return *find_rule(Subject::issue, RecordIssue::kAct);
  }
  auto acts = allowed_acts(subject, phase_of(subject, at), Role::system);
  if (acts.empty() || step.role % 16 == 15) {
    acts.clear();
    for (const auto& rule : act_rules()) {
      if (rule.subject == subject) {
        acts.push_back(rule.act);
      }
    }
  } else if (subject == Subject::issue && is_complaint(ledger_.issue(at.issue)) &&
             step.act % 2 == 0) {
    return *find_rule(Subject::issue, HandOverIssue::kAct);
  } else if (subject == Subject::issue && step.act % 8 == 1 &&
             phase_allows(*find_rule(Subject::issue, MergeIssue::kAct), phase_of(subject, at)) &&
             issue_to_merge_into(at) != at.other) {
    return *find_rule(Subject::issue, MergeIssue::kAct);
  } else if (subject == Subject::issue && owes_others(ledger_.issue(at.issue)) &&
             step.act % 3 != 0) {
    const ActRule& given_up = *find_rule(Subject::issue, GiveUpDelivery::kAct);
    const bool allowed = phase_allows(given_up, phase_of(subject, at));
    return allowed ? given_up : *find_rule(Subject::issue, acts[step.act % acts.size()]);
  } else if (subject == Subject::issue) {
    acts = guided(std::move(acts), step);
  }
  const ActRule& chosen = *find_rule(subject, acts[step.act % acts.size()]);
  // Whether earlier results were presented is decided before the minutes are signed.
  const bool signs = subject == Subject::dialogue && chosen.act == SignMinutes::kAct;
  const bool undecided =
      signs && ledger_.state<DialogueState>(stream_of(at.dialogue)).presentation ==
                   Presentation::not_recorded;
  return undecided && step.act % 8 != 0 ? *find_rule(Subject::dialogue, SkipPresentation::kAct)
                                        : chosen;
}

// Most acts are about the same few matters that can still go on, so that these live long.
IssueId Story::issue_to_act_on(std::uint8_t target) const {
  if (target % 4 == 0) {
    return any_of(issues_, target / 4);
  }
  constexpr std::size_t kFew = 3;
  std::vector<IssueId> live;
  for (const auto& issue : issues_) {
    const auto phase = ledger_.issue(issue).phase;
    const bool over = phase == IssuePhase::split || phase == IssuePhase::voided ||
                      phase == IssuePhase::handed_over;
    if (!over && live.size() < kFew) {
      live.push_back(issue);
    }
  }
  return any_of(live.empty() ? issues_ : live, target / 4);
}

ActTarget Story::choose_target(const Step& step) const {
  constexpr int kStranger = 253;
  ActTarget at;
  at.on = today_;
  at.fresh = "n" + std::to_string(ledger_.events().size());
  at.issue = issue_to_act_on(step.target);
  at.other = any_of(issues_, std::size_t{step.target} / 2 + step.value);
  at.dialogue = any_of(dialogues_, step.target);
  at.khom = {step.value % 3 == 2 ? "k2" : "k1"};
  at.resident = residents_.empty() ? ResidentId{"r-nobody"} : any_of(residents_, step.target);
  at.user = {user_name(step.target)};
  at.report = any_of(report_keys(), step.target);
  at.ledger_size = ledger_.events().size();
  const auto& calendar = ledger_.state<CalendarState>(calendar_stream());
  if (calendar.exists()) {
    at.days_off = calendar.current().days_off;
  }
  if (step.target % 4 == 3 && step.kind % 16 != 0) {
    at.dialogue = {at.fresh};
  }
  if (step.target % 8 == 7) {
    at.year = static_cast<int>(today_.year());
  }
  if (step.target % 16 == 15 && !denunciations_.empty()) {
    at.issue = any_of(denunciations_, step.value);
    at.written = kDenunciationCanary;
  } else if (step.target % 16 == 14 && !denunciations_.empty()) {
    at.other = any_of(denunciations_, step.value);
  } else if (step.target >= kStranger) {
    at.issue = {"nobody-knows"};
    at.dialogue = {"nobody-knows"};
  } else if (step.act == 255) {
    at.written = " ";
  }
  return at;
}

std::vector<DialogueId> Story::dialogues_of(const KhomId& khom) const {
  std::vector<DialogueId> held;
  std::ranges::copy_if(dialogues_, std::back_inserter(held), [&](const DialogueId& id) {
    return ledger_.state<DialogueState>(stream_of(id)).schedule.khom == khom;
  });
  return held;
}

/// That dialogue, or else one where the act is allowed: opinions are for meetings.
DialogueId Story::nearest_dialogue(const ActRule& rule, const DialogueId& wanted) const {
  const auto allows = [&](const DialogueId& id) {
    return phase_allows(rule, to_text(ledger_.state<DialogueState>(stream_of(id)).phase));
  };
  const auto found = std::ranges::find_if(dialogues_, allows);
  return allows(wanted) || found == dialogues_.end() ? wanted : *found;
}

std::vector<IssueId> Story::undecided_at(const DialogueId& dialogue) const {
  std::vector<IssueId> undecided;
  std::ranges::copy_if(issues_, std::back_inserter(undecided), [&](const IssueId& id) {
    const auto& issue = ledger_.issue(id);
    return issue.phase == IssuePhase::recorded && issue.recorded.dialogue == dialogue;
  });
  return undecided;
}

std::vector<IssueId> Story::redirected_from(const DialogueId& dialogue) const {
  std::vector<IssueId> redirected;
  std::ranges::copy_if(denunciations_, std::back_inserter(redirected), [&](const IssueId& id) {
    return ledger_.issue(id).handed_over->dialogue == dialogue;
  });
  return redirected;
}

/// Another matter of the same khóm that is being handled, where there is one.
IssueId Story::issue_to_merge_into(const ActTarget& at) const {
  const ActRule& merging = *find_rule(Subject::issue, MergeIssue::kAct);
  const KhomId khom = ledger_.issue(at.issue).recorded.khom;
  for (const IssueId& id : issues_) {
    const IssueState& other = ledger_.issue(id);
    if (id != at.issue && other.recorded.khom == khom &&
        phase_allows(merging, to_text(other.phase))) {
      return id;
    }
  }
  return at.other;
}

/// A dialogue of that khóm that was held after the quarter, where there is one.
DialogueId Story::late_dialogue(const ActTarget& at, const DialogueId& otherwise) const {
  const auto last_month = static_cast<unsigned>(3 * std::max(at.quarter, 1));
  const Date quarter_end{std::chrono::year{at.year} / std::chrono::month{last_month} /
                         std::chrono::last};
  for (const DialogueId& id : dialogues_of(at.khom)) {
    const auto& dialogue = ledger_.state<DialogueState>(stream_of(id));
    if (dialogue.opening && dialogue.schedule.date > quarter_end) {
      return id;
    }
  }
  return otherwise;
}

// Half of the time everything an act concerns is named, as a caller does whose views are up to
// date.
void Story::name_what_it_concerns(const Step& step, const ActRule& rule, ActTarget& at) const {
  const auto& dialogue = ledger_.state<DialogueState>(stream_of(at.dialogue));
  at.opinion = any_of(dialogue.opinions, step.value);
  if (rule.subject == Subject::calendar || rule.subject == Subject::policy) {
    at.issues = step.act % 2 == 0 ? issues_ : std::vector<IssueId>();
  } else if (rule.subject == Subject::resident) {
    at.issues = issues_of(at.resident);
  } else if (rule.act == PresentPreviousResults::kAct) {
    at.issues = {at.issue};
  } else if (rule.act == ScheduleDialogue::kAct || rule.act == PostponeDialogue::kAct ||
             rule.act == RearrangeDialogue::kAct) {
    at.dialogues = dialogues_;
  } else if (rule.act == RevokeDelegation::kAct) {
    const auto& delegations = ledger_.state<WardState>(ward_stream()).delegations;
    if (!delegations.empty()) {
      at.delegation = delegations.rbegin()->first;
    }
  } else if (rule.act == SignMinutes::kAct) {
    at.issues = step.act % 8 == 0 ? std::vector<IssueId>() : undecided_at(at.dialogue);
    at.redirected = redirected_from(at.dialogue);
  } else if (rule.act == MarkObligationMissed::kAct) {
    at.dialogues = dialogues_of(at.khom);
  } else if (rule.act == MergeIssue::kAct) {
    at.other = step.act % 4 == 0 ? at.other : issue_to_merge_into(at);
  } else if (rule.act == CreditLateDialogue::kAct) {
    const auto& plan = ledger_.state<PlanState>(plan_stream(at.year));
    const auto missed = any_of(plan.missed, step.target);
    at.khom = plan.missed.empty() ? at.khom : missed.khom;
    at.quarter = missed.quarter;
    at.dialogue = late_dialogue(at, any_of(dialogues_of(at.khom), step.act));
  } else if (rule.subject == Subject::issue) {
    at.resident = ledger_.issue(at.issue).recorded.resident;
    at.owed = ledger_.issue(at.issue).owed();
  }
}

// One act in four is entered some days late, and one in four on the day by which it was owed: then
// a breach or a missed promise is taken back.
Date Story::day_of_act(const Step& step, const ActRule& rule, const IssueState& issue) const {
  if (step.days % 4 == 3) {
    return add_days(today_, -(step.days / 32));
  }
  if (step.days % 4 != 1) {
    return today_;
  }
  const auto missed = std::ranges::find_if(issue.commitments, &Commitment::missed);
  if (rule.act == FileEvidence::kAct && missed != issue.commitments.end()) {
    return missed->due;
  }
  if (issue.breached.first_reply && !issue.first_reply_on) {
    return *issue.breached.first_reply;
  }
  return issue.breached.resolution && !issue.settled_on ? *issue.breached.resolution : today_;
}

// One actor in eight has any role. Half of the time the assignee acts, or their work would seldom
// get anywhere.
Context Story::choose_actor(const Step& step, const ActRule& rule, const ActTarget& at) const {
  const auto roles = static_cast<std::size_t>(std::ranges::distance(rule.roles));
  const Role role =
      step.role % 8 == 7 ? choose<Role>(step.role / 8) : rule.roles.begin()[step.role % roles];
  const auto& issue = ledger_.issue(at.issue);
  const bool own = rule.subject == Subject::issue && issue.assignment && step.user % 2 == 0;
  auto by =
      context(role, own ? issue.assignment->assignee.value : user_name(step.user / 2), today_);
  if (role == Role::khom_head && step.user % 4 == 1) {
    by.actor.khoms = {{"k1"}};
  }
  constexpr int kTomorrow = 249;
  if (step.days == kTomorrow) {
    by.happened.date = add_days(today_, 1);
  } else if (rule.act == OpenDialogue::kAct) {
    by.happened.date = ledger_.state<DialogueState>(stream_of(at.dialogue)).schedule.date;
  } else if (rule.subject == Subject::issue) {
    by.happened.date = day_of_act(step, rule, issue);
  }
  return by;
}

Order Story::order_of(const Step& step) const {
  auto at = choose_target(step);
  const auto& rule = choose_act(step, choose_subject(step), at);
  if (rule.subject == Subject::dialogue && step.role % 16 != 15) {
    at.dialogue = nearest_dialogue(rule, at.dialogue);
  }
  auto by = choose_actor(step, rule, at);
  at.on = by.happened.date;
  if (at.written == kDenunciationCanary && !of_denunciation(rule)) {
    at.written.reset();
  }
  name_what_it_concerns(step, rule, at);
  return {any_act(rule, at, step.value), std::move(by)};
}

}  // namespace langnghe::domain::spec
