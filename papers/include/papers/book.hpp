#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include <domain/time.hpp>

/// Books and lists as tables: XLSX for people, CSV for programs.
namespace langnghe::papers {

struct Column {
  enum class Kind { text, number, date };
  std::string title;
  double width = 12;  ///< in characters
  Kind kind = Kind::text;
  bool summed = false;  ///< a sum as a formula below; numbers only
};

/// Nothing, text, a number or a day. Text is text, whatever it begins with.
using Cell = std::variant<std::monostate, std::string, std::int64_t, domain::Date>;

struct Book {
  std::string sheet;  ///< name of the sheet: at most 31 characters, none of []:*?/ or a backslash
  std::string title;
  std::string subtitle;  ///< whose book, and as of when
  domain::Date day{};  ///< stands in the file as the day it was made: the same book, the same bytes
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

/// A sheet of A4 across, its head frozen and repeated on each printed page. The library writes to
/// files alone: one is made in `folder` and is gone afterwards. The error says what failed.
[[nodiscard]] std::expected<std::string, std::string> to_xlsx(const Book& book,
                                                              const std::filesystem::path& folder);

/// RFC 4180 with a byte order mark, as Excel needs it. Days as `2021-01-14`; a text that a
/// spreadsheet would take for a formula gets an apostrophe.
[[nodiscard]] std::string to_csv(const Book& book);

}  // namespace langnghe::papers
