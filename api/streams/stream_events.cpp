#include "streams/stream_events.hpp"

#include <codec/event_codec.hpp>
#include <ledger/record.hpp>

#include "problems/failures.hpp"

namespace langnghe::api {

std::expected<std::vector<domain::RecordedEvent>, Problem> events_of(
    eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
    const domain::StreamId& stream, std::uint64_t size) {
  constexpr std::uint64_t kPage = 1'000;
  std::vector<domain::RecordedEvent> events;
  eventstore::Version version = eventstore::kAbsent;
  for (;;) {
    const auto records = store.read_stream(ledger, {stream.value}, version, kPage);
    if (!records) {
      return fail(store_problem(records.error()));
    }
    for (const auto& record : *records) {
      if (record.position.value >= size) {
        return events;
      }
      const auto view = eventstore::parse(record.bytes);
      auto event = view ? codec::decode(*view) : std::unexpected(codec::CodecError{});
      if (!event) {
        return fail(ProblemCode::ledger_unreadable,
                    {{"position", std::to_string(record.position.value)}});
      }
      version = view->version;
      events.push_back(*std::move(event));
    }
    if (records->size() < kPage) {
      return events;
    }
  }
}

}  // namespace langnghe::api
