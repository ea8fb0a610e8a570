#pragma once

#include <optional>

#include <projections/issues.hpp>
#include <projections/view.hpp>

/// The rows by which an issue is found: they follow from its row alone.
namespace langnghe::projections::issues {

/// Settled or not, is the resolution overdue on that day?
[[nodiscard]] bool is_overdue(bool open, bool settled, const std::optional<domain::Date>& due,
                              const domain::Date& today);

/// Moves an issue's index rows from where `before` put them to where `after` belongs.
void reindex(ViewWriter& view, const std::optional<IssueRow>& before, const IssueRow& after);

}  // namespace langnghe::projections::issues
