#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <domain/resident.hpp>
#include <ledger/types.hpp>
#include <projections/views.hpp>

/// The people behind opinions and issues: sealed, withheld or erased as their streams say.
namespace langnghe::projections::residents {

struct ResidentRow {
  domain::ResidentId id;
  eventstore::Version version;
  eventstore::Position last;    ///< of the newest event
  domain::ResidentState state;  ///< with the erasure, where the key is destroyed
};

[[nodiscard]] std::optional<ResidentRow> find(const Snapshot& snapshot,
                                              const domain::ResidentId& id);

struct Page {
  std::vector<ResidentRow> rows;
  std::string next;  ///< where the next page begins; empty = this was the last
};
/// By id. `from` is a page's `next`.
[[nodiscard]] Page page(const Snapshot& snapshot, const std::string& from, std::size_t limit);

/// Every issue of this person, by id: what an erasure has to name.
[[nodiscard]] std::vector<domain::IssueId> issues_of(const Snapshot& snapshot,
                                                     const domain::ResidentId& id);

}  // namespace langnghe::projections::residents
