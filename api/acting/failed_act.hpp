#pragma once

#include "acting/acting.hpp"
#include "acting/trace.hpp"

namespace langnghe::api {

/// Why an act did not go through, as a problem: a refusal with what is allowed instead, what
/// changed in the meantime, or a fault of the machine.
[[nodiscard]] Problem failed_act(const Call& call, const Intake& intake,
                                 const CommandHandler::FailureType& failure);

}  // namespace langnghe::api
