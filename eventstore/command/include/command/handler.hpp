#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <command/lanes.hpp>
#include <command/loader.hpp>
#include <command/order.hpp>
#include <ledger/record.hpp>
#include <ledger/store.hpp>

/// The one way to change anything: load the streams a command reads, fold them, decide, append
/// with the expected version of every stream read, and decide again when somebody was faster.
namespace langnghe::command {

/// Runs on any thread; blocks on the store. One per store and model: its lanes are what makes
/// commands that fight over a stream come through.
template <Model M>
class Handler {
 public:
  using OrderType = Order<typename M::Command, typename M::Context>;
  using AcceptedType = Accepted<typename M::State>;
  using FailureType = Failure<typename M::Refusal>;
  using Result = std::expected<AcceptedType, FailureType>;
  using FirstAnswer = eventstore::StoreResult<std::optional<eventstore::Committed>>;

  /// `store` must outlive the handler.
  Handler(eventstore::EventStore& store, M model) : store_(store), model_(std::move(model)) {}
  Handler(const Handler&) = delete;
  Handler& operator=(const Handler&) = delete;

  /// Acts once, however often the order is sent. A refusal was decided on streams that stood
  /// together at one moment; a repeat is answered before If-Match and the rules are asked.
  [[nodiscard]] Result handle(const OrderType& order) const {
    const auto known = first_answer(order.ledger, order.idempotency_key, order.request_hash);
    return known ? handle(order, *known) : failed(known.error());
  }

  /// The result that the key of an order was first answered with, if it was ever used.
  [[nodiscard]] FirstAnswer first_answer(const eventstore::LedgerId& ledger, std::string_view key,
                                         std::string_view request_hash) const {
    return store_.find(ledger, key, request_hash);
  }

  /// The same for whoever has looked the key up already.
  [[nodiscard]] Result handle(const OrderType& order,
                              const std::optional<eventstore::Committed>& known) const {
    if (known) {
      return repeated(order, *known);
    }
    Lanes::Turn turn;
    if (const auto subject = model_.subject_of(order.command);
        lanes_.is_wanted(order.ledger, subject)) {
      lanes_.take(turn, order.ledger, subject);
    }
    for (int attempt = 0; attempt < kAttemptsMax; ++attempt) {
      auto result = attempt_once(order, turn.holds());
      const auto* conflict = result ? nullptr : lost_race(result.error());
      if (conflict == nullptr) {
        return result;
      }
      lanes_.take(turn, order.ledger, conflict->stream);
    }
    return failed(eventstore::StoreError{
        eventstore::StoreErrorCode::queue_full, "the streams are changed too often", {}, {}});
  }

  /// Decides and appends nothing: what would be appended, or why not. Another command may come in
  /// between, so a yes promises nothing.
  [[nodiscard]] std::expected<std::vector<eventstore::NewEvent>, FailureType> rehearse(
      const OrderType& order) const {
    auto loaded = loader_.load(order.ledger, order.command, order.context);
    if (!loaded) {
      return std::unexpected(std::move(loaded.error()));
    }
    auto events = model_.decide(loaded->world, order.command, order.context);
    if (!events) {
      return failed(std::move(events.error()));
    }
    return *std::move(events);
  }

  /// The streams that any of these commands reads, as they are now, so that the rules can be asked
  /// what they would say. A name that no stream can have is left out.
  using Asked = typename Loader<M>::Asked;
  [[nodiscard]] std::expected<typename M::World, FailureType> look(
      const eventstore::LedgerId& ledger, const Asked& asked) const {
    return loader_.look(ledger, asked);
  }

 private:
  using Expectations = std::vector<eventstore::Expectation>;
  using Events = std::vector<eventstore::NewEvent>;

  /// Only guards against a bug: in its lane a command hardly ever loses again.
  static constexpr int kAttemptsMax = 64;
  static constexpr std::size_t kPage = 1'000;

  template <class Reason>
  static std::unexpected<FailureType> failed(Reason reason) {
    return std::unexpected(FailureType(std::move(reason)));
  }

  static const eventstore::StoreError* lost_race(const FailureType& failure) {
    const auto* error = std::get_if<eventstore::StoreError>(&failure);
    const bool lost = error != nullptr && error->code == eventstore::StoreErrorCode::conflict;
    return lost ? error : nullptr;
  }

  Result attempt_once(const OrderType& order, bool in_lane) const {
    auto loaded = loader_.load(order.ledger, order.command, order.context);
    if (!loaded) {
      return std::unexpected(std::move(loaded.error()));
    }
    const auto subject = model_.subject_of(order.command);
    const bool is_folded = version_in(loaded->expectations, subject).has_value();
    // If-Match must hold when the commit is made, also for a subject the rules did not ask for.
    if (order.if_match && !is_folded) {
      auto version = store_.version_of(order.ledger, subject);
      if (!version) {
        return failed(std::move(version.error()));
      }
      loaded->expectations.push_back({subject, *version});
    }
    if (!in_lane) {
      if (auto lane = waited_for(order.ledger, loaded->expectations)) {
        return failed(*std::move(lane));
      }
    }
    if (auto stale = mismatch(order, subject, loaded->expectations)) {
      return first_answer_or(order, *std::move(stale));
    }
    auto events = model_.decide(loaded->world, order.command, order.context);
    if (!events) {
      return first_answer_or(order, std::move(events.error()));
    }
    return commit(order, *std::move(loaded), *std::move(events), is_folded);
  }

  Result commit(const OrderType& order, typename Loader<M>::Loaded loaded, Events events,
                bool is_folded) const {
    AcceptedType answer;
    answer.subject = model_.subject_of(order.command);
    for (const auto& event : events) {
      answer.written.push_back({event.type, event.stream});
    }
    const auto before = version_in(loaded.expectations, answer.subject);
    if (before && is_folded) {
      answer.state = state_after(order, answer.subject, *before, events, loaded.world);
    }
    const auto committed =
        store_.append(commit_of(order, std::move(loaded.expectations), std::move(events)));
    if (!committed) {
      return failed(committed.error());
    }
    if (committed->repeated) {
      return repeated(order, *committed);
    }
    answer.first = committed->first;
    answer.events = committed->events;
    answer.ledger_size = committed->first.value + committed->events;
    if (!before) {
      return with_version_of_then(order, std::move(answer));
    }
    answer.version = {before->value + static_cast<std::uint64_t>(std::ranges::count(
                                          answer.written, answer.subject, &Written::stream))};
    return answer;
  }

  /// The subject with the events that were decided for it: no command reads the record's time,
  /// which the store may raise.
  std::optional<typename M::State> state_after(const OrderType& order,
                                               const eventstore::StreamName& subject,
                                               eventstore::Version version, const Events& events,
                                               typename M::World& world) const {
    for (const auto& event : events) {
      if (event.stream != subject) {
        continue;
      }
      ++version.value;
      const eventstore::RecordView view{event.id,         order.ledger.value, event.stream.value,
                                        version,          event.type,         event.schema,
                                        event.happened,   order.recorded,     order.actor.user,
                                        order.actor.role, order.causation,    order.correlation,
                                        event.data};
      if (!model_.fold(world, view)) {
        return std::nullopt;  // whoever reads the record says what is wrong with it
      }
    }
    return model_.share(world, subject);
  }

  /// Others lost a race for one of the streams and are on their way: to go ahead of them would be
  /// to make them lose again.
  std::optional<eventstore::StoreError> waited_for(const eventstore::LedgerId& ledger,
                                                   const Expectations& expectations) const {
    for (const auto& [stream, version] : expectations) {
      if (lanes_.is_wanted(ledger, stream)) {
        return eventstore::StoreError{eventstore::StoreErrorCode::conflict, "others wait for it",
                                      stream, version};
      }
    }
    return std::nullopt;
  }

  // ---- repeats

  /// The first answer, as the ledger was then, so that a repeat gets it however far the subject has
  /// moved on.
  Result repeated(const OrderType& order, const eventstore::Committed& first) const {
    AcceptedType answer;
    answer.first = first.first;
    answer.events = first.events;
    answer.ledger_size = first.first.value + first.events;
    answer.subject = model_.subject_of(order.command);
    answer.repeated = true;
    return with_version_of_then(order, std::move(answer));
  }

  /// The same order may have acted since its key was looked up: then a no that was decided on the
  /// changed streams is not the answer.
  template <class Reason>
  Result first_answer_or(const OrderType& order, Reason reason) const {
    const auto known = first_answer(order.ledger, order.idempotency_key, order.request_hash);
    if (!known) {
      return failed(known.error());
    }
    return *known ? repeated(order, **known) : failed(std::move(reason));
  }

  // ---- versions of the subject

  static std::optional<eventstore::Version> version_in(const Expectations& expectations,
                                                       const eventstore::StreamName& stream) {
    const auto found = std::ranges::find(expectations, stream, &eventstore::Expectation::stream);
    return found != expectations.end() ? std::optional(found->version) : std::nullopt;
  }

  static std::optional<Stale> mismatch(const OrderType& order,
                                       const eventstore::StreamName& subject,
                                       const Expectations& expectations) {
    if (!order.if_match) {
      return std::nullopt;
    }
    const auto actual = version_in(expectations, subject).value_or(eventstore::kAbsent);
    if (actual == *order.if_match) {
      return std::nullopt;
    }
    return Stale{subject, *order.if_match, actual};
  }

  Result with_version_of_then(const OrderType& order, AcceptedType answer) const {
    auto version = version_at(order.ledger, answer.subject, answer.ledger_size);
    if (!version) {
      return std::unexpected(std::move(version.error()));
    }
    answer.version = *version;
    return answer;
  }

  /// The version the stream had when the ledger held `size` records.
  std::expected<eventstore::Version, FailureType> version_at(const eventstore::LedgerId& ledger,
                                                             const eventstore::StreamName& stream,
                                                             std::uint64_t size) const {
    eventstore::Version version = eventstore::kAbsent;
    for (;;) {
      auto records = store_.read_stream(ledger, stream, version, kPage);
      if (!records) {
        return failed(std::move(records.error()));
      }
      for (const auto& record : *records) {
        if (record.position.value >= size) {
          return version;
        }
        ++version.value;
      }
      if (records->size() < kPage) {
        return version;
      }
    }
  }

  static eventstore::Commit commit_of(const OrderType& order, Expectations expectations,
                                      Events events) {
    eventstore::Commit commit;
    commit.ledger = order.ledger;
    commit.idempotency_key = order.idempotency_key;
    commit.request_hash = order.request_hash;
    commit.expectations = std::move(expectations);
    commit.events = std::move(events);
    commit.actor = order.actor;
    commit.causation = order.causation;
    commit.correlation = order.correlation;
    commit.recorded = order.recorded;
    return commit;
  }

  eventstore::EventStore& store_;
  const M model_;
  const Loader<M> loader_{store_, model_};
  mutable Lanes lanes_;
};

}  // namespace langnghe::command
