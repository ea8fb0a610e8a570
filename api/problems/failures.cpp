#include "problems/failures.hpp"

#include <log/log.hpp>

namespace langnghe::api {
namespace {

constexpr int kRetrySeconds = 1;

// Contexts of errors hold no personal data (eventstore/error.hpp), so the operator may read them.
void tell(std::string_view what, std::string_view context) {
  log::error(std::string(what).append(": ").append(context));
}

}  // namespace

Problem view_problem(const projections::ViewError& error) {
  using Code = projections::ViewError::Code;
  switch (error.code) {
    case Code::unreadable:
      tell("unreadable record", error.what);
      return problem(ProblemCode::ledger_unreadable,
                     {{"position", std::to_string(error.position)}});
    case Code::beyond_ledger:
      return problem(ProblemCode::beyond_ledger,
                     {{"asked", std::to_string(error.position)}, {"ledger_size", "?"}});
    case Code::unknown_ledger:
      return problem(ProblemCode::unknown_ward);
    case Code::unavailable:
      break;
  }
  tell("views", error.what);
  return retry_later(problem(ProblemCode::views_unavailable), kRetrySeconds);
}

Problem unreadable_problem(const command::Unreadable& unreadable) {
  tell("unreadable record", std::to_string(unreadable.position.value) + ": " + unreadable.what);
  return problem(ProblemCode::ledger_unreadable,
                 {{"position", std::to_string(unreadable.position.value)}});
}

Problem store_problem(const eventstore::StoreError& error) {
  using enum eventstore::StoreErrorCode;
  switch (error.code) {
    case key_reused:
      return problem(ProblemCode::idempotency_key_reused);
    case invalid:
      tell("refused by the store", error.context);
      return problem(ProblemCode::record_too_large);
    case queue_full:
    case conflict:
      return retry_later(problem(ProblemCode::queue_full), kRetrySeconds);
    case unknown_ledger:
      return problem(ProblemCode::unknown_ward);
    case ledger_differs:
      tell("refused", error.context);
      return problem(ProblemCode::ledger_differs);
    case corrupt:
      tell("corrupt", error.context);
      return problem(ProblemCode::ledger_unreadable, {{"position", "?"}});
    case disk_full:
      tell("store", error.context);
      return retry_later(problem(ProblemCode::storage_full), 30);
    case unavailable:
    case in_use:
    case not_permitted:
      break;
  }
  tell("store", error.context);
  return retry_later(problem(ProblemCode::store_unavailable), 30);
}

}  // namespace langnghe::api
