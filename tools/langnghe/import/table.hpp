#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace langnghe::tools {

/// One cell as the program that wrote the list holds it; nothing is guessed here.
struct Cell {
  enum class Kind : std::uint8_t {
    empty,
    text,
    number,     ///< `text` is the number as the file spells it
    date,       ///< a number shown as a date, or a date by itself (`YYYY-MM-DD…`)
    boolean,    ///< `text` is TRUE or FALSE
    error,      ///< `text` is the error, for example `#N/A`
    uncomputed  ///< a formula whose value was never stored
  };
  Kind kind = Kind::empty;
  std::string text;
  std::string format;  ///< how a number is shown, where that is not simply its digits
  std::string merged;  ///< `D2:D3` where the cell lies in a merged one and is not its first
  bool is_not_utf8 =
      false;  ///< `text` is Windows-1252 read as such: the file is of another encoding
  bool operator==(const Cell&) const = default;
};

struct Row {
  int number = 0;  ///< as the sheet shows it, from 1
  std::vector<Cell> cells;
};

/// The cells of one sheet, with everything above and below the list itself.
struct Sheet {
  std::string name;  ///< empty where the form has no sheets
  bool hidden = false;
  bool date1904 = false;  ///< days are counted from 1904-01-01 (ECMA-376 part 1, 18.17.4.1)
  std::size_t hidden_rows = 0;
  std::vector<Row> rows;
};

/// A list as it can be read: of a text file once for each separator it may have.
struct Book {
  enum class Form : std::uint8_t { text, workbook };
  Form form = Form::text;
  std::vector<Sheet> sheets;
  char separator = 0;  ///< of a text
};

/// Every way in which the bytes may be a list; more than one only for text without `sep=`.
/// `separator` 0: any. The error says what is wrong with the file as a whole, and what to do.
[[nodiscard]] std::expected<std::vector<Book>, std::string> read_books(std::string_view bytes,
                                                                       char separator);

// The parts of `read_books`.
[[nodiscard]] std::expected<Book, std::string> read_csv(std::string_view text, char separator);
[[nodiscard]] std::expected<Book, std::string> read_xlsx(std::string_view bytes);

/// `A`, `B`, … `AA` of a column counted from 0.
[[nodiscard]] std::string column_letters(std::size_t column);

}  // namespace langnghe::tools
