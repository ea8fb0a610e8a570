#include "report/dictionary2/figures_duties.hpp"

#include <map>
#include <set>
#include <string>

#include <domain/ward.hpp>
#include <projections/schedule.hpp>
#include <projections/settings.hpp>

#include "dialogues/coverage.hpp"
#include "report/report_duties.hpp"

namespace langnghe::projections::report::second {
namespace {

using schedule::Cell;
using schedule::CellStatus;

struct Duties {
  Tally required, due, met, credited, missed;
};

/// `tan-my/2021-Q2`: what a duty that nothing was held for is called.
std::string duty_name(const Cell& cell, int year) {
  return cell.khom.value + '/' + std::to_string(year) + "-Q" + std::to_string(cell.quarter);
}

using RecordsOf = std::map<domain::DialogueId, std::vector<std::uint64_t>>;

void add_dialogues(Tally& tally, const std::vector<domain::DialogueId>& dialogues,
                   const RecordsOf& records) {
  for (const auto& dialogue : dialogues) {
    const auto found = records.find(dialogue);
    tally.add(
        {dialogue.value, found == records.end() ? std::vector<std::uint64_t>{} : found->second}, 0);
  }
}

void count_cell(Duties& duties, const Cell& cell, int year, const RecordsOf& held,
                const DutyRecords& records) {
  duties.required.value += cell.required;
  if (cell.status == CellStatus::not_due) {
    return;
  }
  const auto name = duty_name(cell, year);
  const auto marked = records.of(cell.khom, year, cell.quarter);
  ++duties.due.value;
  if (cell.status == CellStatus::met) {
    ++duties.met.value;
    add_dialogues(duties.met, cell.dialogues, held);
  } else if (cell.status == CellStatus::credited) {
    ++duties.credited.value;
    add_dialogues(duties.credited, cell.credited, held);
    duties.credited.events.insert(marked.begin(), marked.end());
  } else if (cell.status == CellStatus::missed) {
    duties.missed.add({name, marked});
  }
}

/// The calendar quarters that lie wholly in the period; a family whose quarters are others has none
/// to show.
void add_duties(FigureList& list, const Snapshot& snapshot,
                const std::vector<DialogueFacts>& dialogues, const Measure& measure) {
  RecordsOf held;
  for (const auto& dialogue : dialogues) {
    if (dialogue.held()) {
      held[dialogue.id] = dialogue.meeting;
    }
  }
  const int year = static_cast<int>(measure.period.to.year());
  const auto today = domain::add_days(measure.last_day, 1);
  const DutyRecords records(snapshot);
  Duties duties;
  for (const auto& cell :
       schedule::of_year(snapshot, year, today, schedule::OwedSince::ever).cells) {
    const auto span = quarter_span(year, cell.quarter);
    if (span.from >= measure.period.from && span.to <= measure.period.to) {
      count_cell(duties, cell, year, held, records);
    }
  }
  list.add("dialogues.required", duties.required);
  list.add("dialogues.duties_met", duties.met, duties.due.value);
  list.add("dialogues.duties_credited_late", duties.credited, duties.due.value);
  list.add("dialogues.duties_missed", duties.missed, duties.due.value);
}

void add_khoms_covered(FigureList& list, const Snapshot& snapshot,
                       const std::vector<DialogueFacts>& dialogues, const Measure& measure) {
  std::set<domain::KhomId> valid;
  for (const auto& [id, khom] : settings::ward(snapshot).state.khoms) {
    if (khom.valid_within(measure.period.from, measure.period.to)) {
      valid.insert(id);
    }
  }
  std::set<domain::KhomId> covered;
  Tally tally;
  for (const auto& dialogue : dialogues) {
    if (dialogue.held() && measure.within(dialogue.date) && valid.contains(dialogue.khom)) {
      covered.insert(dialogue.khom);
      tally.add({dialogue.id.value, dialogue.meeting}, 0);
    }
  }
  tally.value = static_cast<std::int64_t>(covered.size());
  list.add("dialogues.khoms_covered", tally, static_cast<std::int64_t>(valid.size()));
}

}  // namespace

void add_duty_figures(FigureList& list, const Snapshot& snapshot,
                      const std::vector<DialogueFacts>& dialogues, const Measure& measure) {
  if (measure.period.family == domain::PeriodFamily::calendar) {
    add_duties(list, snapshot, dialogues, measure);
  }
  add_khoms_covered(list, snapshot, dialogues, measure);
}

}  // namespace langnghe::projections::report::second
