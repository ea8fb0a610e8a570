#include "streams/stream_state.hpp"

#include <algorithm>
#include <limits>

#include <codec/event_codec.hpp>
#include <ledger/record.hpp>

#include "problems/failures.hpp"

namespace langnghe::api {
namespace {

constexpr std::uint64_t kPage = 1'000;

std::expected<eventstore::Version, Problem> fold(const eventstore::Record& record,
                                                 domain::StreamState& state) {
  const auto view = eventstore::parse(record.bytes);
  const auto event = view ? codec::decode(*view) : std::unexpected(codec::CodecError{});
  if (!event) {
    return fail(ProblemCode::ledger_unreadable,
                {{"position", std::to_string(record.position.value)}});
  }
  domain::evolve(state, *event);
  return view->version;
}

}  // namespace

std::expected<domain::StreamState, Problem> state_at(eventstore::LedgerReader& store,
                                                     const eventstore::LedgerId& ledger,
                                                     const domain::StreamId& stream,
                                                     eventstore::Version until) {
  auto state = domain::initial_state(stream);
  if (!state) {
    return fail(ProblemCode::not_found);
  }
  eventstore::Version version = eventstore::kAbsent;
  while (version < until) {
    const auto limit = std::min(kPage, until.value - version.value);
    const auto records = store.read_stream(ledger, {stream.value}, version, limit);
    if (!records) {
      return fail(store_problem(records.error()));
    }
    for (const auto& record : *records) {
      const auto folded = fold(record, *state);
      if (!folded) {
        return fail(folded.error());
      }
      version = *folded;
    }
    if (records->size() < limit) {
      break;
    }
  }
  return std::move(*state);
}

std::expected<domain::StreamState, Problem> state_at_end(eventstore::LedgerReader& store,
                                                         const eventstore::LedgerId& ledger,
                                                         const domain::StreamId& stream) {
  constexpr eventstore::Version kNoEnd{std::numeric_limits<std::uint64_t>::max()};
  return state_at(store, ledger, stream, kNoEnd);
}

std::expected<domain::StreamState, Problem> state_now(eventstore::LedgerReader& store,
                                                      const eventstore::LedgerId& ledger,
                                                      const domain::StreamId& stream) {
  const auto version = store.version_of(ledger, {stream.value});
  if (!version) {
    return fail(store_problem(version.error()));
  }
  return state_at(store, ledger, stream, *version);
}

}  // namespace langnghe::api
