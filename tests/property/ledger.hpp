#pragma once

#include <map>
#include <optional>
#include <vector>

#include <domain/decide.hpp>

#include "unit/domain/scene.hpp"

/// A ward in memory: events in the order they were recorded, and every stream's state as it grew.
namespace langnghe::domain::spec {

class Ledger {
 public:
  /// Loads what the command reads, asking again until it names nothing new, and decides on that
  /// alone: a decision that asks for more ends the process.
  [[nodiscard]] Decision decide(const Command& command, const Context& context) const;
  /// The reason that the act cannot be done, whatever its body says; names that no stream has are
  /// not loaded.
  [[nodiscard]] std::optional<Refusal> why_not_now(const Command& blank,
                                                   const Context& context) const;
  /// The streams the command read.
  [[nodiscard]] std::vector<StreamId> read_by(const Command& command, const Context& context) const;

  /// Decides and records what was decided.
  Decision act(const Command& command, const Context& context);
  void record(const Emitted& emitted, const Context& by);

  [[nodiscard]] const std::vector<RecordedEvent>& events() const { return events_; }
  /// The events of one stream in their order.
  [[nodiscard]] std::vector<RecordedEvent> events_of(const StreamId& stream) const;
  /// The states as they grew, event by event as each was recorded.
  [[nodiscard]] const std::map<StreamId, StreamState>& states() const { return states_; }
  /// The state folded afresh from the stream's events.
  [[nodiscard]] StreamState fold(const StreamId& stream) const;

  /// As it grew; empty while nothing was recorded.
  template <class State>
  [[nodiscard]] const State& state(const StreamId& stream) const {
    static const State kEmpty{};
    const auto found = states_.find(stream);
    return found == states_.end() ? kEmpty : std::get<State>(found->second);
  }
  [[nodiscard]] const IssueState& issue(const IssueId& id) const {
    return state<IssueState>(stream_of(id));
  }

 private:
  [[nodiscard]] World load(const Command& command, const Context& context,
                           std::vector<StreamId>& streams) const;

  std::vector<RecordedEvent> events_;
  std::map<StreamId, StreamState> states_;
};

}  // namespace langnghe::domain::spec
