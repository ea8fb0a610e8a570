#pragma once

#include <span>

#include "wire/read_body.hpp"

// An issue's acts by the chapters of its life, as the domain has them. Include in wire/*.cpp only.
namespace langnghe::api::wire {

using IssueAct = ActReader<domain::IssueId>;

[[nodiscard]] std::span<const IssueAct> intake_acts();
[[nodiscard]] std::span<const IssueAct> handling_acts();
[[nodiscard]] std::span<const IssueAct> elsewhere_acts();
[[nodiscard]] std::span<const IssueAct> answer_acts();
[[nodiscard]] std::span<const IssueAct> promise_acts();

// Bodies of acts that hold personal data, for the contract.
void describe_sealing_intake(Bodies& bodies);
void describe_sealing_answers(Bodies& bodies);

}  // namespace langnghe::api::wire
