#pragma once

#include <expected>
#include <vector>

#include <search/issue_search.hpp>

#include "call/call.hpp"
#include "reading/reading.hpp"

/// The index of issues as a read asks it: at the moment of its views, or not at all.
namespace langnghe::api {

/// The issues that had these words at the moment of the reading, in the order of their names. Who
/// asks may not see each of them. 503 while the index is not that far.
[[nodiscard]] std::expected<std::vector<domain::IssueId>, Problem> issues_with(
    const Call& call, const Reading& reading, const search::WordQuery& words);

[[nodiscard]] std::expected<std::vector<search::Likeness>, Problem> issues_like(
    const Call& call, const Reading& reading, const search::LikenessAsked& asked);

}  // namespace langnghe::api
