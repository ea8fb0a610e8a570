#pragma once

#include <optional>
#include <string>

#include <projections/issues.hpp>

#include "call/call.hpp"

namespace langnghe::api {

/// The code of a case as its slip has it, for who hands slips and notices out; what was handed over
/// as a denunciation has none. None too while the vault cannot be read, which the log tells.
[[nodiscard]] std::optional<std::string> shown_case_code(const Call& call,
                                                         const projections::issues::IssueRow& row);

}  // namespace langnghe::api
