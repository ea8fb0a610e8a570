#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>
#include <set>
#include <utility>

#include <domain/enum_text.hpp>
#include <domain/time.hpp>
#include <eventstore/sha256.hpp>

#include "import/mapping.hpp"
#include "say.hpp"

namespace langnghe::tools {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kHashLettersInId = 20;

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) {
    return {};
  }
  return std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

/// A workbook's day 1 is 1900-01-01, and it believes in a 29 February 1900: every day since then is
/// counted from 1899-12-30.
std::optional<domain::Date> from_day_number(const std::string& text) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number < 61 ||
      number > 2'958'465) {
    return std::nullopt;
  }
  using std::chrono::days;
  const std::chrono::sys_days zero{std::chrono::year{1899} / 12 / 30};
  return domain::Date{zero + days(static_cast<int>(std::floor(number)))};
}

std::optional<domain::Date> to_date(const std::string& text, const std::string& format) {
  if (format == "excel") {
    return from_day_number(text);
  }
  std::tm parts{};
  const char* rest = ::strptime(text.c_str(), format.empty() ? "%Y-%m-%d" : format.c_str(), &parts);
  if (rest == nullptr || *rest != '\0') {
    return std::nullopt;
  }
  const domain::Date date{std::chrono::year{parts.tm_year + 1900},
                          std::chrono::month{static_cast<unsigned>(parts.tm_mon + 1)},
                          std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

/// Reads the cells of one row and notes what is wrong with each.
class RowReader {
 public:
  RowReader(const Table& table, std::size_t index, MappedRows& into)
      : table_(table), index_(index), into_(into) {}

  /// The ward's word for the cell; nothing when it is noted as bad.
  std::optional<std::string> word(const Source& source) {
    const std::string cell = text(source);
    if (cell.empty()) {
      return otherwise(source, say("ô trống", "the cell is empty"));
    }
    if (source.values.empty()) {
      return cell;
    }
    const auto found = source.values.find(cell);
    return found != source.values.end()
               ? std::optional(found->second)
               : otherwise(source, std::string(say("không có trong bảng quy đổi: ",
                                                   "not in the mapping's values: "))
                                       .append(cell));
  }

  std::optional<domain::Date> date(const Source& source) {
    const auto cell = word(source);
    if (!cell) {
      return std::nullopt;
    }
    const auto date = to_date(*cell, source.format);
    if (!date) {
      bad(source, std::string(say("không phải ngày theo mẫu ", "not a date of the form "))
                      .append(source.format.empty() ? "%Y-%m-%d" : source.format)
                      .append(": ")
                      .append(*cell));
    }
    return date;
  }

  [[nodiscard]] std::string text(const Source& source) const {
    if (source.column.empty()) {
      return {};
    }
    const auto column = std::ranges::find(table_.columns, source.column) - table_.columns.begin();
    return trimmed(table_.rows[index_][static_cast<std::size_t>(column)]);
  }

  void bad(const Source& source, std::string_view what) {
    into_.bad.push_back({static_cast<int>(index_) + 1, source.column, std::string(what)});
  }

 private:
  std::optional<std::string> otherwise(const Source& source, std::string_view what) {
    if (!source.otherwise) {
      bad(source, what);
    }
    return source.otherwise;
  }

  const Table& table_;
  std::size_t index_;
  MappedRows& into_;
};

/// The same row of the same list is the same issue, whatever its identifier is made of.
domain::IssueId id_of(const std::string& list, const std::string& external_id) {
  return {"imp-" + eventstore::sha256_hex(list + '\n' + external_id).substr(0, kHashLettersInId)};
}

void map_row(RowReader& row, int number, const Mapping& mapping, std::set<std::string>& seen,
             MappedRows& into) {
  const std::size_t bad_before = into.bad.size();
  domain::ImportedIssue issue;
  issue.row = number;
  issue.external_id = row.word(mapping.id).value_or("");
  if (!issue.external_id.empty() && !seen.insert(issue.external_id).second) {
    row.bad(mapping.id, say("mã này có ở dòng khác rồi", "another row has this identifier"));
  }
  issue.issue = id_of(mapping.source, issue.external_id);
  issue.received = row.date(mapping.received).value_or(domain::Date{});
  issue.subject = row.word(mapping.subject).value_or("");
  issue.khom = {row.word(mapping.khom).value_or("")};
  issue.field = {row.word(mapping.field).value_or("")};
  if (mapping.ended && !row.text(*mapping.ended).empty()) {
    issue.ended_on = row.date(*mapping.ended);
    if (mapping.outcome) {
      const auto word = row.word(*mapping.outcome);
      const auto outcome = word ? domain::from_text<domain::Outcome>(*word) : std::nullopt;
      if (word && !outcome) {
        row.bad(*mapping.outcome,
                std::string(say("không phải kết quả: ", "not an outcome: ")).append(*word));
      }
      issue.outcome = outcome.value_or(domain::Outcome::done);
    }
  }
  if (into.bad.size() == bad_before) {
    into.issues.push_back(std::move(issue));
  }
}

std::optional<std::string> missing_column(const Table& table, const Mapping& mapping) {
  const Source* sources[] = {&mapping.id,
                             &mapping.received,
                             &mapping.subject,
                             &mapping.khom,
                             &mapping.field,
                             mapping.ended ? &*mapping.ended : nullptr,
                             mapping.outcome ? &*mapping.outcome : nullptr};
  for (const Source* source : sources) {
    if (source != nullptr && !source->column.empty() &&
        std::ranges::find(table.columns, source->column) == table.columns.end()) {
      return source->column;
    }
  }
  return std::nullopt;
}

}  // namespace

std::expected<MappedRows, std::string> map_rows(const Table& table, const Mapping& mapping) {
  if (const auto column = missing_column(table, mapping)) {
    return std::unexpected(
        std::string(say("danh sách không có cột ", "the list has no column ")).append(*column));
  }
  MappedRows mapped;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    RowReader row(table, i, mapped);
    map_row(row, static_cast<int>(i) + 1, mapping, seen, mapped);
  }
  return mapped;
}

}  // namespace langnghe::tools
