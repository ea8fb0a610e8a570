#pragma once

#include <command/order.hpp>
#include <ledger/error.hpp>
#include <projections/views.hpp>

#include "problems/problem.hpp"

namespace langnghe::api {

/// Views that cannot be had, as a problem.
[[nodiscard]] Problem view_problem(const projections::ViewError& error);
/// A store that cannot be read or written, as a problem.
[[nodiscard]] Problem store_problem(const eventstore::StoreError& error);
/// A record that cannot be read back, as a problem.
[[nodiscard]] Problem unreadable_problem(const command::Unreadable& unreadable);

}  // namespace langnghe::api
