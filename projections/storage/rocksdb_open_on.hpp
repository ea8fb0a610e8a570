#pragma once

#include <expected>
#include <memory>

#include <rocksdb/env.h>

#include <projections/views.hpp>

namespace langnghe::projections {

/// As `Views::open`, on other files than the system's: tests put faulty ones here. `env` must
/// outlive the views.
[[nodiscard]] std::expected<std::unique_ptr<Views>, ViewError> open_views_on(
    rocksdb::Env& env, eventstore::LedgerReader& store, const ViewsOptions& options);

}  // namespace langnghe::projections
