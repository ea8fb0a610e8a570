#pragma once

#include <map>
#include <memory>
#include <optional>
#include <variant>

#include <domain/event.hpp>
#include <domain/issue_state.hpp>

namespace langnghe::domain {

using StreamState =
    std::variant<WardState, CalendarState, PolicyState, PlanState, DialogueState, IssueState,
                 ReportState, RegisterState, ResidentState, UserState, SupervisionState>;

/// The empty state of a stream, told by its name. Nothing for a name no stream has.
[[nodiscard]] std::optional<StreamState> initial_state(const StreamId& stream);

/// Folds one event into the state of its stream. An event of another kind of stream is a bug of the
/// caller and is ignored only in the sense that the state stays as it is; codec refuses to read
/// one.
void evolve(StreamState& state, const RecordedEvent& event);

/// The streams one decision reads, folded. Only streams that were loaded may be asked for.
class World {
 public:
  World() = default;
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  World(World&&) = default;
  World& operator=(World&&) = default;
  ~World() = default;

  void put(StreamId stream, StreamState state);
  /// A state that others have too; it is copied before an event changes it.
  void put(StreamId stream, std::shared_ptr<const StreamState> state);
  [[nodiscard]] bool has(const StreamId& stream) const;
  /// Folds an event into a stream that was put before.
  void apply(const RecordedEvent& event);
  /// A stream's state as it is now, for others to keep.
  [[nodiscard]] std::shared_ptr<const StreamState> share(const StreamId& stream);

  /// In what order the acts of a stream happened, whatever kind of stream it is.
  [[nodiscard]] const Course& course(const StreamId& stream) const;
  [[nodiscard]] const WardState& ward() const;
  [[nodiscard]] const CalendarState& calendar() const;
  [[nodiscard]] const PolicyState& policy() const;
  [[nodiscard]] const PlanState& plan(int year) const;
  [[nodiscard]] const DialogueState& dialogue(const DialogueId& id) const;
  [[nodiscard]] const IssueState& issue(const IssueId& id) const;
  [[nodiscard]] const IssueState& issue_in(const StreamId& stream) const;
  [[nodiscard]] const ReportState& report(const ReportKey& key) const;
  [[nodiscard]] const RegisterState& document_register(int year) const;
  [[nodiscard]] const ResidentState& resident(const ResidentId& id) const;
  [[nodiscard]] const SupervisionState& supervision() const;
  [[nodiscard]] const UserState& user(const UserId& id) const;

 private:
  struct Held {
    std::shared_ptr<const StreamState> state;
    StreamState* own = nullptr;  ///< the same, while nobody else has it
  };

  template <class State>
  const State& get(const StreamId& stream) const;
  Held& held(const StreamId& stream);
  std::map<StreamId, Held> streams_;
};

}  // namespace langnghe::domain
