#include "acting/trace.hpp"

#include <ledger/record.hpp>

#include "access/reading_rules.hpp"
#include "bytes/local_text.hpp"
#include "streams/stream_state.hpp"

namespace langnghe::api {
namespace {

std::unexpected<Problem> unreadable(eventstore::Position position) {
  return fail(ProblemCode::ledger_unreadable, {{"position", std::to_string(position.value)}});
}

}  // namespace

std::expected<Trace, Problem> trace(const Call& call, const CommandHandler::AcceptedType& done) {
  Trace traced;
  if (done.state) {
    traced.state = *done.state;
    for (const auto& event : done.written) {
      traced.events.push_back(
          {done.first.value + traced.events.size(), event.type, event.stream.value});
    }
    return traced;
  }
  if (done.events > 0) {
    const auto records = call.services.store.read_ledger(call.ledger_id(), done.first, done.events);
    if (!records) {
      return fail(store_problem(records.error()));
    }
    for (const auto& record : *records) {
      const auto view = eventstore::parse(record.bytes);
      if (!view) {
        return unreadable(record.position);
      }
      traced.events.push_back(
          {record.position.value, std::string(view->type), std::string(view->stream)});
    }
  }
  auto state = state_at(call.services.store, call.ledger_id(), domain::StreamId{done.subject.value},
                        done.version);
  if (!state) {
    return fail(std::move(state.error()));
  }
  traced.state = std::make_shared<const domain::StreamState>(*std::move(state));
  return traced;
}

std::expected<std::vector<Change>, Problem> changes_since(const Call& call,
                                                          const eventstore::StreamName& stream,
                                                          eventstore::Version seen) {
  constexpr std::size_t kChangesMax = 100;
  const auto records = call.services.store.read_stream(call.ledger_id(), stream, seen, kChangesMax);
  if (!records) {
    return fail(store_problem(records.error()));
  }
  std::vector<Change> changes;
  for (const auto& record : *records) {
    const auto view = eventstore::parse(record.bytes);
    if (!view) {
      return unreadable(record.position);
    }
    if (!may_read_record(*call.access, view->type)) {
      continue;
    }
    changes.push_back({record.position.value, std::string(view->type), std::string(view->user),
                       std::string(view->role), std::string(view->happened),
                       local_text(view->recorded)});
  }
  return changes;
}

}  // namespace langnghe::api
