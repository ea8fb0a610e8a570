#include <cstdlib>
#include <string_view>
#include <utility>

#include <domain/world.hpp>

namespace langnghe::domain {
namespace {

template <class State>
StreamState empty_state() {
  return State{};
}

struct StreamKind {
  std::string_view prefix;
  StreamState (*make)();
};

// Streams of which a ward has one, and those named by a prefix and an identifier.
constexpr StreamKind kSingle[] = {{"ward", empty_state<WardState>},
                                  {"calendar", empty_state<CalendarState>},
                                  {"policy", empty_state<PolicyState>},
                                  {"supervision", empty_state<SupervisionState>}};
constexpr StreamKind kMany[] = {
    {"plan-", empty_state<PlanState>},         {"dialogue-", empty_state<DialogueState>},
    {"issue-", empty_state<IssueState>},       {"report-", empty_state<ReportState>},
    {"register-", empty_state<RegisterState>}, {"resident-", empty_state<ResidentState>},
    {"user-", empty_state<UserState>}};

void fold(IssueState& state, const IssueEvent& event, const RecordedEvent& recorded) {
  evolve(state, event, recorded.by, recorded.happened.date);
}

template <class State, class StreamEvent>
  requires requires(State& state, const StreamEvent& event) { evolve(state, event); }
void fold(State& state, const StreamEvent& event, const RecordedEvent&) {
  evolve(state, event);
}

template <class State, class StreamEvent>
concept Foldable = requires(State& state, const StreamEvent& event, const RecordedEvent& recorded) {
  fold(state, event, recorded);
};

}  // namespace

std::optional<StreamState> initial_state(const StreamId& stream) {
  for (const auto& kind : kSingle) {
    if (stream.value == kind.prefix) {
      return kind.make();
    }
  }
  for (const auto& kind : kMany) {
    if (stream.value.starts_with(kind.prefix) && stream.value.size() > kind.prefix.size()) {
      return kind.make();
    }
  }
  return std::nullopt;
}

void evolve(StreamState& state, const RecordedEvent& event) {
  std::visit(
      [&]<class State, class StreamEvent>(State& of_stream, const StreamEvent& what) {
        if constexpr (Foldable<State, StreamEvent>) {
          fold(of_stream, what, event);
        }
      },
      state, event.event);
}

void World::put(StreamId stream, StreamState state) {
  streams_.insert_or_assign(std::move(stream), std::move(state));
}

bool World::has(const StreamId& stream) const {
  return streams_.contains(stream);
}

void World::apply(const RecordedEvent& event) {
  const auto found = streams_.find(event.stream);
  if (found == streams_.end()) {
    std::abort();
  }
  evolve(found->second, event);
}

// A decision that asks for what `streams_read` did not name would be decided on nothing, so it ends
// the process, in release too. The domain has no log to write to; the core names the line.
template <class State>
const State& World::get(const StreamId& stream) const {
  const auto found = streams_.find(stream);
  const auto* state = found == streams_.end() ? nullptr : std::get_if<State>(&found->second);
  if (state == nullptr) {
    std::abort();
  }
  return *state;
}

const WardState& World::ward() const {
  return get<WardState>(ward_stream());
}
const CalendarState& World::calendar() const {
  return get<CalendarState>(calendar_stream());
}
const PolicyState& World::policy() const {
  return get<PolicyState>(policy_stream());
}
const PlanState& World::plan(int year) const {
  return get<PlanState>(plan_stream(year));
}
const DialogueState& World::dialogue(const DialogueId& id) const {
  return get<DialogueState>(stream_of(id));
}
const IssueState& World::issue(const IssueId& id) const {
  return get<IssueState>(stream_of(id));
}
const ReportState& World::report(const ReportKey& key) const {
  return get<ReportState>(report_stream(to_text(key.family), key.period));
}
const RegisterState& World::document_register(int year) const {
  return get<RegisterState>(register_stream(year));
}
const ResidentState& World::resident(const ResidentId& id) const {
  return get<ResidentState>(stream_of(id));
}
const SupervisionState& World::supervision() const {
  return get<SupervisionState>(supervision_stream());
}
const UserState& World::user(const UserId& id) const {
  return get<UserState>(stream_of(id));
}

}  // namespace langnghe::domain
