#include "unit/domain/scene.hpp"

namespace langnghe::domain::spec {

void Scene::record(const Emitted& emitted, const Context& by) {
  events_.push_back({emitted.stream, emitted.event, by.actor.user, by.actor.role,
                     emitted.happened.value_or(by.happened), by.now});
}

Decision Scene::decide(const Command& command, const Context& context) const {
  return domain::decide(load(command, context), command, context);
}

World Scene::load(const Command& command, const Context& context) const {
  World world;
  std::set<StreamId> loaded;
  for (bool more = true; more;) {
    more = false;
    for (const auto& stream : streams_read(command, context, world)) {
      if (loaded.insert(stream).second) {
        more = true;
        world.put(stream, fold(stream));
      }
    }
  }
  return world;
}

Decision Scene::act(const Command& command, const Context& context) {
  auto decision = decide(command, context);
  if (decision) {
    for (const auto& emitted : *decision) {
      record(emitted, context);
    }
  }
  return decision;
}

StreamState Scene::fold(const StreamId& stream) const {
  StreamState state = initial_state(stream).value();
  for (const auto& event : events_) {
    if (event.stream == stream) {
      evolve(state, event);
    }
  }
  return state;
}

IssueState Scene::issue(const IssueId& id) const {
  return std::get<IssueState>(fold(stream_of(id)));
}

Date day(std::string_view text) {
  return parse_date(text).value();
}

Instant noon(const Date& date) {
  return end_of_day(date) - std::chrono::hours(12);
}

Context context(Role role, std::string user, const Date& on) {
  return {Actor{{std::move(user)}, role, {}}, noon(on), Happened{on, std::nullopt}};
}

}  // namespace langnghe::domain::spec
