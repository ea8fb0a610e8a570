#include "access/admission.hpp"

#include <eventstore/limits.hpp>

#include "access/credentials.hpp"

namespace langnghe::api {
namespace {

bool is_safe(Method method) {
  return method == Method::get || method == Method::head || method == Method::options;
}

bool is_ledger_id(std::string_view text) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return text.size() <= eventstore::kLedgerIdBytesMax && text.front() != '-' &&
         text.find_first_not_of(kAllowed) == std::string_view::npos;
}

std::optional<Problem> enter_ward(Call& call) {
  const auto& ward = call.param("ward");
  if (!is_ledger_id(ward)) {
    return problem(ProblemCode::unknown_ward, {{"ward", ward}});
  }
  call.ledger = ward;
  auto latest = call.services.views.latest(call.ledger_id());
  if (!latest) {
    return view_problem(latest.error());
  }
  call.latest = std::move(*latest);
  // Views may lag behind the ledger's first commit; only the ledger tells whether there is a ward.
  if (call.latest->size() == 0 && call.services.store.size(call.ledger_id()) == 0) {
    return problem(ProblemCode::unknown_ward, {{"ward", ward}});
  }
  return std::nullopt;
}

std::optional<Problem> recognise(Call& call) {
  call.identity = identify(call.services.accounts, call.request);
  if (!call.identity) {
    return problem(ProblemCode::sign_in_required);
  }
  if (call.identity->ledger != call.ledger) {
    return problem(ProblemCode::other_ward);
  }
  auto access = call.accesses.get(call.services.store, call.ledger_id(), call.identity->user);
  if (!access) {
    return access.error();
  }
  call.access = std::move(*access);
  if (auto barred = why_barred(*call.access)) {
    return barred;
  }
  if (!is_safe(call.request.method) && !is_not_forged(call.request, *call.identity)) {
    return problem(ProblemCode::csrf_token_missing);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Problem> admit(Call& call, Gate gate) {
  if (gate == Gate::service) {
    return std::nullopt;
  }
  if (auto unknown = enter_ward(call)) {
    return unknown;
  }
  return gate == Gate::member ? recognise(call) : std::nullopt;
}

}  // namespace langnghe::api
