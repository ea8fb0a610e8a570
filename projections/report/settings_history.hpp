#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include <domain/calendar.hpp>
#include <domain/event.hpp>
#include <domain/plan.hpp>
#include <domain/settings.hpp>
#include <domain/time.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

#include "running/row_cache.hpp"

/// The ward's khóm, plans, policies and calendars as they were known on a day: what is adopted
/// later does not change how an earlier day is counted.
namespace langnghe::projections::report {

/// A policy or a calendar was adopted.
struct Adoption {
  domain::Date day{};
  bool calendar = false;
  int version = 0;
};

/// The days on which a khóm is valid, both included.
struct KhomSpan {
  domain::KhomId khom;
  domain::Date valid_from{};
  std::optional<domain::Date> last_day;
  [[nodiscard]] bool valid_within(const domain::Date& from, const domain::Date& to) const;
};
struct KhomsKnown {
  domain::Date day{};
  std::vector<KhomSpan> khoms;
};

/// The dialogues a year's plan owes, while it is in force.
struct PlanKnown {
  domain::Date day{};
  int year = 0;
  bool in_force = false;
  std::vector<domain::PlanLine> lines;
};

/// Notes what an event of the ward, a plan, the policy or the calendar changes.
void note_settings(RowCache& cache, const Input& input);

/// Belongs to one thread: it remembers what it was asked.
class SettingsHistory {
 public:
  SettingsHistory() = default;  ///< nothing was laid down yet
  explicit SettingsHistory(const Snapshot& snapshot);

  /// Adopted on that day or before.
  [[nodiscard]] const domain::PolicyState& policies(const domain::Date& day) const;
  [[nodiscard]] const domain::WorkingCalendar& calendar(const domain::Date& day) const;
  [[nodiscard]] const std::vector<KhomSpan>& khoms(const domain::Date& day) const;
  /// The dialogues the khóm is owed in a quarter, as known on that day.
  [[nodiscard]] int required(const domain::KhomId& khom, int year, int quarter,
                             const domain::Date& day) const;

 private:
  domain::PolicyState policies_;
  domain::CalendarState calendars_;
  std::vector<Adoption> adoptions_;  ///< these three in the order of the record
  std::vector<KhomsKnown> khoms_;
  std::vector<PlanKnown> plans_;
  mutable std::map<std::vector<int>, domain::PolicyState> known_policies_;  ///< by their versions
};

}  // namespace langnghe::projections::report
