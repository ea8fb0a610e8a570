#include <algorithm>

#include <attachments/attachments.hpp>

#include "layout.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::string_view kMember = R"("hash":")";
constexpr std::string_view kAfter = R"(","media_type":")";
constexpr std::string_view kBefore = R"("bytes":)";

/// Does `"bytes":<digits>,` end there?
bool ends_with_bytes(std::string_view text) {
  if (!text.ends_with(',')) {
    return false;
  }
  text.remove_suffix(1);
  const std::size_t last = text.find_last_not_of("0123456789");
  return last != std::string_view::npos && last + 1 < text.size() &&
         text.substr(0, last + 1).ends_with(kBefore);
}

/// A quote inside a JSON string is escaped, so the member's own quotes cannot be part of a text
/// that somebody wrote.
template <class Take>
void for_each_hash(std::string_view record, Take take) {
  for (std::size_t at = record.find(kMember); at != std::string_view::npos;
       at = record.find(kMember, at + 1)) {
    const std::string_view hash = record.substr(at + kMember.size(), kHashDigits);
    const std::string_view after =
        record.substr(std::min(record.size(), at + kMember.size() + kHashDigits));
    if (is_hash(hash) && after.starts_with('"')) {
      take(at, hash, after);
    }
  }
}

}  // namespace

std::vector<std::string> possible_references(std::string_view record) {
  std::vector<std::string> found;
  for_each_hash(record, [&](std::size_t, std::string_view hash, std::string_view) {
    found.emplace_back(hash);
  });
  return found;
}

std::vector<std::string> references(std::string_view record) {
  std::vector<std::string> found;
  for_each_hash(record, [&](std::size_t at, std::string_view hash, std::string_view after) {
    if (after.starts_with(kAfter) && ends_with_bytes(record.substr(0, at))) {
      found.emplace_back(hash);
    }
  });
  return found;
}

}  // namespace langnghe::eventstore
