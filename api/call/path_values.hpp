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

using Views = std::expected<std::shared_ptr<const projections::Snapshot>, Problem>;

/// The views after everything the ledger holds now, waiting for them a little. What a draft holds
/// is in no view: an act that has to know of it stands first in its batch, or gets a problem.
[[nodiscard]] Views views_at_head(const Call& call, std::string_view act);
/// The same for an act to which nothing in a draft matters.
[[nodiscard]] Views views_before_draft(const Call& call);

}  // namespace langnghe::api
