#pragma once

#include <string_view>

#include <api/language.hpp>

#include "problems/problem.hpp"
#include "shapes/problem.hpp"

namespace langnghe::api {

/// The request that went wrong: the path that was asked for, and its id.
struct Asked {
  std::string_view instance;
  std::string_view request_id;
};

/// A problem in the reader's words.
[[nodiscard]] shapes::ProblemDetails problem_answer(const Problem& problem, Language language,
                                                    const Asked& asked);

}  // namespace langnghe::api
