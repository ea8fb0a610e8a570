#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <domain/time.hpp>

#include "routing/query.hpp"

/// A cursor is opaque to clients; the mark at its beginning lets its form change, and keeps one
/// list's cursor out of another.
namespace langnghe::api {

/// The start of a page, and the moment its list is read at: that of the first page, so that acts
/// which come in between neither show a row twice nor hide one.
struct Cursor {
  struct Moment {
    std::uint64_t size = 0;  ///< of the ledger
    domain::Date today{};
  };
  std::string from;              ///< empty: the first page
  std::optional<Moment> moment;  ///< none: the first page
};

[[nodiscard]] std::string cursor_of(const Cursor& next, std::string_view mark);
/// The start of the page that was asked for.
[[nodiscard]] Cursor read_cursor(Query& query, std::string_view mark);

}  // namespace langnghe::api
