#pragma once

#include "acting/acting.hpp"
#include "acting/trace.hpp"

namespace langnghe::api {

/// The problem that answers an act that did not go through: a refusal with what is allowed instead,
/// what changed in the meantime, or a fault of the machine.
[[nodiscard]] Problem failed_act(const Call& call, const Intake& intake,
                                 const CommandHandler::FailureType& failure);

}  // namespace langnghe::api
