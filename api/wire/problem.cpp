#include <tuple>

#include "wire/answers.hpp"
#include "wire/problem_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::api::wire {

std::string text(const shapes::ProblemDetails& shape) {
  return codec::to_json_text(codec::to_json(shape));
}

void describe_problem(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::ProblemDetails>::schema(answers);
}

}  // namespace langnghe::api::wire
