#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "access/credentials.hpp"
#include "live/live_source.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "routing/query_lists.hpp"

namespace langnghe::api::resources {
namespace {

constexpr std::uint64_t kPositionMax = (std::uint64_t{1} << 53) - 1;
constexpr std::string_view kLastSeen = "Last-Event-ID";
constexpr int kRetryPlaceSeconds = 5;

/// The header goes before the parameter: a browser that comes again sends the address it began
/// with, and the header of what it saw last.
std::optional<std::uint64_t> last_seen(const Call& call, Query& query) {
  const auto after = query.number("after", 0, kPositionMax);
  const auto text = call.request.header("last-event-id");
  if (text.empty()) {
    return after;
  }
  std::uint64_t position = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, position);
  if (read.ec != std::errc{} || read.ptr != end || position > kPositionMax) {
    query.add(kLastSeen, "not_a_number", "0.." + std::to_string(kPositionMax));
    return std::nullopt;
  }
  return position;
}

/// The first position of the stream: after what was seen last, or the ledger's end. Views that are
/// being built anew are behind it, and nothing is told again because of them.
std::expected<std::uint64_t, Problem> first_of(const Call& call,
                                               const std::optional<std::uint64_t>& seen) {
  const auto size = call.services.store.size(call.ledger_id());
  if (!size) {
    return fail(store_problem(size.error()));
  }
  if (!seen) {
    return *size;
  }
  if (*seen >= *size) {
    return fail(ProblemCode::beyond_ledger,
                {{"asked", std::to_string(*seen)}, {"ledger_size", std::to_string(*size)}});
  }
  return *seen + 1;
}

// GET …/live?after=&kind=&stream=&type=
Reply follow_ledger(Call& call) {
  Query query(call.target);
  const auto seen = last_seen(call, query);
  LiveFilter filter{listed_choices<domain::Subject>(query, "kind"), listed_streams(query, "stream"),
                    listed_types(query, "type")};
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  const auto first = first_of(call, seen);
  if (!first) {
    return fail(first.error());
  }
  const auto most = call.services.limits.event_streams_per_user_max;
  auto place = call.live.enter(call.ledger_id(), call.access->user, most);
  if (!place) {
    return fail(
        retry_later(problem(ProblemCode::too_many_streams, {{"most", std::to_string(most)}}),
                    kRetryPlaceSeconds));
  }
  LiveReader reader{call.ledger_id(), call.access,
                    still_signed_in(call.services.accounts, call.request)};
  Response response;
  response.events =
      std::make_shared<LiveSource>(call.services, call.live, call.accesses, std::move(place),
                                   std::move(reader), std::move(filter), *first);
  response.set("Content-Type", "text/event-stream");
  response.set("Cache-Control", "no-store");
  response.set("X-Accel-Buffering", "no");  // a proxy that gathers an answer would hold it back
  return response;
}

}  // namespace

void add_live_routes(std::vector<Route>& routes) {
  add_read(routes, "live", &follow_ledger);
}

}  // namespace langnghe::api::resources
