#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace langnghe::papers::spec {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A DOCX with these further parts and this body; parts of the same name take the place of its own.
[[nodiscard]] std::string docx(std::string_view body, const Parts& more = {});

/// Controls around a run, a paragraph, any blocks.
[[nodiscard]] std::string run_control(std::string_view tag);
[[nodiscard]] std::string line_control(std::string_view tag);
[[nodiscard]] std::string block_control(std::string_view tag, std::string_view blocks);
[[nodiscard]] std::string paragraph(std::string_view runs);

/// The bytes of a part; empty where there is none.
[[nodiscard]] std::string part_of(std::string_view docx, std::string_view name);
/// `word/document.xml`.
[[nodiscard]] std::string body_of(std::string_view docx);

}  // namespace langnghe::papers::spec
