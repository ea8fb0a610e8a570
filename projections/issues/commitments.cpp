#include <algorithm>
#include <string_view>
#include <utility>

#include <projections/commitments.hpp>
#include <projections/issues.hpp>

#include "issues/issue_keys.hpp"
#include "issues/issue_promises.hpp"
#include "rows/row.hpp"

namespace langnghe::projections {

namespace issues {

const domain::Commitment* Promises::find(const domain::CommitmentId& id) const {
  const auto found = std::ranges::find(commitments_, id, &domain::Commitment::id);
  return found == commitments_.end() ? nullptr : &*found;
}

void Promises::move_to(const IssueRow& after, const Input& input, RowCache& cache) const {
  if (after.state.commitments.empty()) {
    return;
  }
  const bool moved = khom_ != after.state.recorded.khom;
  for (const auto& commitment : after.state.commitments) {
    const auto* old = find(commitment.id);
    if (old != nullptr && *old == commitment && !moved) {
      continue;
    }
    commitments::CommitmentRow row{.issue = after.id,
                                   .khom = after.state.recorded.khom,
                                   .commitment = commitment,
                                   .made_on = input.event.happened.date,
                                   .last = input.position};
    if (old != nullptr) {
      const auto key = commitment_key(old->due, after.id, old->id);
      if (const auto* const kept = cache.find<commitments::CommitmentRow>(key)) {
        row.made_on = kept->made_on;
      }
      cache.remove(key);
    }
    cache.set(commitment_key(commitment.due, after.id, commitment.id), std::move(row));
  }
}

}  // namespace issues

namespace commitments {
namespace {

bool in_scope(const Filter& filter, const domain::KhomId& khom) {
  return filter.scope.empty() || std::ranges::find(filter.scope, khom) != filter.scope.end();
}

bool matches(const Filter& filter, const CommitmentRow& row) {
  const auto& commitment = row.commitment;
  return (!filter.khom || *filter.khom == row.khom) &&
         (!filter.owner || *filter.owner == commitment.owner) &&
         (!filter.issue || *filter.issue == row.issue) &&
         (!filter.status || *filter.status == commitment.status) &&
         (!filter.missed || *filter.missed == commitment.missed) &&
         (!filter.overdue || *filter.overdue == row.overdue_on(filter.today)) &&
         in_scope(filter, row.khom);
}

}  // namespace

bool CommitmentRow::overdue_on(const domain::Date& today) const {
  using Status = domain::Commitment::Status;
  return (commitment.status == Status::made || commitment.status == Status::disputed) &&
         commitment.due < today;
}

Page find(const Snapshot& snapshot, const Filter& filter, const std::string& from,
          std::size_t limit) {
  const auto begin = filter.due_from
                         ? std::string(issues::kCommitments) + domain::to_text(*filter.due_from)
                         : std::string{};
  Page page;
  snapshot.of(issues::kName)
      .scan(issues::kCommitments, begin, [&](std::string_view key, std::string_view value) {
        const auto row = row::from_bytes<CommitmentRow>(value);
        if (filter.due_to && row.commitment.due > *filter.due_to) {
          return false;
        }
        if (!matches(filter, row)) {
          return true;
        }
        ++page.total;
        const auto place = key.substr(issues::kCommitments.size());
        if (place < from || !page.next.empty()) {
          return true;
        }
        if (page.rows.size() == limit) {
          page.next = place;
        } else {
          page.rows.push_back(row);
        }
        return true;
      });
  return page;
}

}  // namespace commitments
}  // namespace langnghe::projections
