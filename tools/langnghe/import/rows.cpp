#include <algorithm>
#include <map>
#include <utility>

#include <domain/enum_text.hpp>
#include <domain/time.hpp>
#include <services/say.hpp>
#include <transparency/sha256.hpp>

#include "import/cell_value.hpp"
#include "import/mapping.hpp"

namespace langnghe::tools {
namespace {

constexpr std::size_t kHashLettersInId = 20;

/// Reads the cells of one row and notes what is wrong with each.
class RowReader {
 public:
  RowReader(const List& list, const Row& row, const Reading& reading, MappedRows& into)
      : list_(list), row_(row), reading_(reading), into_(into) {}

  /// The ward's word for the cell; nothing when it is noted as bad.
  std::optional<std::string> word(const Source& source, text::Lines lines = text::Lines::one) {
    const auto* const cell = cell_of(source);
    if (cell == nullptr) {
      return source.otherwise;
    }
    if (!check_merged(source, *cell)) {
      return std::nullopt;
    }
    const auto read = text_of(*cell, reading_, lines);
    if (!read) {
      bad(source, read.error());
      return std::nullopt;
    }
    if (read->empty()) {
      return otherwise(source, std::string(say("ô trống", "the cell is empty")));
    }
    if (!source.has_values) {
      return *read;
    }
    const auto found = source.values.find(plain_words(*read));
    return found != source.values.end()
               ? std::optional(found->second)
               : otherwise(source, std::string(say("không có trong bảng quy đổi: ",
                                                   "not in the mapping's values: "))
                                       .append(*read));
  }

  std::optional<domain::Date> date(const Source& source) {
    const auto* const cell = cell_of(source);
    Cell stated;
    if (cell != nullptr && !check_merged(source, *cell)) {
      return std::nullopt;
    }
    if (cell == nullptr || cell->kind == Cell::Kind::empty) {
      const auto text = otherwise(source, std::string(say("ô trống", "the cell is empty")));
      if (!text) {
        return std::nullopt;
      }
      stated.kind = Cell::Kind::text;
      stated.text = *text;
    }
    const auto read =
        date_of(stated.kind == Cell::Kind::empty ? *cell : stated, reading_, source.formats);
    if (!read) {
      bad(source, read.error());
      return std::nullopt;
    }
    return *read;
  }

  [[nodiscard]] bool is_empty(const Source& source) const {
    const auto* const cell = cell_of(source);
    if (cell == nullptr) {
      return true;
    }
    return (cell->kind == Cell::Kind::empty && cell->merged.empty()) ||
           (cell->kind == Cell::Kind::text && text::is_blank(cell->text));
  }

  void bad(const Source& source, std::string what) {
    const auto column = list_.column(source.column);
    into_.bad.push_back({row_.number, source.column,
                         column ? column_letters(*column) + std::to_string(row_.number) : "",
                         std::move(what)});
  }

  /// In a text file, cells without a column's name are a text that was cut at a separator.
  void check_length() {
    if (list_.form != Book::Form::text) {
      return;
    }
    for (std::size_t at = 0; at < row_.cells.size(); ++at) {
      if (at < list_.columns.size() && !list_.columns[at].empty()) {
        continue;
      }
      const auto& cell = row_.cells[at];
      if (cell.kind != Cell::Kind::empty && cell.merged.empty()) {
        into_.bad.push_back(
            {row_.number, "", "",
             std::string(
                 say("nhiều ô hơn số cột; nếu chữ trong ô có dấu ngăn cách thì phải đặt cả ô giữa "
                     "hai dấu ngoặc kép: ",
                     "more cells than columns; a text that holds the separator must stand in "
                     "quotation marks: "))
                 .append(cell.text)});
        return;
      }
    }
  }

 private:
  [[nodiscard]] const Cell* cell_of(const Source& source) const {
    static const Cell kNone;
    if (source.column.empty()) {
      return nullptr;
    }
    const auto column = list_.column(source.column);
    return column && *column < row_.cells.size() ? &row_.cells[*column] : &kNone;
  }

  /// A cell merged down the column holds its value in every row; across columns nothing says whose
  /// value it is.
  bool check_merged(const Source& source, const Cell& cell) {
    if (cell.merged.empty() || cell.kind != Cell::Kind::empty) {
      return true;
    }
    bad(source, std::string(say("ô nằm trong vùng gộp ", "the cell is part of the merged "))
                    .append(cell.merged)
                    .append(say("; hãy bỏ gộp và ghi giá trị vào từng ô",
                                "; split it and enter the value in each cell")));
    return false;
  }

  std::optional<std::string> otherwise(const Source& source, std::string what) {
    if (!source.otherwise) {
      bad(source, std::move(what));
    }
    return source.otherwise;
  }

  const List& list_;
  const Row& row_;
  const Reading& reading_;
  MappedRows& into_;
};

/// The same row of the same list is the same issue, whatever its identifier is made of.
domain::IssueId id_of(const std::string& list, const std::string& external_id) {
  return {"imp-" + eventstore::sha256_hex(list + '\n' + external_id).substr(0, kHashLettersInId)};
}

void map_end(RowReader& row, const Mapping& mapping, domain::ImportedIssue& issue) {
  if (!mapping.ended || row.is_empty(*mapping.ended)) {
    return;
  }
  issue.ended_on = row.date(*mapping.ended);
  if (!mapping.outcome) {
    return;
  }
  const auto word = row.word(*mapping.outcome);
  const auto outcome = word ? domain::from_text<domain::Outcome>(*word) : std::nullopt;
  if (word && !outcome) {
    row.bad(*mapping.outcome,
            std::string(say("không phải kết quả: ", "not an outcome: ")).append(*word));
  }
  issue.outcome = outcome.value_or(domain::Outcome::done);
}

void map_row(RowReader& row, int number, const Mapping& mapping, std::map<std::string, int>& seen,
             MappedRows& into) {
  const std::size_t bad_before = into.bad.size();
  row.check_length();
  domain::ImportedIssue issue;
  issue.row = number;
  // Two blanks, or one that nobody sees, make no other row.
  issue.external_id = plain_words(row.word(mapping.id).value_or(""));
  if (!issue.external_id.empty()) {
    const auto [first, fresh] = seen.emplace(issue.external_id, number);
    if (!fresh) {
      row.bad(mapping.id, std::string(say("mã này đã có ở dòng ", "the identifier stands in row "))
                              .append(std::to_string(first->second))
                              .append(say("", " too")));
    }
  }
  issue.issue = id_of(mapping.source, issue.external_id);
  issue.received = row.date(mapping.received).value_or(domain::Date{});
  issue.subject = row.word(mapping.subject, text::Lines::many).value_or("");
  issue.khom = {row.word(mapping.khom).value_or("")};
  issue.field = {row.word(mapping.field).value_or("")};
  if (mapping.due && !row.is_empty(*mapping.due)) {
    issue.agreed_due = row.date(*mapping.due);
  }
  map_end(row, mapping, issue);
  if (into.bad.size() == bad_before) {
    into.issues.push_back(std::move(issue));
  }
}

/// Deleting content leaves rows of separators and of styles; merged cells reach into empty rows.
bool has_content(const Row& row) {
  return std::ranges::any_of(row.cells, [](const Cell& cell) {
    return cell.kind != Cell::Kind::empty && cell.merged.empty() &&
           !(cell.kind == Cell::Kind::text && text::is_blank(cell.text));
  });
}

/// An office program that expects the month first takes 05/01 for a date of May and leaves
/// 14/01 as text: both in one column are a sign that days and months were exchanged.
void warn_of_mixed_dates(const List& list, const Source& source, MappedRows& into) {
  const auto column = list.column(source.column);
  if (!column) {
    return;
  }
  std::size_t numbers = 0;
  std::size_t texts = 0;
  for (std::size_t at = list.header + 1; at < list.sheet.rows.size(); ++at) {
    const auto& cells = list.sheet.rows[at].cells;
    if (*column < cells.size()) {
      const auto kind = cells[*column].kind;
      numbers += kind == Cell::Kind::date || kind == Cell::Kind::number ? 1U : 0U;
      texts += kind == Cell::Kind::text ? 1U : 0U;
    }
  }
  if (numbers > 0 && texts > 0) {
    into.warnings.push_back(
        std::string(say("cột ", "column "))
            .append(source.column)
            .append(say(
                ": có ô là ngày và có ô là chữ; hãy kiểm tra xem chương trình bảng tính có đảo "
                "ngày và tháng không",
                ": some cells are dates and some are text; check whether the office program has "
                "exchanged days and months")));
  }
}

}  // namespace

MappedRows map_rows(const List& list, const Mapping& mapping) {
  MappedRows mapped;
  const Reading reading{mapping.encoding, list.sheet.date1904};
  std::map<std::string, int> seen;
  for (std::size_t at = list.header + 1; at < list.sheet.rows.size(); ++at) {
    const auto& row = list.sheet.rows[at];
    if (has_content(row)) {
      RowReader reader(list, row, reading, mapped);
      map_row(reader, row.number, mapping, seen, mapped);
    }
  }
  warn_of_mixed_dates(list, mapping.received, mapped);
  if (mapping.ended) {
    warn_of_mixed_dates(list, *mapping.ended, mapped);
  }
  if (mapping.due) {
    warn_of_mixed_dates(list, *mapping.due, mapped);
  }
  if (list.sheet.hidden_rows > 0) {
    mapped.warnings.push_back(std::string(say("trang tính có dòng bị ẩn, cũng được nhập: ",
                                              "the sheet has hidden rows, which are taken too: "))
                                  .append(std::to_string(list.sheet.hidden_rows)));
  }
  return mapped;
}

}  // namespace langnghe::tools
