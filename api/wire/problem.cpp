#include <tuple>

#include "wire/answer_text.hpp"
#include "wire/problem_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::api::wire {

template std::string text(const shapes::ProblemDetails&);

void describe_problem(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::ProblemDetails>::schema(answers);
}

}  // namespace langnghe::api::wire
