#include "acting/account_problem.hpp"

#include "acting/sealing.hpp"

namespace langnghe::api {

Problem account_problem(const Call& call, AccountError error) {
  switch (error) {
    case AccountError::bad_credentials:
      return problem(ProblemCode::wrong_credentials);
    case AccountError::throttled: {
      const auto wait = static_cast<int>(call.services.limits.sign_in_window.count());
      return retry_later(
          problem(ProblemCode::sign_in_throttled, {{"seconds", std::to_string(wait)}}), wait);
    }
    case AccountError::unknown_user:
      return problem(ProblemCode::not_found);
    case AccountError::weak_secret:
      return body_fault("/password", "weak_secret");
    case AccountError::second_factor_asked:
      return problem(ProblemCode::second_factor_required);
    case AccountError::wrong_code:
      return problem(ProblemCode::wrong_second_factor);
    case AccountError::no_offer:
      return body_fault("/code", "no_offer");
    case AccountError::second_factor_is_on:
      return body_fault("/code", "second_factor_is_on");
    case AccountError::too_many_views:
      return body_fault("/name", "too_many_views");
    case AccountError::unavailable:
      break;
  }
  return retry_later(problem(ProblemCode::store_unavailable), 30);
}

}  // namespace langnghe::api
