#include <set>

#include "rules.hpp"
#include "settings/open_issues.hpp"
#include "value_checks.hpp"

namespace langnghe::domain {
namespace {

constexpr int kLastYear = 9999;

/// Every day real, named once, and of the wanted kind: a day off is a weekday, a worked day lies on
/// a weekend. Anything else is a slip of the table that would silently change nothing.
MaybeRefusal check_days(std::string_view field, const std::vector<Date>& days, DayKind wanted) {
  const WorkingCalendar weekends_only;
  std::set<Date> seen;
  for (const Date& day : days) {
    const bool fits = day.ok() && weekends_only.kind_of(day) == wanted && seen.insert(day).second;
    if (!fits) {
      return value_not_valid(field, to_text(day));
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<StreamId> reads(const CalendarCommand& command, const Context&, const World&) {
  return read_with(calendar_stream(), std::get<AdoptCalendar>(command).open_issues);
}

StreamId subject(const CalendarCommand&) {
  return calendar_stream();
}

std::optional<Refusal> guard(const World&, const CalendarCommand&, const Context&) {
  return std::nullopt;
}

Decision rule(const World& world, const CalendarCommand& command, const Context&) {
  const auto& given = std::get<AdoptCalendar>(command);
  if (auto refusal = first_of(
          {check_days("days_off", given.days_off, DayKind::working),
           check_days("worked_days", given.worked_days, DayKind::weekend),
           check_between("confirmed_through", given.confirmed_through, 0, kLastYear),
           check_not_blank("basis", given.basis), check_open_issues(world, given.open_issues)})) {
    return std::unexpected(*refusal);
  }
  CalendarState calendar = world.calendar();
  const int version = calendar.exists() ? calendar.current().version + 1 : 1;
  const CalendarAdopted adopted{version, given.days_off, given.worked_days, given.confirmed_through,
                                given.basis};
  evolve(calendar, adopted);
  std::vector events{Emitted{calendar_stream(), adopted}};
  if (!given.open_issues.empty()) {
    move_deadlines(world, given.open_issues, world.policy(), calendar.current(), events);
  }
  return events;
}

}  // namespace langnghe::domain
