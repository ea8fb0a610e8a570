#include <algorithm>

#include <domain/period.hpp>

namespace langnghe::domain {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

/// One kind of period of a family. Families are data: a new one is a few rows more.
struct Row {
  PeriodFamily family;
  std::string_view suffix;  ///< of the name; empty for the year
  int from_year;  ///< -1 where the period begins in the year before the one it is named by
  unsigned from_month, from_day;
  unsigned to_month, to_day;
};

// Rows of a family stand in the order their periods end, shortest first.
constexpr auto kCalendar = PeriodFamily::calendar;
constexpr auto kCchc = PeriodFamily::cchc;
constexpr auto kTtcp = PeriodFamily::ttcp;
constexpr std::array kRows{
    // The duty per khóm is counted by quarters of the civil year.
    Row{kCalendar, "Q1", 0, 1, 1, 3, 31},
    Row{kCalendar, "Q2", 0, 4, 1, 6, 30},
    Row{kCalendar, "H1", 0, 1, 1, 6, 30},
    Row{kCalendar, "Q3", 0, 7, 1, 9, 30},
    Row{kCalendar, "M9", 0, 1, 1, 9, 30},
    Row{kCalendar, "Q4", 0, 10, 1, 12, 31},
    Row{kCalendar, "", 0, 1, 1, 12, 31},
    // Administrative reform reports (the Ministry of Home Affairs' letter 581): the half year and
    // the
    // year are cumulative, so there is no Q2 and no Q4; Q3 stands alone and there are no 9 months.
    Row{kCchc, "Q1", -1, 12, 15, 3, 14},
    Row{kCchc, "H1", -1, 12, 15, 6, 14},
    Row{kCchc, "Q3", 0, 6, 15, 9, 14},
    Row{kCchc, "", -1, 12, 15, 12, 14},
    // Circular 02/2021/TT-TTCP: every quarter, then 6, 9 and 12 months.
    Row{kTtcp, "Q1", -1, 12, 15, 3, 14},
    Row{kTtcp, "Q2", 0, 3, 15, 6, 14},
    Row{kTtcp, "H1", -1, 12, 15, 6, 14},
    Row{kTtcp, "Q3", 0, 6, 15, 9, 14},
    Row{kTtcp, "M9", -1, 12, 15, 9, 14},
    Row{kTtcp, "Q4", 0, 9, 15, 12, 14},
    Row{kTtcp, "", -1, 12, 15, 12, 14},
};

std::string name_of(const Row& row, int of_year) {
  std::string name = std::to_string(of_year);
  name.insert(0, 4 - std::min<std::size_t>(name.size(), 4), '0');
  if (!row.suffix.empty()) {
    name.append("-").append(row.suffix);
  }
  return name;
}

Period make_period(const Row& row, int of_year) {
  return {row.family, name_of(row, of_year),
          Date{year{of_year + row.from_year}, month{row.from_month}, day{row.from_day}},
          Date{year{of_year}, month{row.to_month}, day{row.to_day}}};
}

/// The four digits a name begins with. Year 0 is refused: its periods would begin in year -1.
std::optional<int> leading_year(std::string_view name) {
  if (name.size() < 4) {
    return std::nullopt;
  }
  int value = 0;
  for (const char c : name.substr(0, 4)) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return value > 0 ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Period> find_period(PeriodFamily family, std::string_view name) {
  const auto of_year = leading_year(name);
  if (!of_year) {
    return std::nullopt;
  }
  for (const Row& row : kRows) {
    if (row.family == family && name == name_of(row, *of_year)) {
      return make_period(row, *of_year);
    }
  }
  return std::nullopt;
}

std::vector<Period> periods_with(PeriodFamily family, const Date& date) {
  // A reporting year may begin in the civil year before: 15 December belongs to the next one.
  const int civil_year = static_cast<int>(date.year());
  std::vector<Period> found;
  for (const int of_year : {civil_year, civil_year + 1}) {
    for (Period& period : periods_of_year(family, of_year)) {
      if (period.contains(date)) {
        found.push_back(std::move(period));
      }
    }
  }
  std::ranges::stable_sort(
      found, {}, [](const Period& period) { return days_between(period.from, period.to); });
  return found;
}

std::vector<Period> periods_of_year(PeriodFamily family, int of_year) {
  std::vector<Period> periods;
  for (const Row& row : kRows) {
    if (row.family == family) {
      periods.push_back(make_period(row, of_year));
    }
  }
  return periods;
}

int quarter_of(const Date& date) {
  return (static_cast<int>(static_cast<unsigned>(date.month())) - 1) / 3 + 1;
}

}  // namespace langnghe::domain
