#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/enum_text.hpp>
#include <domain/time.hpp>

namespace langnghe::domain {

/// Families of reporting periods. `calendar` is the duty per khóm; `cchc` is the administrative
/// reform report (Q1 = 15 Dec - 14 Mar and so on, no Q2 and no Q4); `ttcp` is Circular
/// 02/2021/TT-TTCP.
enum class PeriodFamily { calendar, cchc, ttcp };

template <>
struct EnumText<PeriodFamily> {
  static constexpr std::array<std::pair<PeriodFamily, std::string_view>, 3> kNames{
      {{PeriodFamily::calendar, "calendar"},
       {PeriodFamily::cchc, "cchc"},
       {PeriodFamily::ttcp, "ttcp"}}};
};

/// One reporting period, both ends included.
struct Period {
  PeriodFamily family{};
  std::string name;  ///< `2021-Q1`, `2021-H1`, `2021-M9` (nine months) or `2021` (the year)
  Date from{};
  Date to{};
  bool operator==(const Period&) const = default;
  [[nodiscard]] bool contains(const Date& date) const { return from <= date && date <= to; }
};

/// The period of that name, or nothing if the family has none (`cchc` has no `2021-Q2`).
[[nodiscard]] std::optional<Period> find_period(PeriodFamily family, std::string_view name);

/// All periods of the family a day falls in, shortest first.
[[nodiscard]] std::vector<Period> periods_with(PeriodFamily family, const Date& date);

/// All periods of the family for one reporting year, in the order they end, shortest first.
[[nodiscard]] std::vector<Period> periods_of_year(PeriodFamily family, int year);

/// The calendar quarter (1 to 4) a day falls in.
[[nodiscard]] int quarter_of(const Date& date);

}  // namespace langnghe::domain
