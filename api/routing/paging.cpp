#include "routing/paging.hpp"

#include "bytes/digest.hpp"

namespace langnghe::api {

std::string cursor_of(const std::string& next, std::string_view mark) {
  return next.empty() ? std::string{} : to_base64url(std::string(mark) + next);
}

std::string read_cursor(Query& query, std::string_view mark) {
  const auto text = query.text("cursor");
  if (!text) {
    return {};
  }
  const auto bytes = from_base64url(*text);
  if (!bytes || !bytes->starts_with(mark)) {
    query.add("cursor", "malformed_cursor");
    return {};
  }
  return bytes->substr(mark.size());
}

}  // namespace langnghe::api
