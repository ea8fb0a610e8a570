#pragma once

#include <map>
#include <vector>

#include <projections/work.hpp>

/// Private to the projections: what waits and is no issue.
namespace langnghe::projections::work {

/// Adds the tasks of those lists of `found` that hold tasks; the ward's own to whoever sees all.
void add_tasks(const Snapshot& snapshot, const Query& query, std::map<List, Entries>& found);

}  // namespace langnghe::projections::work
