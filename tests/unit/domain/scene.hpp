#pragma once

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/decide.hpp>

/// A ward in memory for tests: the domain run as the command handler runs it, without a store.
namespace langnghe::domain::spec {

/// `day("2021-03-12")`. A malformed day is a fault of the test and stops it.
inline Date day(std::string_view text) {
  return parse_date(text).value();
}

/// The middle of a local day: when the server's clock stands unless a test says otherwise.
inline Instant noon(const Date& date) {
  return end_of_day(date) - std::chrono::hours(12);
}

/// The context of an act: the user, the role and the day it happens; entered the same day.
inline Context context(Role role, std::string user, const Date& on) {
  return {Actor{{std::move(user)}, role, {}}, noon(on), Happened{on, std::nullopt}};
}

/// Events in the order they were recorded, and acts decided on them.
class Scene {
 public:
  void record(const Emitted& emitted, const Context& by) {
    events_.push_back({emitted.stream, emitted.event, by.actor.user, by.actor.role,
                       emitted.happened.value_or(by.happened), by.now});
  }

  /// Loads what the command reads, asking again until it names nothing new, and decides.
  [[nodiscard]] Decision decide(const Command& command, const Context& context) const {
    return domain::decide(load(command, context), command, context);
  }

  /// The streams a command reads.
  [[nodiscard]] World load(const Command& command, const Context& context) const {
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

  /// Decides and records what was decided.
  Decision act(const Command& command, const Context& context) {
    auto decision = decide(command, context);
    if (decision) {
      for (const auto& emitted : *decision) {
        record(emitted, context);
      }
    }
    return decision;
  }

  [[nodiscard]] StreamState fold(const StreamId& stream) const {
    StreamState state = initial_state(stream).value();
    for (const auto& event : events_) {
      if (event.stream == stream) {
        evolve(state, event);
      }
    }
    return state;
  }

  [[nodiscard]] IssueState issue(const IssueId& id) const {
    return std::get<IssueState>(fold(stream_of(id)));
  }

  [[nodiscard]] const std::vector<RecordedEvent>& events() const { return events_; }

 private:
  std::vector<RecordedEvent> events_;
};

}  // namespace langnghe::domain::spec
