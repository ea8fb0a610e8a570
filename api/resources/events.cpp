#include <algorithm>

#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/settings_json.hpp"

namespace langnghe::api::resources {
namespace {

constexpr std::uint64_t kPositionMax = (std::uint64_t{1} << 53) - 1;

// GET …/events?after=&limit=: the ledger itself, record by record, sealed parts as ciphertext.
Reply list_events(Call& call) {
  // The ledger is of the whole ward: who is limited to a khóm reads resources instead.
  if (!call.access->sees_all) {
    return fail(ProblemCode::reading_not_permitted);
  }
  const auto& limits = call.services.limits;
  Query query(call.target);
  const auto after = query.number("after", 0, kPositionMax);
  const auto limit = query.number("limit", 1, limits.page_size_max);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const auto from = after ? *after + 1 : 0;
  const auto size = reading->position();
  const auto left = from < size ? size - from : 0;
  const auto count = std::min<std::uint64_t>(left, limit.value_or(limits.page_size_default));
  std::vector<wire::PositionedRecord> records;
  if (count > 0) {
    auto read = call.services.store.read_ledger(call.ledger_id(), {from}, count);
    if (!read) {
      return fail(store_problem(read.error()));
    }
    std::size_t bytes = 0;
    for (auto& record : *read) {
      bytes += record.bytes.size();
      if (bytes > limits.page_bytes_max && !records.empty()) {
        break;  // the reader comes again for the rest
      }
      records.push_back({record.position.value, std::move(record.bytes)});
    }
  }
  const bool more = records.size() < left && !records.empty();
  return list_answer(call, *reading, wire::events(call, *reading, records, more));
}

}  // namespace

void add_event_routes(std::vector<Route>& routes) {
  add_read(routes, "events", &list_events);
}

}  // namespace langnghe::api::resources
