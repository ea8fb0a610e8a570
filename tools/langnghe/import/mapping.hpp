#pragma once

#include <cstddef>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <text/legacy_encoding.hpp>

#include <domain/issue_import.hpp>

#include "import/header.hpp"

namespace langnghe::tools {

/// The source of one value: a column, its words put into the ward's words, and what stands where
/// the cell is empty or its word is not in the list.
struct Source {
  std::string column;                         ///< in plain words; empty: always `otherwise`
  std::map<std::string, std::string> values;  ///< by plain words
  bool has_values = false;                    ///< false: the cell's text as it is
  std::optional<std::string> otherwise;
  /// Of a date, the first that fits: as strptime, `%d/%m/%Y`; `excel` = a workbook's day number.
  std::vector<std::string> formats;
};

/// A mapping file: the list's own field names in the ward's words (docs/import.md).
struct Mapping {
  std::string source;
  std::string sheet;
  int header_row = 0;  ///< 0: found by its columns
  char separator = 0;  ///< 0: found by its columns
  std::optional<text::Encoding> encoding;
  Source id;
  Source received;
  Source subject;
  Source khom;
  Source field;
  std::optional<Source> ended;  ///< an empty cell: the issue is open
  std::optional<Source> outcome;
  std::optional<Source> due;  ///< the list's own day for settling it; an empty cell: none

  [[nodiscard]] Expected expected() const;
};

/// Each error names the member of the mapping file.
[[nodiscard]] std::expected<Mapping, std::string> read_mapping(std::string_view json);

/// The fault of one cell, to be corrected in the list.
struct BadCell {
  int row = 0;         ///< as the sheet shows it
  std::string column;  ///< empty: the whole row
  std::string place;   ///< `B4`; empty: the whole row
  std::string what;
};

struct MappedRows {
  std::vector<domain::ImportedIssue> issues;
  std::vector<BadCell> bad;
  std::vector<std::string> warnings;
};

/// Puts every row into the ward's words; rows without any content are left out.
[[nodiscard]] MappedRows map_rows(const List& list, const Mapping& mapping);

}  // namespace langnghe::tools
