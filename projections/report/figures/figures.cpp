#include <algorithm>
#include <map>
#include <utility>

#include <ledger/verify.hpp>
#include <projections/report.hpp>

#include "report/balance.hpp"
#include "report/dictionary2/dictionary.hpp"
#include "report/figures/act_figures.hpp"
#include "report/figures/figures_answers.hpp"
#include "report/figures/figures_balance.hpp"
#include "report/figures/figures_issues.hpp"
#include "report/figures/figures_meetings.hpp"
#include "report/figures/figures_oversight.hpp"
#include "report/figures/figures_quality.hpp"
#include "report/figures/figures_time.hpp"
#include "report/figures/tally.hpp"
#include "report/issue_terms.hpp"
#include "report/report_facts.hpp"
#include "report/report_keys.hpp"
#include "rows/row.hpp"

namespace langnghe::projections::report {
namespace {

std::vector<DialogueFacts> all_dialogues(const ViewReader& view) {
  std::vector<DialogueFacts> dialogues;
  view.scan(kDialogues, {}, [&](std::string_view, std::string_view value) {
    dialogues.push_back(row::from_bytes<DialogueFacts>(value));
    return true;
  });
  return dialogues;
}

Dialogues as_of_quarters(const std::vector<DialogueFacts>& dialogues, const Measure& measure) {
  Dialogues then;
  for (const auto& quarter : measure.quarters) {
    auto& list = then.emplace_back();
    for (const auto& dialogue : dialogues) {
      list.push_back(as_of(dialogue, quarter.end));
    }
  }
  return then;
}

/// An issue's khóm is where it was raised; a denunciation's is its dialogue's.
class KhomOfDialogue {
 public:
  explicit KhomOfDialogue(const std::vector<DialogueFacts>& dialogues) {
    for (const auto& dialogue : dialogues) {
      by_dialogue_[dialogue.id] = dialogue.khom;
    }
  }
  [[nodiscard]] domain::KhomId operator()(const IssueFacts& issue) const {
    const auto found = by_dialogue_.find(issue.dialogue());
    return found == by_dialogue_.end() ? domain::KhomId{} : found->second;
  }

 private:
  std::map<domain::DialogueId, domain::KhomId> by_dialogue_;
};

/// The period as far as it is measured.
domain::Period measured_part(const Measure& measure) {
  auto part = measure.period;
  part.to = measure.on;
  part.from = std::min(part.from, domain::add_days(part.to, 1));
  return part;
}

/// Groups are as they stand at the end: an issue is never split between two (domain.md rule 11).
void count_balance(Figures& figures, const IssueFacts& issue, const domain::KhomId& khom,
                   const Measure& measure) {
  const auto part = balance_of(issue.timeline, measured_part(measure));
  if (part == Balance{}) {
    return;
  }
  const auto& held = issue.attributes_on(measure.on);
  add(figures.balance, part);
  add(figures.by_type[held.type], part);
  if (const auto& where = held.khom.empty() ? khom : held.khom; !where.empty()) {
    add(figures.by_khom[where.value], part);
  }
  if (!held.field.empty()) {
    add(figures.by_field[held.field.value], part);
  }
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

void count_issues(Figures& figures, IssueCounts& counts, const ViewReader& view,
                  const std::vector<DialogueFacts>& dialogues, const Measure& measure) {
  const KhomOfDialogue khom_of(dialogues);
  // Before a period has begun, what is open is what is open today.
  const auto begin =
      std::string(kIssues) + domain::to_text(std::min(measure.period.from, measure.on));
  view.scan(kIssues, begin, [&](std::string_view, std::string_view value) {
    const auto issue = as_counted(row::from_bytes<IssueFacts>(value));
    const auto khom = khom_of(issue);
    count_balance(figures, issue, khom, measure);
    counts.count(issue, khom);
    return true;
  });
}

Figures count_all(const Snapshot& snapshot, const domain::Period& period,
                  const domain::Date& today) {
  const auto& view = snapshot.of(kName);
  const auto measure = measure_of(snapshot, period, today);
  Figures figures;
  figures.period = period;
  figures.measured_on = measure.on;
  figures.estimate = today <= period.to;
  const auto dialogues = all_dialogues(view);
  IssueCounts counts(measure);
  count_issues(figures, counts, view, dialogues, measure);
  auto& acts = counts.acts;
  count_other_acts(acts, view, dialogues);

  FigureList list;
  counts.balance.add_to(list);
  add_meeting_figures(list, as_of_quarters(dialogues, measure), Nameless(snapshot), measure, acts,
                      DutyRecords(snapshot));
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

}  // namespace

Nameless::Nameless(const Snapshot& snapshot) {
  snapshot.of(kName).scan(kNameless, {}, [&](std::string_view key, std::string_view value) {
    known_.emplace(domain::ResidentId{std::string(key.substr(kNameless.size()))},
                   row::from_bytes<NamelessFacts>(value));
    return true;
  });
}

bool Nameless::is(const domain::ResidentId& resident, const domain::Date& day) const {
  const auto found = known_.find(resident);
  return found != known_.end() && (!found->second.named || *found->second.named > day);
}

Figures figures_of(const Snapshot& snapshot, const domain::Period& period) {
  return figures_of(snapshot, period, domain::add_days(period.to, 1));
}

Figures figures_of(const Snapshot& snapshot, const domain::Period& period,
                   const domain::Date& today) {
  return figures_of(snapshot, period, today, kDefinitionVersion);
}

Figures figures_of(const Snapshot& snapshot, const domain::Period& period,
                   const domain::Date& today, int version) {
  VERIFY(version >= 1 && version <= kDefinitionVersion);
  if (version == kDefinitionVersion) {
    return count_all(snapshot, period, today);
  }
  auto figures = second::figures_of(snapshot, period);
  return version == 1 ? second::in_first_version(std::move(figures)) : figures;
}

const Figure* Figures::find(std::string_view id) const {
  const auto found = std::ranges::find(figures, id, &Figure::id);
  return found == figures.end() ? nullptr : &*found;
}

}  // namespace langnghe::projections::report
