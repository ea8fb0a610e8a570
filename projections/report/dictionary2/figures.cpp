#include <map>
#include <utility>

#include <projections/report.hpp>
#include <projections/settings.hpp>

#include "report/balance.hpp"
#include "report/dictionary2/act_figures.hpp"
#include "report/dictionary2/dictionary.hpp"
#include "report/dictionary2/figures_answers.hpp"
#include "report/dictionary2/figures_balance.hpp"
#include "report/dictionary2/figures_issues.hpp"
#include "report/dictionary2/figures_meetings.hpp"
#include "report/dictionary2/figures_oversight.hpp"
#include "report/dictionary2/figures_quality.hpp"
#include "report/dictionary2/figures_time.hpp"
#include "report/dictionary2/tally.hpp"
#include "report/report_facts.hpp"
#include "report/report_keys.hpp"
#include "rows/row.hpp"

namespace langnghe::projections::report::second {
namespace {

std::vector<DialogueFacts> all_dialogues(const ViewReader& view) {
  std::vector<DialogueFacts> dialogues;
  view.scan(kDialogues, {}, [&](std::string_view, std::string_view value) {
    dialogues.push_back(row::from_bytes<DialogueFacts>(value));
    return true;
  });
  return dialogues;
}

/// An issue's khóm is where it was raised; a denunciation's is its dialogue's.
class KhomOfIssue {
 public:
  explicit KhomOfIssue(const std::vector<DialogueFacts>& dialogues) {
    for (const auto& dialogue : dialogues) {
      by_dialogue_[dialogue.id] = dialogue.khom;
    }
  }
  [[nodiscard]] domain::KhomId operator()(const IssueFacts& issue) const {
    if (!issue.state.recorded.khom.empty()) {
      return issue.state.recorded.khom;
    }
    const auto found = by_dialogue_.find(issue.dialogue());
    return found == by_dialogue_.end() ? domain::KhomId{} : found->second;
  }

 private:
  std::map<domain::DialogueId, domain::KhomId> by_dialogue_;
};

/// Groups are as they stand now: an issue is never split between two (domain.md rule 11).
void count_balance(Figures& figures, const IssueFacts& issue, const domain::KhomId& khom) {
  const auto part = balance_of(issue.timeline, figures.period);
  if (part == Balance{}) {
    return;
  }
  add(figures.balance, part);
  add(figures.by_type[issue.type()], part);
  if (!khom.empty()) {
    add(figures.by_khom[khom.value], part);
  }
  if (const auto field = issue.field(); !field.empty()) {
    add(figures.by_field[field.value], part);
  }
}

Measure measure_of(const Snapshot& snapshot, const domain::Period& period) {
  const auto calendars = settings::calendar(snapshot).state;
  return {.period = period,
          .last_day = period.to,
          .policies = settings::policy(snapshot).state,
          .calendar = calendars.exists() ? calendars.current() : domain::WorkingCalendar{}};
}

/// Everything that is counted one issue after the other.
class IssueCounts {
 public:
  explicit IssueCounts(const Measure& measure)
      : balance(measure), origin(measure), time(measure), answers(measure), acts(measure) {}

  void count(const IssueFacts& issue, const domain::KhomId& khom) {
    balance.count(issue);
    origin.count(issue, khom);
    time.count(issue);
    answers.count(issue);
    acts.count(issue.id.value, issue.acts);
  }

  BalanceFigures balance;
  IssueFigures origin;
  TimeFigures time;
  AnswerFigures answers;
  ActFigures acts;
};

void count_other_acts(ActFigures& acts, const ViewReader& view,
                      const std::vector<DialogueFacts>& dialogues) {
  for (const auto& dialogue : dialogues) {
    acts.count(dialogue.id.value, dialogue.acts);
  }
  view.scan(kOtherActs, {}, [&](std::string_view, std::string_view value) {
    acts.count({}, row::from_bytes<CountedAct>(value));
    return true;
  });
}

}  // namespace

Figures figures_of(const Snapshot& snapshot, const domain::Period& period) {
  const auto& view = snapshot.of(kName);
  const auto measure = measure_of(snapshot, period);
  Figures figures;
  figures.definition_version = 2;
  figures.period = period;
  figures.measured_on = measure.last_day;

  const auto dialogues = all_dialogues(view);
  const KhomOfIssue khom_of(dialogues);
  IssueCounts counts(measure);
  const auto begin = std::string(kIssues) + domain::to_text(period.from);
  view.scan(kIssues, begin, [&](std::string_view, std::string_view value) {
    const auto issue = row::from_bytes<IssueFacts>(value);
    const auto khom = khom_of(issue);
    count_balance(figures, issue, khom);
    counts.count(issue, khom);
    return true;
  });
  auto& acts = counts.acts;
  count_other_acts(acts, view, dialogues);

  FigureList list;
  counts.balance.add_to(list);
  add_meeting_figures(list, snapshot, dialogues, measure, acts);
  counts.origin.add_to(list, acts);
  counts.time.add_to(list, acts);
  counts.answers.add_forwards_to(list, acts);
  counts.answers.add_notices_to(list, acts);
  add_document_figures(list, snapshot, measure);
  counts.answers.add_promises_to(list, acts);
  counts.answers.add_feedback_to(list, acts);
  list.add("issues.reopened", counts.origin.reopened());
  list.add("feedback.reopened_after_satisfied", acts.of(Act::reopened_after_satisfied));
  add_supervision_figures(list, snapshot, measure, acts);
  add_quality_figures(list, figures, view, measure, acts, counts.origin);
  figures.figures = list.take();
  return figures;
}

}  // namespace langnghe::projections::report::second
