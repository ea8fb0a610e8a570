#include "legal_bases.hpp"

#include <array>
#include <sstream>
#include <vector>

namespace langnghe::papers {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr domain::Date on(int y, unsigned m, unsigned d) {
  return {year{y}, month{m}, day{d}};
}

constexpr auto kEver = on(9999, 12, 31);

struct Basis {
  std::string_view kinds;  ///< `local` of every document, `dialogue`, `matter`
  domain::Date from;
  domain::Date until;
  std::string_view text;
};

/// Laws stand without their numbers (Decree 30/2020, Annex I).
constexpr auto kBases = std::to_array<Basis>({
    {"local", on(2016, 1, 1), on(2025, 2, 28),
     "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"},
    {"local", on(2025, 3, 1), on(2025, 6, 15),
     "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025"},
    {"local", on(2025, 6, 16), kEver,
     "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"},
    {"matter", on(2014, 7, 1), kEver, "Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013"},
    {"dialogue", on(2023, 7, 1), kEver,
     "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022"},
});

std::string without_end(std::string line) {
  while (!line.empty() && std::string_view(" .;\t\r").find(line.back()) != std::string_view::npos) {
    line.pop_back();
  }
  return line;
}

}  // namespace

std::string legal_bases(std::string_view kind, const domain::Date& day, std::string_view more) {
  std::vector<std::string> lines;
  for (const auto& basis : kBases) {
    if ((basis.kinds == "local" || basis.kinds == kind) && basis.from <= day &&
        day <= basis.until) {
      lines.emplace_back(basis.text);
    }
  }
  std::istringstream own{std::string(more)};
  for (std::string line; std::getline(own, line);) {
    if (line = without_end(std::move(line)); !line.empty()) {
      lines.push_back(line.starts_with("Căn cứ") ? line : "Căn cứ " + line);
    }
  }
  std::string text;
  for (const auto& line : lines) {
    text += line + (&line == &lines.back() ? "." : ";\n");
  }
  return text;
}

}  // namespace langnghe::papers
