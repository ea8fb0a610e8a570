#pragma once

#include <expected>
#include <memory>
#include <string_view>

#include <domain/ids.hpp>
#include <domain/period.hpp>
#include <projections/views.hpp>

#include "call/call.hpp"

/// Typed values of a path. What is not well-formed names nothing: 404.
namespace langnghe::api {

template <class Id>
[[nodiscard]] std::expected<Id, Problem> path_id(const Call& call) {
  const auto& text = call.param("id");
  if (!domain::is_well_formed_id(text)) {
    return fail(ProblemCode::not_found);
  }
  return Id{text};
}

[[nodiscard]] std::expected<int, Problem> path_year(const Call& call);
[[nodiscard]] std::expected<domain::PeriodFamily, Problem> path_family(const Call& call);
[[nodiscard]] std::expected<domain::Period, Problem> path_period(const Call& call);

/// The views after everything the ledger holds now, waiting for them a little.
[[nodiscard]] std::expected<std::shared_ptr<const projections::Snapshot>, Problem> views_at_head(
    const Call& call);

}  // namespace langnghe::api
