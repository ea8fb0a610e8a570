#pragma once

#include <cstdint>
#include <expected>

#include "call/call.hpp"

namespace langnghe::api {

/// Waits until the ledger's views hold `size` records, at most `Limits::view_wait`: false where
/// they do not. On a server's worker it does not wait but fails with `not_before`, and the request
/// comes again.
[[nodiscard]] std::expected<bool, Problem> wait_for_views(const Call& call, std::uint64_t size);

/// The same for the index of issues.
[[nodiscard]] std::expected<bool, Problem> wait_for_search(const Call& call,
                                                           search::IssueSearch& search,
                                                           std::uint64_t size);

/// The same for the index of people.
[[nodiscard]] std::expected<bool, Problem> wait_for_people(const Call& call,
                                                           search::PeopleSearch& people,
                                                           std::uint64_t size);

/// The same for the signed head of the ledger.
[[nodiscard]] std::expected<bool, Problem> wait_for_head(const Call& call,
                                                         const eventstore::Transparency& log,
                                                         std::uint64_t size);

}  // namespace langnghe::api
