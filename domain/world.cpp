#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

#include <domain/stream_kind.hpp>
#include <domain/world.hpp>

#include "course/note.hpp"

namespace langnghe::domain {
namespace {

struct StreamName {
  std::string_view text;
  bool is_prefix = false;  ///< of the streams that are named by an identifier behind it
};

/// In the order of StreamState: the ward has one of those that are no prefix.
constexpr std::array<StreamName, std::variant_size_v<StreamState>> kNames{{{"ward"},
                                                                           {"calendar"},
                                                                           {"policy"},
                                                                           {"plan-", true},
                                                                           {"dialogue-", true},
                                                                           {"issue-", true},
                                                                           {"report-", true},
                                                                           {"register-", true},
                                                                           {"resident-", true},
                                                                           {"user-", true},
                                                                           {"supervision"}}};

template <std::size_t... Kind>
StreamState empty_state(std::size_t kind, std::index_sequence<Kind...>) {
  StreamState state;
  ((kind == Kind ? static_cast<void>(state.emplace<Kind>()) : void()), ...);
  return state;
}

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

std::optional<std::size_t> stream_kind(std::string_view stream) {
  for (std::size_t kind = 0; kind < kNames.size(); ++kind) {
    const auto& [text, is_prefix] = kNames[kind];
    if (stream.starts_with(text) && is_prefix == (stream.size() > text.size())) {
      return kind;
    }
  }
  return std::nullopt;
}

std::optional<StreamState> initial_state(const StreamId& stream) {
  const auto kind = stream_kind(stream.value);
  if (!kind) {
    return std::nullopt;
  }
  return empty_state(*kind, std::make_index_sequence<std::variant_size_v<StreamState>>{});
}

void evolve(StreamState& state, const RecordedEvent& event) {
  std::visit(
      [&]<class State, class StreamEvent>(State& of_stream, const StreamEvent& what) {
        if constexpr (Foldable<State, StreamEvent>) {
          fold(of_stream, what, event);
          course::note(of_stream.act_course, event);
        }
      },
      state, event.event);
}

void World::put(StreamId stream, StreamState state) {
  auto own = std::make_shared<StreamState>(std::move(state));
  auto* const changeable = own.get();
  streams_.insert_or_assign(std::move(stream), Held{std::move(own), changeable});
}

void World::put(StreamId stream, std::shared_ptr<const StreamState> state) {
  streams_.insert_or_assign(std::move(stream), Held{std::move(state), nullptr});
}

bool World::has(const StreamId& stream) const {
  return streams_.contains(stream);
}

World::Held& World::held(const StreamId& stream) {
  const auto found = streams_.find(stream);
  if (found == streams_.end()) {
    std::abort();
  }
  return found->second;
}

void World::apply(const RecordedEvent& event) {
  Held& stream = held(event.stream);
  if (stream.own == nullptr) {
    put(event.stream, StreamState(*stream.state));
  }
  evolve(*stream.own, event);
}

std::shared_ptr<const StreamState> World::share(const StreamId& stream) {
  Held& shared = held(stream);
  shared.own = nullptr;
  return shared.state;
}

// A decision that asks for what `streams_read` did not name would be decided on nothing, so it ends
// the process, in release too. The domain has no log to write to; the core names the line.
template <class State>
const State& World::get(const StreamId& stream) const {
  const auto found = streams_.find(stream);
  const auto* state =
      found == streams_.end() ? nullptr : std::get_if<State>(found->second.state.get());
  if (state == nullptr) {
    std::abort();
  }
  return *state;
}

const Course& World::course(const StreamId& stream) const {
  const auto found = streams_.find(stream);
  if (found == streams_.end()) {
    std::abort();
  }
  return std::visit([](const auto& state) -> const Course& { return state.act_course; },
                    *found->second.state);
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
const IssueState& World::issue_in(const StreamId& stream) const {
  return get<IssueState>(stream);
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
