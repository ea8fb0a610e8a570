#include "admission/admission.hpp"

#include <ledger/limits.hpp>

#include "access/credentials.hpp"
#include "access/reading_rules.hpp"
#include "admission/told_first.hpp"
#include "call/waiting.hpp"

namespace langnghe::api {
namespace {

bool is_safe(Method method) {
  return method == Method::get || method == Method::head || method == Method::options;
}

/// Reads wait for views that are so close behind the ledger: a few milliseconds.
constexpr std::uint64_t kCloseBehind = 10'000;

/// A reader sees all that was acknowledged before they asked, whoever did it. Views that are far
/// behind are being built anew and are not waited for: the answer's position says where they are.
std::optional<Problem> read_own_writes(Call& call) {
  const auto ledger = call.ledger_id();
  auto& must_show = call.waited.must_show;
  if (!must_show) {
    const auto size = call.services.store.size(ledger);
    if (!size) {
      return store_problem(size.error());
    }
    must_show = *size;
  }
  const auto position = call.latest->size();
  if (position >= *must_show || *must_show - position > kCloseBehind) {
    return std::nullopt;
  }
  const auto there = wait_for_views(call, *must_show);
  if (!there) {
    return there.error();
  }
  if (auto latest = call.services.views.latest(ledger); *there && latest) {
    call.latest = std::move(*latest);
  }
  return std::nullopt;
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
    call.pages.clear();
  }
  // Acts go by the ledger alone: only who reads needs views.
  if (!latest && is_safe(call.request.method)) {
    return view_problem(latest.error());
  }
  call.latest = latest ? std::move(*latest) : nullptr;
  // Views may lag behind the ledger's first commit; only the ledger tells whether there is a ward.
  if (call.latest && call.latest->size() > 0) {
    return std::nullopt;
  }
  const auto size = call.services.store.size(call.ledger_id());
  if (!size) {
    return store_problem(size.error());
  }
  return *size == 0 ? std::optional(problem(ProblemCode::unknown_ward, {{"ward", ward}}))
                    : std::nullopt;
}

std::optional<Problem> recognise(Call& call) {
  call.identity = identify(call.services.accounts, call.request);
  if (!call.identity) {
    // Nobody is a stranger because the file of accounts is broken.
    return call.services.accounts.fault(false).empty()
               ? problem(ProblemCode::sign_in_required)
               : retry_later(problem(ProblemCode::accounts_unavailable), 30);
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
  if (auto untold = untold_of(call, call.identity->user)) {
    return untold;
  }
  if (!is_safe(call.request.method) && !is_not_forged(call.request, *call.identity)) {
    return problem(ProblemCode::csrf_token_missing);
  }
  return std::nullopt;
}

/// The user that the path names, in case it is an account.
std::string_view named_user(const Call& call) {
  const auto id = call.params.find("id");
  return id == call.params.end() ? std::string_view() : std::string_view(id->second);
}

/// A read that the table does not know is for nobody.
bool may_come_to(const Route& route, const Call& call) {
  if (route.readers == nullptr) {
    return route.method != Method::get;
  }
  return may_read(*route.readers, *call.access, named_user(call));
}

}  // namespace

std::optional<Problem> admit(Call& call, const Route& route) {
  const auto gate = route.gate;
  if (gate == Gate::service) {
    return std::nullopt;
  }
  if (auto unknown = enter_ward(call)) {
    return unknown;
  }
  if (gate != Gate::member) {
    return is_safe(call.request.method) ? read_own_writes(call) : std::nullopt;
  }
  if (auto barred = recognise(call)) {
    return barred;
  }
  if (!may_come_to(route, call)) {
    return problem(ProblemCode::reading_not_permitted);
  }
  return is_safe(call.request.method) ? read_own_writes(call) : std::nullopt;
}

}  // namespace langnghe::api
