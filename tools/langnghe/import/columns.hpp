#pragma once

#include <iosfwd>

#include "import/header.hpp"

namespace langnghe::tools {

/// Shows what was found in a file: form, sheet, columns with samples; and proposes a mapping to
/// begin with. What it cannot know stands there as `?`, so that it is not taken as it is.
void show_columns(const std::vector<Book>& books, const List& list, std::ostream& out);

}  // namespace langnghe::tools
