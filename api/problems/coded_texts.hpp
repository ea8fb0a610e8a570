#pragma once

#include <span>
#include <string_view>

#include <api/language.hpp>

/// The words for codes within a sentence. Codes are for programs: no reader of Vietnamese should
/// meet `cchc_officer` or `notice_not_issued`.
namespace langnghe::api {

enum class CodeKind {
  role,
  state,   ///< phases of every kind of stream, and what a refusal says of a state beyond its phase
  field,   ///< members of bodies as the rules name them: `venue.place`
  stream,  ///< kinds of streams: the part of a name before its identifier
};

struct CodedText {
  CodeKind kind{};
  std::string_view code;
  std::string_view words;
};

[[nodiscard]] std::span<const CodedText> coded_texts_vi();
[[nodiscard]] std::span<const CodedText> coded_texts_en();

/// The words of a code, or the code itself where there are none.
[[nodiscard]] std::string_view words_of(Language language, CodeKind kind, std::string_view code);

}  // namespace langnghe::api
