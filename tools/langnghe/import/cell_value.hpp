#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include <text/legacy_encoding.hpp>
#include <text/typed_text.hpp>

#include <domain/time.hpp>

#include "import/table.hpp"

namespace langnghe::tools {

/// The way in which a cell is to be read.
struct Reading {
  std::optional<text::Encoding> encoding;
  bool date1904 = false;
};

/// The cell as text, or what is wrong with it and what to do. Empty for an empty cell.
[[nodiscard]] std::expected<std::string, std::string> text_of(const Cell& cell,
                                                              const Reading& reading,
                                                              text::Lines lines);

/// The day, by the first form that fits: strptime's, or `excel` = a number that counts days. A cell
/// that is shown as a date is one whatever the forms are.
[[nodiscard]] std::expected<domain::Date, std::string> date_of(
    const Cell& cell, const Reading& reading, const std::vector<std::string>& formats);

/// The fault of a text, in words.
[[nodiscard]] std::string described(const text::Fault& fault);

}  // namespace langnghe::tools
