#pragma once

#include <string_view>

#include <api/language.hpp>

#include "problems/problem.hpp"
#include "shapes/problem.hpp"

namespace langnghe::api {

/// A problem in the reader's words. `instance` is the path that was asked for.
[[nodiscard]] shapes::ProblemDetails problem_answer(const Problem& problem, Language language,
                                                    std::string_view instance);

}  // namespace langnghe::api
