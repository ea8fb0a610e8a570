#pragma once

#include "call/call.hpp"
#include "reading/names.hpp"
#include "shapes/issues.hpp"

namespace langnghe::api::resources {

[[nodiscard]] Reply list_issues(Call& call);
[[nodiscard]] Reply list_similar_issues(Call& call);
[[nodiscard]] Reply get_issue_history(Call& call);
[[nodiscard]] Reply get_issue_deadline(Call& call);

/// Mentions the identifiers of a row that have names.
void mention(const shapes::IssueSummary& issue, NameBook& book);

}  // namespace langnghe::api::resources
