#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>

#include <papers/content.hpp>
#include <papers/filling.hpp>

#include <domain/paper_kind.hpp>

namespace langnghe::papers {

using Kind = domain::PaperKind;

struct KindFacts {
  Kind kind{};
  std::string_view name;   ///< on the wire, and of the template: `notice`
  std::string_view title;  ///< `Thông báo kết quả`
  std::string_view file;   ///< of a paper that is saved: `thong-bao-ket-qua`
};
[[nodiscard]] std::span<const KindFacts> kinds();
[[nodiscard]] const KindFacts& facts_of(Kind kind);

/// The template that the program ships for it: DOCX.
[[nodiscard]] std::string_view shipped_template(Kind kind);
/// A paper of that kind whose every field is given, as for looking at a template.
[[nodiscard]] Content sample_of(Kind kind);

/// The paper by the shipped template.
[[nodiscard]] std::expected<std::string, TemplateFault> make(Kind kind, const Content& content);

}  // namespace langnghe::papers
