#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shapes/problem.hpp"

/// The answer of several acts that were sent at once.
namespace langnghe::api::shapes {

/// The answer of an act as JSON: one of those that single acts have.
struct ActedJson {
  std::string json;
};

/// One of `answer` and `problem` is there.
struct BatchedAct {
  std::string id;
  int status = 0;
  bool repeated = false;  ///< it was done before this batch came
  std::optional<ActedJson> answer;
  std::optional<ProblemDetails> problem;
};

struct Batch {
  std::string ledger;
  std::uint64_t ledger_size = 0;
  std::vector<BatchedAct> acts;
};

}  // namespace langnghe::api::shapes
