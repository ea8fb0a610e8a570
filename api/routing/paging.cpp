#include "routing/paging.hpp"

#include <charconv>

#include "bytes/digest.hpp"

namespace langnghe::api {
namespace {

constexpr std::uint64_t kPositionMax = (std::uint64_t{1} << 53) - 1;

/// `size,day,from`, as `cursor_of` writes it.
std::optional<Cursor> parse_cursor(std::string_view text) {
  const auto first = text.find(',');
  const auto second = text.find(',', first == std::string_view::npos ? first : first + 1);
  if (second == std::string_view::npos) {
    return std::nullopt;
  }
  Cursor::Moment moment;
  const auto* end = text.data() + first;
  const auto read = std::from_chars(text.data(), end, moment.size);
  const auto today = domain::parse_date(text.substr(first + 1, second - first - 1));
  if (read.ec != std::errc{} || read.ptr != end || moment.size > kPositionMax || !today) {
    return std::nullopt;
  }
  moment.today = *today;
  return Cursor{std::string(text.substr(second + 1)), moment};
}

}  // namespace

std::string cursor_of(const Cursor& next, std::string_view mark) {
  const auto moment = next.moment.value_or(Cursor::Moment{});
  return to_base64url(std::string(mark) + std::to_string(moment.size) + ',' +
                      domain::to_text(moment.today) + ',' + next.from);
}

Cursor read_cursor(Query& query, std::string_view mark) {
  const auto text = query.text("cursor");
  if (!text) {
    return {};
  }
  const auto bytes = from_base64url(*text);
  auto cursor = bytes && bytes->starts_with(mark)
                    ? parse_cursor(std::string_view(*bytes).substr(mark.size()))
                    : std::nullopt;
  if (!cursor) {
    query.add("cursor", "malformed_cursor");
    return {};
  }
  return *std::move(cursor);
}

}  // namespace langnghe::api
