#include "import/header.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <text/typed_text.hpp>

#include <services/say.hpp>

namespace langnghe::tools {
namespace {

/// Registers begin with the office's name and a title, hardly with more rows than these.
constexpr std::size_t kHeaderRowsLooked = 100;

std::unexpected<std::string> wrong(std::string what) {
  return std::unexpected(std::move(what));
}

std::string words_of(const Cell& cell, const Expected& expected) {
  if (cell.kind != Cell::Kind::text && cell.kind != Cell::Kind::number) {
    return {};
  }
  if (expected.encoding) {
    return plain_words(text::converted(cell.text, *expected.encoding).value_or(cell.text));
  }
  return plain_words(cell.text);
}

std::vector<std::string> names_in(const Row& row, const Expected& expected) {
  std::vector<std::string> names;
  for (const auto& cell : row.cells) {
    names.push_back(cell.merged.empty() ? words_of(cell, expected) : std::string());
  }
  return names;
}

std::size_t known_in(const std::vector<std::string>& names, const Expected& expected) {
  return static_cast<std::size_t>(std::ranges::count_if(expected.columns, [&](const auto& column) {
    return std::ranges::find(names, column) != names.end();
  }));
}

struct Found {
  List list;
  std::size_t known = 0;  ///< of the expected columns
};

/// The row with most of the columns, the first of several.
std::optional<Found> best_header(const Book& book, const Sheet& sheet, const Expected& expected) {
  std::optional<Found> best;
  const auto looked = std::min(sheet.rows.size(), kHeaderRowsLooked);
  for (std::size_t at = 0; at < looked; ++at) {
    if (expected.header_row != 0 && sheet.rows[at].number != expected.header_row) {
      continue;
    }
    auto names = names_in(sheet.rows[at], expected);
    const auto filled = static_cast<std::size_t>(
        std::ranges::count_if(names, [](const auto& name) { return !name.empty(); }));
    const auto known = expected.columns.empty() ? filled : known_in(names, expected);
    if (filled > 0 && (!best || known > best->known)) {
      best = Found{{{}, at, std::move(names), book.form, book.separator}, known};
    }
  }
  return best;
}

bool is_asked_for(const Sheet& sheet, const Expected& expected) {
  return expected.sheet.empty() ? !sheet.hidden
                                : plain_words(sheet.name) == plain_words(expected.sheet);
}

std::string sheet_names(const std::vector<Book>& books) {
  std::string names;
  for (const auto& sheet : books.front().sheets) {
    names += names.empty() ? "" : ", ";
    names += sheet.name;
    names += sheet.hidden ? say(" (ẩn)", " (hidden)") : "";
  }
  return names;
}

std::vector<Found> headers(const std::vector<Book>& books, const Expected& expected) {
  std::vector<Found> found;
  for (const auto& book : books) {
    for (const auto& sheet : book.sheets) {
      if (!is_asked_for(sheet, expected)) {
        continue;
      }
      if (auto best = best_header(book, sheet, expected)) {
        best->list.sheet = sheet;
        found.push_back(*std::move(best));
      }
    }
  }
  // Of one text the right separator gives most of the columns, and then most cells.
  std::ranges::stable_sort(found, [](const Found& left, const Found& right) {
    return std::pair(left.known, left.list.columns.size()) >
           std::pair(right.known, right.list.columns.size());
  });
  return found;
}

std::unexpected<std::string> nothing_found(const std::vector<Book>& books,
                                           const Expected& expected) {
  if (!expected.sheet.empty()) {
    return wrong(std::string(say("không có trang tính ", "there is no sheet "))
                     .append(expected.sheet)
                     .append(say("; các trang tính: ", "; the sheets are: "))
                     .append(sheet_names(books)));
  }
  if (expected.header_row != 0) {
    return wrong(std::string(say("không có dòng tiêu đề ở dòng ", "there is no header in row "))
                     .append(std::to_string(expected.header_row)));
  }
  return wrong(std::string(say("danh sách trống", "the list is empty")));
}

std::optional<std::string> missing_columns(const List& list, const Expected& expected) {
  std::string missing;
  for (const auto& column : expected.columns) {
    if (!list.column(column)) {
      missing += (missing.empty() ? "" : ", ") + column;
    }
  }
  if (missing.empty()) {
    return std::nullopt;
  }
  return std::string(say("danh sách không có cột: ", "the list has no column: "))
      .append(missing)
      .append(say("; dòng ", "; row "))
      .append(std::to_string(list.sheet.rows[list.header].number))
      .append(say(" có các cột: ", " has the columns: "))
      .append(list.columns_found());
}

/// A cell of a list to be converted that is Unicode already: converting would spoil it.
std::optional<std::string> unicode_cell(const Sheet& sheet, const Expected& expected) {
  if (!expected.encoding) {
    return std::nullopt;
  }
  for (const auto& row : sheet.rows) {
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      const auto& cell = row.cells[at];
      if (cell.kind == Cell::Kind::text && !text::converted(cell.text, *expected.encoding)) {
        return std::string(say("danh sách đã là Unicode (ô ", "the list is Unicode already (cell "))
            .append(column_letters(at) + std::to_string(row.number))
            .append(
                say("); hãy bỏ \"encoding\" khỏi tệp quy đổi, hoặc để mọi ô cùng một bảng mã",
                    "); take \"encoding\" out of the mapping, or have all cells in one encoding"));
      }
    }
  }
  return std::nullopt;
}

std::optional<std::string> doubled_column(const List& list, const Expected& expected) {
  for (const auto& column : expected.columns) {
    const auto first = std::ranges::find(list.columns, column);
    const auto second = std::find(first + 1, list.columns.end(), column);
    if (second != list.columns.end()) {
      const auto letters = [&](auto at) {
        return column_letters(static_cast<std::size_t>(at - list.columns.begin()));
      };
      return std::string(say("có hai cột cùng tên ", "two columns are called "))
          .append(column)
          .append(" (" + letters(first) + ", " + letters(second) + ")")
          .append(say("; hãy đổi tên một cột", "; give one of them another name"));
    }
  }
  return std::nullopt;
}

}  // namespace

std::string plain_words(std::string_view text) {
  std::string made;
  std::string_view rest = text::trimmed(text);
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) {
      made += (made.empty() ? "" : " ") + word;
      word.clear();
    }
  };
  for (std::size_t at = 0; at < rest.size();) {
    std::size_t length = 1;
    while (at + length < rest.size() &&
           (static_cast<unsigned char>(rest[at + length]) & 0xc0U) == 0x80U) {
      ++length;
    }
    const auto character = rest.substr(at, length);
    at += length;
    if (text::is_blank(character)) {
      end_word();
    } else {
      word += character;
    }
  }
  end_word();
  return text::to_nfc(made);
}

std::optional<std::size_t> List::column(std::string_view name) const {
  const auto found = std::ranges::find(columns, name);
  return found == columns.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::string List::columns_found() const {
  std::string names;
  for (std::size_t at = 0; at < columns.size(); ++at) {
    if (!columns[at].empty()) {
      names += (names.empty() ? "" : ", ") + columns[at] + " (" + column_letters(at) + ")";
    }
  }
  return names;
}

std::expected<List, std::string> find_list(const std::vector<Book>& books,
                                           const Expected& expected) {
  auto found = headers(books, expected);
  if (found.empty()) {
    return nothing_found(books, expected);
  }
  if (auto mixed = unicode_cell(found.front().list.sheet, expected)) {
    return wrong(*std::move(mixed));
  }
  if (auto missing = missing_columns(found.front().list, expected)) {
    return wrong(*std::move(missing));
  }
  const bool is_workbook = found.front().list.form == Book::Form::workbook;
  if (is_workbook && found.size() > 1 && found[1].known == expected.columns.size()) {
    return wrong(std::string(say("nhiều trang tính có đủ các cột này; hãy nêu một trang bằng "
                                 "\"sheet\" trong tệp quy đổi: ",
                                 "several sheets have these columns; name one by \"sheet\" in the "
                                 "mapping: "))
                     .append(sheet_names(books)));
  }
  if (auto doubled = doubled_column(found.front().list, expected)) {
    return wrong(*std::move(doubled));
  }
  return std::move(found.front().list);
}

std::expected<List, std::string> guess_list(const std::vector<Book>& books,
                                            const Expected& expected) {
  auto found = headers(books, expected);
  if (found.empty()) {
    return nothing_found(books, expected);
  }
  return std::move(found.front().list);
}

}  // namespace langnghe::tools
