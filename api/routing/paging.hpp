#pragma once

#include <string>
#include <string_view>

#include "routing/query.hpp"

/// A cursor is opaque to clients; the mark at its beginning lets its form change, and keeps one
/// list's cursor out of another.
namespace langnghe::api {

/// Empty after the last page.
[[nodiscard]] std::string cursor_of(const std::string& next, std::string_view mark);
/// Where the page asked for begins; empty = the first.
[[nodiscard]] std::string read_cursor(Query& query, std::string_view mark);

}  // namespace langnghe::api
