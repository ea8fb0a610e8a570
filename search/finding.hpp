#pragma once

#include <cstdint>
#include <vector>

#include <search/issue_search.hpp>

#include <domain/ids.hpp>

#include "sqlite.hpp"

namespace langnghe::search {

/// Issues that had all the words at that ledger size, by name. Throws DatabaseFault.
[[nodiscard]] std::vector<domain::IssueId> issues_with(Connection& index, std::uint64_t size,
                                                       const WordQuery& query);

/// The issues most like a text, those of its khóm first, then by likeness. Throws DatabaseFault.
[[nodiscard]] std::vector<Likeness> issues_like(Connection& index, std::uint64_t size,
                                                const LikenessAsked& asked);

}  // namespace langnghe::search
