#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <command/lanes.hpp>
#include <command/order.hpp>
#include <command/state_cache.hpp>
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
  using AcceptedType = Accepted<typename M::World>;
  using FailureType = Failure<typename M::Refusal>;
  using Result = std::expected<AcceptedType, FailureType>;

  /// `store` must outlive the handler.
  Handler(eventstore::EventStore& store, M model) : store_(store), model_(std::move(model)) {}

  /// Acts once, however often the order is sent. A refusal was decided on streams that stood
  /// together at one moment; a repeat is answered before If-Match and the rules are asked.
  [[nodiscard]] Result handle(const OrderType& order) const {
    auto known = answered_before(order);
    if (!known) {
      return std::unexpected(std::move(known.error()));
    }
    if (*known) {
      return **std::move(known);
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
    auto loaded = load(order);
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
  using Asked = std::vector<std::pair<typename M::Command, typename M::Context>>;
  [[nodiscard]] std::expected<typename M::World, FailureType> look(
      const eventstore::LedgerId& ledger, const Asked& asked) const {
    typename M::World world;
    std::set<eventstore::StreamName> seen;
    for (const auto& [command, context] : asked) {
      for (bool more = true; more;) {
        more = false;
        for (const auto& stream : model_.streams_read(command, context, world)) {
          if (!seen.insert(stream).second) {
            continue;
          }
          auto version = fold_stream(ledger, stream, world);
          more = more || version.has_value();
          if (!version && !std::holds_alternative<typename M::Refusal>(version.error())) {
            return std::unexpected(std::move(version.error()));
          }
        }
      }
    }
    return world;
  }

 private:
  /// Only guards against a bug: in its lane a command hardly ever loses again.
  static constexpr int kAttemptsMax = 64;
  static constexpr std::size_t kPage = 1'000;
  /// Streams in use at a time, some kilobytes each.
  static constexpr std::size_t kStatesKept = 1'024;

  struct Loaded {
    typename M::World world;
    std::vector<eventstore::Expectation> expectations;  ///< every stream read, as it was read
  };

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
    auto loaded = load(order);
    if (!loaded) {
      return std::unexpected(std::move(loaded.error()));
    }
    if (!in_lane) {
      if (auto lane = waited_for(order.ledger, loaded->expectations)) {
        return failed(*std::move(lane));
      }
    }
    if (auto stale = mismatch(order, loaded->expectations)) {
      return first_answer_or(order, *std::move(stale));
    }
    auto events = model_.decide(loaded->world, order.command, order.context);
    if (!events) {
      if (auto torn = moved_since(order.ledger, loaded->expectations)) {
        return failed(*std::move(torn));
      }
      return first_answer_or(order, std::move(events.error()));
    }
    const auto after = version_after(order, loaded->expectations, *events);
    auto committed =
        store_.append(commit_of(order, std::move(loaded->expectations), *std::move(events)));
    if (!committed) {
      return failed(std::move(committed.error()));
    }
    // A repeat stored nothing now: what was just decided is not what was answered then.
    return accepted(order, *committed, committed->repeated ? std::nullopt : after);
  }

  // ---- repeats

  std::expected<std::optional<AcceptedType>, FailureType> answered_before(
      const OrderType& order) const {
    auto found = store_.find(order.ledger, order.idempotency_key, order.request_hash);
    if (!found) {
      return failed(std::move(found.error()));
    }
    if (!*found) {
      return std::nullopt;
    }
    auto again = **found;
    again.repeated = true;
    auto answer = accepted(order, again, std::nullopt);
    if (!answer) {
      return std::unexpected(std::move(answer.error()));
    }
    return *std::move(answer);
  }

  /// The same order may have acted between the first look and the load: then a no that was decided
  /// on the changed streams is not the answer.
  template <class Reason>
  Result first_answer_or(const OrderType& order, Reason reason) const {
    auto known = answered_before(order);
    if (!known) {
      return std::unexpected(std::move(known.error()));
    }
    if (*known) {
      return **std::move(known);
    }
    return failed(std::move(reason));
  }

  // ---- loading

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
        auto version = fold_stream(order.ledger, stream, loaded.world);
        if (!version) {
          return std::unexpected(std::move(version.error()));
        }
        loaded.expectations.push_back({stream, *version});
      }
    }
    // If-Match must hold when the commit is made, also for a subject the rules did not ask for.
    if (const auto subject = model_.subject_of(order.command);
        order.if_match && !seen.contains(subject)) {
      auto version = store_.version_of(order.ledger, subject);
      if (!version) {
        return failed(std::move(version.error()));
      }
      loaded.expectations.push_back({subject, *version});
    }
    return loaded;
  }

  std::expected<eventstore::Version, FailureType> fold_stream(const eventstore::LedgerId& ledger,
                                                              const eventstore::StreamName& stream,
                                                              typename M::World& world) const {
    const auto known = states_.find(ledger, stream);
    if (known) {
      model_.put(world, stream, known->state);
    } else if (auto begun = model_.begin(world, stream); !begun) {
      return failed(std::move(begun.error()));
    }
    const auto before = known ? known->version : eventstore::kAbsent;
    const auto version = fold_after(ledger, stream, before, world);
    if (version && before < *version) {
      states_.put(ledger, stream, {*version, model_.share(world, stream)});
    }
    return version;
  }

  std::expected<eventstore::Version, FailureType> fold_after(const eventstore::LedgerId& ledger,
                                                             const eventstore::StreamName& stream,
                                                             eventstore::Version version,
                                                             typename M::World& world) const {
    for (;;) {
      auto records = store_.read_stream(ledger, stream, version, kPage);
      if (!records) {
        return failed(std::move(records.error()));
      }
      for (const auto& record : *records) {
        auto view = eventstore::parse(record.bytes);
        if (!view) {
          return failed(Unreadable{record.position, std::move(view.error())});
        }
        ++version.value;
        if (view->stream != stream.value || view->version != version) {
          return failed(Unreadable{record.position, "not the stream's next record"});
        }
        if (auto folded = model_.fold(world, *view); !folded) {
          return failed(Unreadable{record.position, std::move(folded.error())});
        }
      }
      if (records->size() < kPage) {
        return version;
      }
    }
  }

  /// Streams are read one after another, so a commit to two of them in between is seen by half. An
  /// append would notice; a refusal must ask.
  std::optional<eventstore::StoreError> moved_since(
      const eventstore::LedgerId& ledger,
      const std::vector<eventstore::Expectation>& expectations) const {
    if (expectations.size() < 2) {
      return std::nullopt;
    }
    for (const auto& [stream, version] : expectations) {
      auto now = store_.version_of(ledger, stream);
      if (!now) {
        return std::move(now.error());
      }
      if (*now != version) {
        return conflict_on(stream, *now, "changed while it was read");
      }
    }
    return std::nullopt;
  }

  /// Others lost a race for one of the streams and are on their way: to go ahead of them would be
  /// to make them lose again.
  std::optional<eventstore::StoreError> waited_for(
      const eventstore::LedgerId& ledger,
      const std::vector<eventstore::Expectation>& expectations) const {
    for (const auto& [stream, version] : expectations) {
      if (lanes_.is_wanted(ledger, stream)) {
        return conflict_on(stream, version, "others wait for it");
      }
    }
    return std::nullopt;
  }

  static eventstore::StoreError conflict_on(const eventstore::StreamName& stream,
                                            eventstore::Version actual, std::string context) {
    return {eventstore::StoreErrorCode::conflict, std::move(context), stream, actual};
  }

  // ---- versions of the subject

  static std::optional<eventstore::Version> version_in(
      const std::vector<eventstore::Expectation>& expectations,
      const eventstore::StreamName& stream) {
    const auto found = std::ranges::find(expectations, stream, &eventstore::Expectation::stream);
    return found != expectations.end() ? std::optional(found->version) : std::nullopt;
  }

  std::optional<Stale> mismatch(const OrderType& order,
                                const std::vector<eventstore::Expectation>& expectations) const {
    if (!order.if_match) {
      return std::nullopt;
    }
    auto subject = model_.subject_of(order.command);
    const auto actual = version_in(expectations, subject).value_or(eventstore::kAbsent);
    if (actual == *order.if_match) {
      return std::nullopt;
    }
    return Stale{std::move(subject), *order.if_match, actual};
  }

  /// The subject's version after the commit; nothing if it was not read.
  std::optional<eventstore::Version> version_after(
      const OrderType& order, const std::vector<eventstore::Expectation>& expectations,
      const std::vector<eventstore::NewEvent>& events) const {
    const auto subject = model_.subject_of(order.command);
    auto version = version_in(expectations, subject);
    if (version) {
      version->value += static_cast<std::uint64_t>(
          std::ranges::count(events, subject, &eventstore::NewEvent::stream));
    }
    return version;
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

  // ---- the commit and its answer

  static eventstore::Commit commit_of(const OrderType& order,
                                      std::vector<eventstore::Expectation> expectations,
                                      std::vector<eventstore::NewEvent> events) {
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

  /// The answer of a commit. Where `version` is not known it is counted in the ledger as it was
  /// then, so that a repeat gets the first answer however far the subject has moved on.
  Result accepted(const OrderType& order, const eventstore::Committed& committed,
                  std::optional<eventstore::Version> version) const {
    AcceptedType answer;
    answer.first = committed.first;
    answer.events = committed.events;
    answer.ledger_size = committed.first.value + committed.events;
    answer.subject = model_.subject_of(order.command);
    answer.repeated = committed.repeated;
    if (!version) {
      auto counted = version_at(order.ledger, answer.subject, answer.ledger_size);
      if (!counted) {
        return std::unexpected(std::move(counted.error()));
      }
      version = *counted;
    }
    answer.version = *version;
    return answer;
  }

  eventstore::EventStore& store_;
  M model_;
  mutable Lanes lanes_;
  mutable StateCache<typename M::State> states_{kStatesKept};
};

}  // namespace langnghe::command
