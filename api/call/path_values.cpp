#include "call/path_values.hpp"

#include <charconv>
#include <chrono>

#include <codec/field_error.hpp>

#include "call/waiting.hpp"

namespace langnghe::api {

std::expected<int, Problem> path_year(const Call& call) {
  const auto& text = call.param("year");
  int year = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || year < codec::kYearMin ||
      year > codec::kYearMax) {
    return fail(ProblemCode::not_found);
  }
  return year;
}

std::expected<domain::PeriodFamily, Problem> path_family(const Call& call) {
  const auto family = domain::from_text<domain::PeriodFamily>(call.param("family"));
  if (!family) {
    return fail(ProblemCode::not_found);
  }
  return *family;
}

std::expected<domain::Period, Problem> path_period(const Call& call) {
  const auto family = path_family(call);
  if (!family) {
    return fail(family.error());
  }
  auto period = domain::find_period(*family, call.param("period"));
  if (!period) {
    return fail(ProblemCode::not_found);
  }
  return *period;
}

Views views_at_head(const Call& call, std::string_view act) {
  if (call.draft != nullptr && call.draft->events() > 0) {
    return fail(ProblemCode::act_comes_first, {{"act", std::string(act)}});
  }
  return views_before_draft(call);
}

Views views_before_draft(const Call& call) {
  const auto ledger = call.ledger_id();
  const auto size = call.draft == nullptr
                        ? call.services.store.size(ledger)
                        : eventstore::StoreResult<std::uint64_t>(call.draft->begun_at());
  if (!size) {
    return fail(store_problem(size.error()));
  }
  if (call.latest && call.latest->size() == *size) {
    return call.latest;
  }
  const auto waited = wait_for_views(call, *size);
  if (!waited) {
    return fail(waited.error());
  }
  const bool there = *waited;
  // Views that nobody follows, as in an import, are no reason to refuse: the same is made anew.
  auto snapshot =
      there ? call.services.views.latest(ledger) : call.services.views.as_of(ledger, *size);
  if (!snapshot) {
    return fail(view_problem(snapshot.error()));
  }
  return std::move(*snapshot);
}

}  // namespace langnghe::api
