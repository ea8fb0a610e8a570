#pragma once

#include "issue/decision_input.hpp"

/// Private to domain/issue: the number a written notice takes, with its entry in the register.
namespace langnghe::domain::issue {

struct NumberedNotice {
  TakenNumber taken;
  SigningCapacity capacity{};
  Emitted entry;
};
/// Checks who signs in what capacity and takes the number; `wanted` absent: the next free one of
/// the year.
[[nodiscard]] std::expected<NumberedNotice, Refusal> numbered_notice(
    const DecisionInput& input, const OfficialId& signer, std::optional<SigningCapacity> capacity,
    std::optional<int> wanted);

}  // namespace langnghe::domain::issue
