#pragma once

#include <expected>
#include <string>
#include <string_view>

#include <papers/filling.hpp>

namespace langnghe::papers {

/// The paper as a page of HTML that needs nothing else: for looking at it, not for printing it to
/// the millimetre.
[[nodiscard]] std::expected<std::string, TemplateFault> preview(std::string_view docx,
                                                                std::string_view title);

/// The content of that page's body.
[[nodiscard]] std::expected<std::string, TemplateFault> preview_body(std::string_view docx);

/// Text for the inside of an element or an attribute.
[[nodiscard]] std::string escaped_html(std::string_view text);

}  // namespace langnghe::papers
