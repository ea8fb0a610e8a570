#pragma once

#include "issues/issue_keys.hpp"
#include "rows/row.hpp"

namespace langnghe::projections::row {

void fields(auto& archive, Of<issues::Summary> auto& value) {
  auto& [khom, field, assignee, open, voided, next_due, received, recurring, reopenings] = value;
  archive(khom, field, assignee, open, voided, next_due, received, recurring, reopenings);
}

}  // namespace langnghe::projections::row
