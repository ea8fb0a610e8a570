#include "report/figures/figures_duties.hpp"

#include <cstddef>
#include <set>
#include <string>

namespace langnghe::projections::report {
namespace {

using DialogueList = std::vector<DialogueFacts>;

/// One khóm's duty in one calendar quarter.
struct Cell {
  domain::KhomId khom;
  int year = 0;
  int quarter = 0;
  int required = 0;
  std::vector<const DialogueFacts*> held{};

  [[nodiscard]] bool met() const { return static_cast<int>(held.size()) >= required; }
  /// `tan-my/2021-Q2`: what a duty that nothing was held for is called.
  [[nodiscard]] std::string name() const {
    return khom.value + '/' + std::to_string(year) + "-Q" + std::to_string(quarter);
  }
};

/// A share of the duties: what is behind a duty that was met are its dialogues, behind another one
/// its name.
struct Duties {
  Tally required, met, open, missed, credited;
  std::int64_t due = 0;

  void count(const Cell& cell, bool over, const DutyRecords& records) {
    required.value += cell.required;
    if (cell.required == 0) {
      return;
    }
    ++due;
    const auto marked = records.of(cell.khom, cell.year, cell.quarter);
    if (cell.met()) {
      ++met.value;
      for (const auto* dialogue : cell.held) {
        met.add({dialogue->id.value, dialogue->meeting}, 0);
      }
      return;
    }
    open.add({cell.name(), marked});
    if (over) {
      missed.add({cell.name(), marked});
    }
  }
  [[nodiscard]] Share kept() const { return {.value = met, .against = open}; }
  [[nodiscard]] Share not_kept() const {
    Share share{.value = missed, .against = met};
    share.against.value = due - missed.value;
    return share;
  }
};

Cell cell_of(const KhomSpan& khom, const Quarter& quarter, const DialogueList& dialogues,
             const Measure& measure) {
  Cell cell{.khom = khom.khom,
            .year = static_cast<int>(quarter.to.year()),
            .quarter = domain::quarter_of(quarter.to)};
  cell.required = measure.settings.required(cell.khom, cell.year, cell.quarter, quarter.end);
  for (const auto& dialogue : dialogues) {
    if (dialogue.held() && dialogue.khom == khom.khom && quarter.plans(dialogue.date)) {
      cell.held.push_back(&dialogue);
    }
  }
  return cell;
}

/// A credit is an act of its own day; the quarter it is for stays missed (domain.md rule 10).
void count_credits(Duties& duties, const Measure& measure, const DutyRecords& records) {
  for (const auto& duty : records.all()) {
    if (duty.credited && measure.within(duty.day)) {
      duties.credited.add({duty.dialogue.value, duty.position});
    }
  }
}

/// A family whose quarters are others has no duties to show.
void add_duties(FigureList& list, const std::vector<DialogueList>& dialogues,
                const Measure& measure, const DutyRecords& records) {
  Duties duties;
  for (std::size_t i = 0; i < measure.quarters.size(); ++i) {
    const auto& quarter = measure.quarters[i];
    for (const auto& khom : measure.settings.khoms(quarter.end)) {
      if (khom.valid_within(quarter.from, quarter.to)) {
        duties.count(cell_of(khom, quarter, dialogues[i], measure), quarter.over >= quarter.to,
                     records);
      }
    }
  }
  count_credits(duties, measure, records);
  list.add("dialogues.required", duties.required);
  list.add("dialogues.duties_met", duties.kept());
  list.add("dialogues.duties_credited_late", duties.credited);
  list.add("dialogues.duties_missed", duties.not_kept());
}

void add_khoms_covered(FigureList& list, const std::vector<DialogueList>& dialogues,
                       const Measure& measure) {
  std::set<domain::KhomId> valid;
  for (const auto& khom : measure.settings.khoms(measure.on)) {
    if (khom.valid_within(measure.period.from, measure.period.to)) {
      valid.insert(khom.khom);
    }
  }
  std::set<domain::KhomId> covered;
  Share share;
  for (std::size_t i = 0; i < measure.quarters.size(); ++i) {
    for (const auto& dialogue : dialogues[i]) {
      if (dialogue.held() && measure.quarters[i].plans(dialogue.date) &&
          valid.contains(dialogue.khom)) {
        covered.insert(dialogue.khom);
        share.value.add({dialogue.id.value, dialogue.meeting}, 0);
      }
    }
  }
  share.value.value = static_cast<std::int64_t>(covered.size());
  for (const auto& khom : valid) {
    if (!covered.contains(khom)) {
      share.against.add({khom.value, std::vector<std::uint64_t>{}});
    }
  }
  list.add("dialogues.khoms_covered", share);
}

}  // namespace

void add_duty_figures(FigureList& list, const std::vector<DialogueList>& dialogues,
                      const Measure& measure, const DutyRecords& records) {
  if (measure.period.family == domain::PeriodFamily::calendar) {
    add_duties(list, dialogues, measure, records);
  }
  add_khoms_covered(list, dialogues, measure);
}

}  // namespace langnghe::projections::report
