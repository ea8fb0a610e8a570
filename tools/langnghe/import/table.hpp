#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace langnghe::tools {

/// A list as somebody kept it: named columns and rows of texts, as long as the header each.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< rows[0] is row 1, the first after the header
};

/// Comma- or semicolon-separated values in UTF-8, quoted as RFC 4180 says; a byte order mark is
/// skipped. The error says what is wrong with the file as a whole.
[[nodiscard]] std::expected<Table, std::string> read_csv(std::string_view bytes);

/// An Office Open XML workbook (ECMA-376): the sheet named, or the first one. Numbers and dates
/// come as the file holds them: a date is a count of days since 30 December 1899.
[[nodiscard]] std::expected<Table, std::string> read_xlsx(std::string_view bytes,
                                                          std::string_view sheet);

}  // namespace langnghe::tools
