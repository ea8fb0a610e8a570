#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/ids.hpp>
#include <domain/time.hpp>
#include <projections/dialogues.hpp>
#include <projections/views.hpp>

/// Coverage: khóm × quarter, computed from the khóm valid in the quarter, never typed
/// (domain.md rule 10).
namespace langnghe::projections::schedule {

enum class CellStatus {
  not_due,  ///< the khóm owes no dialogue in this quarter
  met,
  scheduled,  ///< not met yet, but enough dialogues are on the calendar
  open,       ///< not met yet, nothing scheduled
  missed,     ///< the quarter is over
  credited,   ///< the quarter was missed; a later dialogue was credited, and stays shown as late
};

struct Cell {
  domain::KhomId khom;
  std::string khom_name;  ///< as of the quarter's last day
  bool sample = false;
  int quarter = 0;
  int required = 0;
  int held = 0;        ///< opened with at least one resident
  int held_empty = 0;  ///< opened, nobody came: shown apart, does not count
  int planned = 0;     ///< on the calendar and not held yet
  CellStatus status{};
  std::vector<domain::DialogueId> dialogues;  ///< all of the quarter, by date
  std::vector<domain::DialogueId> credited;   ///< held later, counted for it by an act of the chair
  bool missed_recorded = false;               ///< the clock has put it on the record
};

struct Schedule {
  int year = 0;
  bool has_plan = false;
  std::string plan_symbol;  ///< empty while not approved
  std::vector<Cell> cells;  ///< by khóm, then quarter
  std::vector<dialogues::DialogueRow> dialogues;
  int required = 0;
  int met = 0;  ///< cells met
  int missed = 0;
  int credited = 0;  ///< covered late
  int due = 0;       ///< cells with required > 0
};

/// Since when the ward owes dialogues: since it keeps this record, or (as figures were counted
/// once) for as long as its khóm were valid.
enum class OwedSince { first_day, ever };

/// `today` tells which quarters are over: the local date of the moment the view is asked for. A
/// quarter that ended before the ward's first day owes nothing.
[[nodiscard]] Schedule of_year(const Snapshot& snapshot, int year, const domain::Date& today,
                               OwedSince since = OwedSince::first_day);

}  // namespace langnghe::projections::schedule
