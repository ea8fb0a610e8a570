#pragma once

#include <span>
#include <string_view>

#include <domain/paper_kind.hpp>

namespace langnghe::papers {

/// The words in the head and the foot of every document of a kind.
struct Form {
  domain::PaperKind kind{};
  std::string_view code;     ///< `TB`
  std::string_view subject;  ///< `Về việc …`; empty where the document has its own
  std::string_view bases;    ///< kind of legal bases; see legal_bases.hpp
  std::span<const std::string_view> recipients;  ///< Nơi nhận, without dashes and semicolons
};

/// Of a kind that has a letterhead; a slip and a poster have none.
[[nodiscard]] const Form& form_of(domain::PaperKind kind);

}  // namespace langnghe::papers
