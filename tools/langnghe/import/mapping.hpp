#pragma once

#include <cstddef>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/issue_import.hpp>

#include "import/table.hpp"

namespace langnghe::tools {

/// Where one thing comes from: a column, its words put into the ward's words, and what stands where
/// the cell is empty or its word is not in the list.
struct Source {
  std::string column;                         ///< empty: always `otherwise`
  std::map<std::string, std::string> values;  ///< empty: the cell's text as it is
  std::optional<std::string> otherwise;
  std::string format;  ///< of a date, as strptime: `%d/%m/%Y`; `excel` = a workbook's day number
};

/// A mapping file: the list's own field names in the ward's words.
///
///   {"source": "so-tiep-dan-2020", "sheet": "Sổ", "id": {"column": "Số"},
///    "received": {"column": "Ngày nhận", "format": "%d/%m/%Y"}, "subject": {"column": "Nội dung"},
///    "khom": {"column": "Khóm", "values": {"Tân Mỹ": "tan-my"}},
///    "field": {"column": "Lĩnh vực", "values": {"Đường sá": "ROADS"}, "otherwise": "OTHER"},
///    "ended": {"column": "Ngày xong", "format": "%d/%m/%Y"}, "outcome": {"otherwise": "DONE"}}
struct Mapping {
  std::string source;
  std::string sheet;
  Source id;
  Source received;
  Source subject;
  Source khom;
  Source field;
  std::optional<Source> ended;  ///< an empty cell: the issue is open
  std::optional<Source> outcome;
};

/// Each error names the member of the mapping file, or the column the list does not have.
[[nodiscard]] std::expected<Mapping, std::string> read_mapping(std::string_view json);

/// What is wrong with one cell, to be mended in the list.
struct BadCell {
  int row = 0;
  std::string column;
  std::string what;
};

struct MappedRows {
  std::vector<domain::ImportedIssue> issues;
  std::vector<BadCell> bad;
};

/// Puts every row into the ward's words. The error says which column of the mapping is missing.
[[nodiscard]] std::expected<MappedRows, std::string> map_rows(const Table& table,
                                                              const Mapping& mapping);

}  // namespace langnghe::tools
