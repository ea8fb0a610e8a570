#pragma once

#include <map>
#include <optional>
#include <vector>

#include <domain/plan.hpp>
#include <domain/settings.hpp>
#include <domain/user.hpp>
#include <domain/ward.hpp>
#include <ledger/types.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

/// The ward itself, its calendars, policies, plans and accounts, as folded by the domain.
namespace langnghe::projections::settings {

[[nodiscard]] Projection definition();

template <class State>
struct Versioned {
  eventstore::Version version;  ///< of its stream
  State state;
};

[[nodiscard]] Versioned<domain::WardState> ward(const Snapshot& snapshot);
/// The day on which the ward began to keep this record; nothing while it is not established.
[[nodiscard]] std::optional<domain::Date> first_day(const Snapshot& snapshot);
[[nodiscard]] Versioned<domain::CalendarState> calendar(const Snapshot& snapshot);
[[nodiscard]] Versioned<domain::PolicyState> policy(const Snapshot& snapshot);
[[nodiscard]] std::optional<Versioned<domain::PlanState>> plan(const Snapshot& snapshot, int year);
/// The years a plan was drafted for, in order.
[[nodiscard]] std::vector<int> plan_years(const Snapshot& snapshot);
[[nodiscard]] std::optional<Versioned<domain::UserState>> user(const Snapshot& snapshot,
                                                               const domain::UserId& user);
[[nodiscard]] std::map<domain::UserId, Versioned<domain::UserState>> users(
    const Snapshot& snapshot);

}  // namespace langnghe::projections::settings
