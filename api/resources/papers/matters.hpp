#pragma once

#include <expected>
#include <string>
#include <vector>

#include <papers/documents.hpp>

#include <projections/issues.hpp>

#include "resources/papers/ward_facts.hpp"
#include "sealed/sealed_reading.hpp"

namespace langnghe::api::resources {

/// The matter as papers name it, with its person as far as this reader may open them.
[[nodiscard]] std::expected<papers::Matter, Problem> matter_of(
    const Call& call, const Reading& reading, const WardFacts& facts,
    const projections::issues::IssueRow& row, SealedReading& sealed);

/// Those of a dialogue's issues that were neither answered on the spot nor noted there.
[[nodiscard]] std::vector<papers::TakenAway> taken_away_of(
    const std::vector<projections::issues::IssueRow>& rows);

}  // namespace langnghe::api::resources
