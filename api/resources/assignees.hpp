#pragma once

#include <expected>
#include <vector>

#include <domain/ward.hpp>
#include <projections/settings.hpp>
#include <projections/views.hpp>

#include "problems/problem.hpp"

/// To whom work can be given: accounts with the role `officer`, and the officials behind them.
namespace langnghe::api::resources {

struct Assignee {
  domain::UserId user;
  domain::UserRegistered registration;
  std::vector<domain::KhomId> khoms;           ///< where the role is limited to
  const domain::Official* official = nullptr;  ///< null: the account is nobody's in the ward's list
};

/// Enabled accounts that can accept an issue, by id. `ward` must outlive the answer.
[[nodiscard]] std::vector<Assignee> assignees(const projections::Snapshot& views,
                                              const domain::WardState& ward);

/// Replaces an official's id in `assignee` by the id of the official's account. A fault
/// says whether the official has none, or more than one.
[[nodiscard]] std::expected<void, Problem> name_assignee(const projections::Snapshot& views,
                                                         domain::UserId& assignee);

}  // namespace langnghe::api::resources
