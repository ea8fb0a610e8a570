#pragma once

#include <domain/time.hpp>
#include <projections/issues.hpp>

#include "wire/issue_json.hpp"
#include "wire/json_out.hpp"

// Include in wire/*.cpp only.
namespace langnghe::api::wire {

/// The members of an issue that lists show: never personal data.
[[nodiscard]] Json issue_summary(const projections::issues::IssueRow& row,
                                 const domain::Date& today);

[[nodiscard]] Json commitment_json(const domain::Commitment& commitment);

/// A speaker as the reader is shown them; null where nobody is known.
[[nodiscard]] Json resident_json(const std::optional<ShownSpeaker>& speaker);

}  // namespace langnghe::api::wire
