#include "typed_fields.hpp"

#include <algorithm>
#include <iterator>

#include <text/typed_text.hpp>

#include <domain/enum_text.hpp>

namespace langnghe::codec {
namespace {

/// Fields in which people write sentences. A name, a number of a document or a place has one line:
/// with more it could pass for another entry of a printed list.
bool has_many_lines(std::string_view name) {
  static constexpr std::string_view kLong[] = {
      "after",           "answer",  "asked",  "basis",      "before",    "comments",
      "decision",        "lessons", "said",   "narrative",  "new_value", "note",
      "override_reason", "purpose", "reason", "subject",    "summary",   "text",
      "value",           "what",    "words",  "legal_basis"};
  return std::ranges::find(kLong, name) != std::end(kLong);
}

}  // namespace

bool read_typed(std::string_view text, std::string& out, const Path& at, Reader& reader) {
  const auto lines = has_many_lines(at.member()) ? text::Lines::many : text::Lines::one;
  auto typed = text::typed(text, lines, kTextCharactersMax);
  if (!typed) {
    const auto& fault = typed.error();
    const auto code = domain::from_text<FieldErrorCode>(text::wire_name(fault.what));
    return reader.fail(at, code.value_or(FieldErrorCode::not_utf8),
                       fault.what == text::Wrong::too_long ? std::to_string(kTextCharactersMax)
                                                           : text::notation(fault.character));
  }
  out = *std::move(typed);
  return true;
}

}  // namespace langnghe::codec
