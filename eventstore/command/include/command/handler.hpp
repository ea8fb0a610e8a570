#pragma once

#include <concepts>
#include <cstdint>
#include <expected>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <eventstore/record.hpp>
#include <eventstore/store.hpp>

/// The one way to change anything: load the streams a command reads, fold them, decide, append
/// with the expected version of every stream read, and decide again when somebody was faster.
namespace langnghe::command {

/// A command with what surrounds it. `if_match` speaks of the stream the command is about.
template <class Command, class Context>
struct Order {
  eventstore::LedgerId ledger;
  Command command;
  Context context;
  std::string idempotency_key;
  std::string request_hash;
  std::optional<eventstore::Version> if_match;
  eventstore::Actor actor;
  std::string happened;
  std::string recorded;
  std::string correlation;
};

/// The command acted, now or (`repeated`) when its key was first used.
template <class World>
struct Accepted {
  eventstore::Position first;  ///< of its first event
  std::uint64_t events = 0;
  std::uint64_t ledger_size = 0;  ///< a view that holds this many records shows it
  eventstore::StreamName subject;
  eventstore::Version version;  ///< of the subject after the command
  bool repeated = false;
};

/// The subject is not at the version the caller saw.
struct Stale {
  eventstore::StreamName subject;
  eventstore::Version seen;
  eventstore::Version actual;
};

/// What is stored cannot be read back as events.
struct Unreadable {
  eventstore::Position position;
  std::string what;
};

template <class Refusal>
using Failure = std::variant<Refusal, Stale, eventstore::StoreError, Unreadable>;

/// A model tells the handler about its streams without the handler knowing what they mean.
template <class M>
concept Model =
    requires(const M& model, typename M::World& world, const typename M::World& seen,
             const typename M::Command& command, const typename M::Context& context,
             const eventstore::StreamName& stream, const eventstore::RecordView& record) {
      {
        model.streams_read(command, context, seen)
      } -> std::same_as<std::vector<eventstore::StreamName>>;
      { model.subject_of(command) } -> std::same_as<eventstore::StreamName>;
      /// Puts the empty state of a stream into the world.
      { model.begin(world, stream) } -> std::same_as<void>;
      { model.fold(world, record) } -> std::same_as<std::expected<void, std::string>>;
      {
        model.decide(seen, command, context)
      } -> std::same_as<std::expected<std::vector<eventstore::NewEvent>, typename M::Refusal>>;
    };

/// Runs on any thread; blocks on the store. Holds no state of its own.
template <Model M>
class Handler {
 public:
  using OrderType = Order<typename M::Command, typename M::Context>;
  using AcceptedType = Accepted<typename M::World>;
  using FailureType = Failure<typename M::Refusal>;
  using Result = std::expected<AcceptedType, FailureType>;

  Handler(eventstore::EventStore& store, M model) : store_(store), model_(std::move(model)) {}

  [[nodiscard]] Result handle(const OrderType& order) const {
    // A lost race is decided again on what is there now; the bound only guards against a bug.
    for (int attempt = 0; attempt < kAttemptsMax; ++attempt) {
      auto known = answered_before(order);
      if (!known || *known) {
        return known ? Result(**known) : std::unexpected(known.error());
      }
      auto result = attempt_once(order);
      if (result || !lost_race(result.error())) {
        return result;
      }
    }
    return std::unexpected(FailureType(eventstore::StoreError{
        eventstore::StoreErrorCode::queue_full, "the streams are changed too often"}));
  }

 private:
  static constexpr int kAttemptsMax = 64;
  static constexpr std::size_t kPage = 1'000;

  struct Loaded {
    typename M::World world;
    std::vector<eventstore::Expectation> expectations;
  };

  static bool lost_race(const FailureType& failure) {
    const auto* error = std::get_if<eventstore::StoreError>(&failure);
    return error != nullptr && error->code == eventstore::StoreErrorCode::conflict;
  }

  std::expected<std::optional<AcceptedType>, FailureType> answered_before(
      const OrderType& order) const {
    auto found = store_.find(order.ledger, order.idempotency_key, order.request_hash);
    if (!found) {
      return std::unexpected(FailureType(found.error()));
    }
    if (!*found) {
      return std::optional<AcceptedType>{};
    }
    return accepted(order, **found);
  }

  Result attempt_once(const OrderType& order) const {
    auto loaded = load(order);
    if (!loaded) {
      return std::unexpected(loaded.error());
    }
    const auto subject = model_.subject_of(order.command);
    if (order.if_match) {
      const auto actual = version_in(loaded->expectations, subject);
      if (actual != *order.if_match) {
        return first_answer_or(order, Stale{subject, *order.if_match, actual});
      }
    }
    auto events = model_.decide(loaded->world, order.command, order.context);
    if (!events) {
      return first_answer_or(order, events.error());
    }
    auto committed =
        store_.append(commit_of(order, std::move(loaded->expectations), std::move(*events)));
    if (!committed) {
      return std::unexpected(FailureType(committed.error()));
    }
    auto answer = accepted(order, *committed);
    if (!answer) {
      return std::unexpected(answer.error());
    }
    return **answer;
  }

  /// The same command may have acted between the first look and the load: then what was decided
  /// on the changed streams is not the answer.
  Result first_answer_or(const OrderType& order, FailureType failure) const {
    auto known = answered_before(order);
    if (!known) {
      return std::unexpected(known.error());
    }
    if (*known) {
      return **known;
    }
    return std::unexpected(std::move(failure));
  }

  std::expected<Loaded, FailureType> load(const OrderType& order) const {
    Loaded loaded;
    std::set<eventstore::StreamName> seen;
    for (bool more = true; more;) {
      more = false;
      for (const auto& stream : model_.streams_read(order.command, order.context, loaded.world)) {
        if (!seen.insert(stream).second) {
          continue;
        }
        more = true;
        model_.begin(loaded.world, stream);
        auto version = fold_stream(order.ledger, stream, loaded.world);
        if (!version) {
          return std::unexpected(version.error());
        }
        loaded.expectations.push_back({stream, *version});
      }
    }
    return loaded;
  }

  std::expected<eventstore::Version, FailureType> fold_stream(const eventstore::LedgerId& ledger,
                                                              const eventstore::StreamName& stream,
                                                              typename M::World& world) const {
    eventstore::Version version = eventstore::kAbsent;
    for (;;) {
      auto records = store_.read_stream(ledger, stream, version, kPage);
      if (!records) {
        return std::unexpected(FailureType(records.error()));
      }
      for (const auto& record : *records) {
        auto view = eventstore::parse(record.bytes);
        if (!view) {
          return std::unexpected(FailureType(Unreadable{record.position, view.error()}));
        }
        if (auto folded = model_.fold(world, *view); !folded) {
          return std::unexpected(FailureType(Unreadable{record.position, folded.error()}));
        }
        version = view->version;
      }
      if (records->size() < kPage) {
        return version;
      }
    }
  }

  static eventstore::Version version_in(const std::vector<eventstore::Expectation>& expectations,
                                        const eventstore::StreamName& stream) {
    for (const auto& expectation : expectations) {
      if (expectation.stream == stream) {
        return expectation.version;
      }
    }
    return eventstore::kAbsent;
  }

  eventstore::Commit commit_of(const OrderType& order,
                               std::vector<eventstore::Expectation> expectations,
                               std::vector<eventstore::NewEvent> events) const {
    eventstore::Commit commit;
    commit.ledger = order.ledger;
    commit.idempotency_key = order.idempotency_key;
    commit.request_hash = order.request_hash;
    commit.expectations = std::move(expectations);
    commit.events = std::move(events);
    commit.actor = order.actor;
    commit.correlation = order.correlation;
    commit.recorded = order.recorded;
    return commit;
  }

  /// The answer of a commit, found again from the ledger so that a repeat gets the same one.
  std::expected<std::optional<AcceptedType>, FailureType> accepted(
      const OrderType& order, const eventstore::Committed& committed) const {
    AcceptedType answer;
    answer.first = committed.first;
    answer.events = committed.events;
    answer.ledger_size = committed.first.value + committed.events;
    answer.subject = model_.subject_of(order.command);
    answer.repeated = committed.repeated;
    auto version = subject_version(order.ledger, answer.subject, committed);
    if (!version) {
      return std::unexpected(version.error());
    }
    answer.version = *version;
    return std::optional<AcceptedType>(std::move(answer));
  }

  std::expected<eventstore::Version, FailureType> subject_version(
      const eventstore::LedgerId& ledger, const eventstore::StreamName& subject,
      const eventstore::Committed& committed) const {
    eventstore::Version version = eventstore::kAbsent;
    if (committed.events > 0) {
      auto records = store_.read_ledger(ledger, committed.first, committed.events);
      if (!records) {
        return std::unexpected(FailureType(records.error()));
      }
      for (const auto& record : *records) {
        auto view = eventstore::parse(record.bytes);
        if (!view) {
          return std::unexpected(FailureType(Unreadable{record.position, view.error()}));
        }
        if (view->stream == subject.value) {
          version = view->version;
        }
      }
    }
    if (version != eventstore::kAbsent) {
      return version;
    }
    auto current = store_.version_of(ledger, subject);
    if (!current) {
      return std::unexpected(FailureType(current.error()));
    }
    return *current;
  }

  eventstore::EventStore& store_;
  M model_;
};

}  // namespace langnghe::command
