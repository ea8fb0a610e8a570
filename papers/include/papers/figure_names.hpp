#pragma once

#include <string>
#include <string_view>

namespace langnghe::papers {

/// The Vietnamese name of a figure of the report, as docs/figures.md has it; of one that it does
/// not know, the identifier.
[[nodiscard]] std::string figure_name(std::string_view id);

}  // namespace langnghe::papers
