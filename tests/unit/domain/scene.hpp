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
Date day(std::string_view text);

/// The middle of a local day: when the server's clock stands unless a test says otherwise.
Instant noon(const Date& date);

/// The context of an act: the user, the role and the day it happens; entered the same day.
Context context(Role role, std::string user, const Date& on);

/// Events in the order they were recorded, and acts decided on them.
class Scene {
 public:
  void record(const Emitted& emitted, const Context& by);

  /// Loads what the command reads, asking again until it names nothing new, and decides.
  [[nodiscard]] Decision decide(const Command& command, const Context& context) const;

  /// The streams a command reads.
  [[nodiscard]] World load(const Command& command, const Context& context) const;

  /// Decides and records what was decided.
  Decision act(const Command& command, const Context& context);

  [[nodiscard]] StreamState fold(const StreamId& stream) const;

  [[nodiscard]] IssueState issue(const IssueId& id) const;

  [[nodiscard]] const std::vector<RecordedEvent>& events() const { return events_; }

 private:
  std::vector<RecordedEvent> events_;
};

}  // namespace langnghe::domain::spec
