#include "shapes/events.hpp"

#include <algorithm>

#include <ledger/record.hpp>
#include <transparency/merkle.hpp>

#include "access/reading_rules.hpp"
#include "bytes/digest.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

constexpr std::uint64_t kPositionMax = (std::uint64_t{1} << 53) - 1;

/// The record itself, or its hash for who may not read it: the chain stays checkable.
std::expected<shapes::PositionedRecord, Problem> shown_to(const Access& access,
                                                          eventstore::Record& record) {
  const auto view = eventstore::parse(record.bytes);
  if (!view) {
    return fail(ProblemCode::ledger_unreadable,
                {{"position", std::to_string(record.position.value)}});
  }
  const auto position = record.position.value;
  if (may_read_record(access, view->type)) {
    return shapes::PositionedRecord{position, shapes::RecordBytes{std::move(record.bytes)},
                                    std::nullopt};
  }
  const auto leaf = eventstore::leaf_hash(record.bytes);
  return shapes::PositionedRecord{
      position, std::nullopt,
      shapes::Base64Hash{to_base64({reinterpret_cast<const char*>(leaf.data()), leaf.size()})}};
}

// GET …/events?after=&limit=: the ledger itself, record by record, sealed parts as ciphertext.
Reply list_events(Call& call) {
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
  shapes::EventList answer{.ledger = call.ledger, .position = size, .items = {}, .next = {}};
  auto& records = answer.items;
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
      auto shown = shown_to(*call.access, record);
      if (!shown) {
        return fail(std::move(shown.error()));
      }
      records.push_back(std::move(*shown));
    }
  }
  if (records.size() < left && !records.empty()) {
    answer.next = records.back().position;
  }
  return list_answer(call, *reading, wire::text(answer));
}

}  // namespace

void add_event_routes(std::vector<Route>& routes) {
  add_read(routes, "events", &list_events);
}

}  // namespace langnghe::api::resources
