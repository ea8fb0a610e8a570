#include "reading/found_issues.hpp"

#include <utility>

#include "call/waiting.hpp"

namespace langnghe::api {
namespace {

constexpr int kRetrySeconds = 1;

Problem not_ready() {
  return retry_later(problem(ProblemCode::search_not_ready), kRetrySeconds);
}

/// Of the index, once it holds the reading's records.
template <class Found, class Ask>
std::expected<Found, Problem> ask_index(const Call& call, const Reading& reading, Ask ask) {
  auto* const search = call.services.search;
  if (search == nullptr) {
    return fail(not_ready());
  }
  const auto reached = wait_for_search(call, *search, reading.position());
  if (!reached) {
    return fail(reached.error());
  }
  if (!*reached) {
    return fail(not_ready());
  }
  auto found = ask(*search);
  if (!found) {
    return fail(not_ready());
  }
  return *std::move(found);
}

}  // namespace

std::expected<std::vector<domain::IssueId>, Problem> issues_with(const Call& call,
                                                                 const Reading& reading,
                                                                 const search::WordQuery& words) {
  return ask_index<std::vector<domain::IssueId>>(call, reading, [&](search::IssueSearch& search) {
    return search.find(call.ledger_id(), reading.position(), words);
  });
}

std::expected<std::vector<search::Likeness>, Problem> issues_like(
    const Call& call, const Reading& reading, const search::LikenessAsked& asked) {
  return ask_index<std::vector<search::Likeness>>(call, reading, [&](search::IssueSearch& search) {
    return search.like(call.ledger_id(), reading.position(), asked);
  });
}

}  // namespace langnghe::api
