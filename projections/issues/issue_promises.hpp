#pragma once

#include <vector>

#include <projections/issues.hpp>
#include <projections/projection.hpp>

#include "running/row_cache.hpp"

namespace langnghe::projections::issues {

/// An issue's commitments before an event, so that their rows can be moved after it.
class Promises {
 public:
  explicit Promises(const IssueRow& before)
      : commitments_(before.state.commitments), khom_(before.state.recorded.khom) {}

  /// Keeps the rows of the commitments as the issue's state has them now.
  void move_to(const IssueRow& after, const Input& input, RowCache& cache) const;

 private:
  [[nodiscard]] const domain::Commitment* find(const domain::CommitmentId& id) const;

  std::vector<domain::Commitment> commitments_;
  domain::KhomId khom_;
};

}  // namespace langnghe::projections::issues
