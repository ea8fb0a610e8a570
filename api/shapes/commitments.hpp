#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/ids.hpp>
#include <domain/issue_state.hpp>
#include <domain/time.hpp>

#include "shapes/head.hpp"

/// A promise: its content, who made it, and its day.
namespace langnghe::api::shapes {

struct Commitment {
  domain::CommitmentId id;
  std::string what;
  domain::OfficialId owner;
  domain::Date first_due{};
  domain::Date due{};
  int revisions = 0;
  domain::Commitment::Status status{};
  bool missed = false;
};

/// A commitment outside of its issue.
struct CommitmentRow {
  Commitment commitment;
  domain::IssueId issue;
  domain::KhomId khom;
  domain::Date made_on{};
  bool overdue = false;
};

struct CommitmentList {
  Head head;
  domain::Date today{};
  std::uint64_t total = 0;  ///< of all pages
  std::vector<CommitmentRow> items;
  std::optional<std::string> next;  ///< the cursor of the next page
};

}  // namespace langnghe::api::shapes
