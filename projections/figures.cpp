#include <algorithm>
#include <map>
#include <utility>

#include <projections/report.hpp>
#include <projections/settings.hpp>

#include "balance.hpp"
#include "figures_issues.hpp"
#include "figures_meetings.hpp"
#include "report_keys.hpp"
#include "report_rows.hpp"
#include "tally.hpp"

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

/// The id of the issue or dialogue a late act is about; nothing for other streams.
std::string subject_of(const domain::StreamId& stream) {
  for (const auto kind : {kIssueKind, kDialogueKind}) {
    if (stream.value.starts_with(kind)) {
      return stream.value.substr(kind.size());
    }
  }
  return {};
}

Tally collect_late_entries(Figures& figures, const ViewReader& view) {
  const auto last_day = domain::to_text(figures.period.to);
  const auto begin = std::string(kLateEntries) + domain::to_text(figures.period.from);
  Tally late;
  view.scan(kLateEntries, begin, [&](std::string_view key, std::string_view value) {
    if (key.substr(kLateEntries.size(), last_day.size()) > last_day) {
      return false;
    }
    const auto entry = row::from_bytes<LateEntry>(value);
    if (entry.recorded > figures.period.to) {
      figures.late_entries.push_back(last_be64(key));
      ++late.value;
      if (auto subject = subject_of(entry.stream); !subject.empty()) {
        late.items.insert(std::move(subject));
      }
    }
    return true;
  });
  std::ranges::sort(figures.late_entries);
  return late;
}

IssueFigures issue_figures(const Snapshot& snapshot, const Figures& figures) {
  const auto calendars = settings::calendar(snapshot).state;
  return IssueFigures(figures.period, figures.measured_on, settings::policy(snapshot).state,
                      calendars.exists() ? calendars.current() : domain::WorkingCalendar{});
}

}  // namespace

Figures figures_of(const Snapshot& snapshot, const domain::Period& period) {
  return figures_of(snapshot, period, period.to);
}

Figures figures_of(const Snapshot& snapshot, const domain::Period& period,
                   const domain::Date& last_day) {
  const auto& view = snapshot.of(kName);
  Figures figures;
  figures.period = period;
  figures.measured_on = std::min(last_day, period.to);

  const auto dialogues = all_dialogues(view);
  const KhomOfIssue khom_of(dialogues);
  auto issues = issue_figures(snapshot, figures);
  const auto begin = std::string(kIssues) + domain::to_text(period.from);
  view.scan(kIssues, begin, [&](std::string_view, std::string_view value) {
    const auto issue = row::from_bytes<IssueFacts>(value);
    count_balance(figures, issue, khom_of(issue));
    issues.count(issue);
    return true;
  });
  const auto late = collect_late_entries(figures, view);

  FigureList list;
  add_meeting_figures(list, snapshot, dialogues, period);
  issues.add_to(list);
  list.add("entries.late", late);
  figures.figures = list.take();
  return figures;
}

}  // namespace langnghe::projections::report
