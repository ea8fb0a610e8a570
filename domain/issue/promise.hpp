#pragma once

#include "issue/decision_input.hpp"

/// Private to domain/issue: what a new promise has to be, said by itself or with an instruction.
namespace langnghe::domain::issue {

[[nodiscard]] MaybeRefusal check_new_commitment(const DecisionInput& input,
                                                const CommitmentId& commitment,
                                                const OfficialId& owner, const Date& due);

}  // namespace langnghe::domain::issue
