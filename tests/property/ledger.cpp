#include "property/ledger.hpp"

#include <algorithm>
#include <iterator>

namespace langnghe::domain::spec {

World Ledger::load(const Command& command, const Context& context,
                   std::vector<StreamId>& streams) const {
  World world;
  for (bool more = true; more;) {
    more = false;
    for (const auto& stream : streams_read(command, context, world)) {
      const auto nothing = initial_state(stream);
      if (world.has(stream) || !nothing) {
        continue;
      }
      more = true;
      const auto known = states_.find(stream);
      world.put(stream, known == states_.end() ? *nothing : known->second);
      streams.push_back(stream);
    }
  }
  return world;
}

Decision Ledger::decide(const Command& command, const Context& context) const {
  std::vector<StreamId> streams;
  return domain::decide(load(command, context, streams), command, context);
}

std::optional<Refusal> Ledger::why_not_now(const Command& blank, const Context& context) const {
  std::vector<StreamId> streams;
  return domain::why_not_now(load(blank, context, streams), blank, context);
}

std::vector<StreamId> Ledger::read_by(const Command& command, const Context& context) const {
  std::vector<StreamId> streams;
  static_cast<void>(load(command, context, streams));
  return streams;
}

Decision Ledger::act(const Command& command, const Context& context) {
  auto decision = decide(command, context);
  if (decision) {
    for (const auto& emitted : *decision) {
      record(emitted, context);
    }
  }
  return decision;
}

void Ledger::record(const Emitted& emitted, const Context& by) {
  events_.push_back({emitted.stream, emitted.event, by.actor.user, by.actor.role,
                     emitted.happened.value_or(by.happened), by.now});
  const auto [state, added] =
      states_.try_emplace(emitted.stream, initial_state(emitted.stream).value());
  evolve(state->second, events_.back());
}

std::vector<RecordedEvent> Ledger::events_of(const StreamId& stream) const {
  std::vector<RecordedEvent> events;
  std::ranges::copy_if(events_, std::back_inserter(events),
                       [&](const auto& event) { return event.stream == stream; });
  return events;
}

StreamState Ledger::fold(const StreamId& stream) const {
  StreamState state = initial_state(stream).value();
  for (const auto& event : events_) {
    if (event.stream == stream) {
      evolve(state, event);
    }
  }
  return state;
}

}  // namespace langnghe::domain::spec
