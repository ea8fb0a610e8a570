#pragma once

#include <expected>
#include <string>
#include <string_view>

#include <papers/content.hpp>

/// Word templates: DOCX whose content controls (`w:sdt`) are found by their tags.
///
///   auto paper = papers::fill(template_bytes, content);   // DOCX, or what is wrong and where
///
/// A control around a run takes a text, one around a paragraph a text of many lines, one around
/// paragraphs, rows or tables is repeated for each entry of a list. A tag that ends with `?` keeps
/// its control only where that name is given something. What is filled has no controls left.
namespace langnghe::papers {

enum class TemplateFaultCode {
  not_a_package,  ///< no zip, or a part that has to be there is not
  too_large,      ///< more parts or bytes than a paper has
  malformed,      ///< a part that is no XML, or a control that holds nothing to fill
  macro,
  external_link,
  unknown_tag,
  missing_tag,
};

struct TemplateFault {
  TemplateFaultCode code{};
  std::string where;  ///< the tag, or the part
};

/// The paper. The same template and content give the same bytes, on every machine and with every
/// version of zlib: parts are stored as they are, with one fixed time. Thread-safe.
[[nodiscard]] std::expected<std::string, TemplateFault> fill(std::string_view docx,
                                                             const Content& content);

/// May this template be adopted? `sample` names everything that its kind of paper gives; every tag
/// that always stands in the shipped template has to stand in this one too.
[[nodiscard]] std::expected<void, TemplateFault> check_template(std::string_view docx,
                                                                const Content& sample,
                                                                std::string_view shipped);

}  // namespace langnghe::papers
