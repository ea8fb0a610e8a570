#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <text/legacy_encoding.hpp>

#include "import/table.hpp"

namespace langnghe::tools {

/// A name or word as people mean it: NFC, blanks of any kind as one space, none at the ends.
[[nodiscard]] std::string plain_words(std::string_view text);

/// The list itself within a sheet.
struct List {
  Sheet sheet;
  std::size_t header = 0;            ///< index of the header row
  std::vector<std::string> columns;  ///< in plain words; empty where the header says nothing
  Book::Form form = Book::Form::text;
  char separator = 0;

  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
  /// `Số (A), Ngày nhận (B)`.
  [[nodiscard]] std::string columns_found() const;
};

/// The facts about the list that are known before it is read.
struct Expected {
  std::vector<std::string> columns;  ///< names that its header must have
  std::string sheet;                 ///< empty: the one that has them
  int header_row = 0;                ///< 0: the first row that has them all
  std::optional<text::Encoding> encoding;
};

/// The one list with these columns. Refuses where no sheet has them, where two have, and where two
/// columns have one name.
[[nodiscard]] std::expected<List, std::string> find_list(const std::vector<Book>& books,
                                                         const Expected& expected);

/// For a list of which nothing is known: the first row that names most columns.
[[nodiscard]] std::expected<List, std::string> guess_list(const std::vector<Book>& books,
                                                          const Expected& expected);

}  // namespace langnghe::tools
