#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <domain/issue_state.hpp>
#include <ledger/types.hpp>
#include <projections/views.hpp>

/// The promises of all issues, with their owners and due days.
namespace langnghe::projections::commitments {

struct CommitmentRow {
  domain::IssueId issue;
  domain::KhomId khom;
  domain::Commitment commitment;
  domain::Date made_on{};
  eventstore::Position last;  ///< of the newest event about it

  [[nodiscard]] bool kept() const {
    return commitment.status == domain::Commitment::Status::verified;
  }
  /// Nothing was filed in time, or what was filed is disputed, and its day has passed.
  [[nodiscard]] bool overdue_on(const domain::Date& today) const;
};

struct Filter {
  std::optional<domain::KhomId> khom{};
  std::optional<domain::OfficialId> owner{};
  std::optional<domain::IssueId> issue{};
  std::optional<domain::Commitment::Status> status{};
  std::optional<bool> missed{};
  std::optional<bool> overdue{};           ///< as of `today`
  std::optional<domain::Date> due_from{};  ///< both ends included
  std::optional<domain::Date> due_to{};
  std::vector<domain::KhomId> scope{};  ///< only these khóm; empty = all
  domain::Date today{};
};

struct Page {
  std::vector<CommitmentRow> rows;
  std::string next;       ///< where the next page begins; empty = this was the last
  std::size_t total = 0;  ///< of all pages
};

/// By due day, issue and id. `from` is a page's `next`.
[[nodiscard]] Page find(const Snapshot& snapshot, const Filter& filter, const std::string& from,
                        std::size_t limit);

}  // namespace langnghe::projections::commitments
