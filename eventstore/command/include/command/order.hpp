#pragma once

#include <concepts>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <ledger/error.hpp>
#include <ledger/record.hpp>
#include <ledger/types.hpp>

/// The input and the results of the command handler.
namespace langnghe::command {

/// A command with what surrounds it. `if_match` speaks of the stream the command is about.
/// Identifiers in the command that the client did not give must follow from the idempotency key:
/// the same order sent again must be the same command.
template <class Command, class Context>
struct Order {
  eventstore::LedgerId ledger;
  Command command;
  Context context;
  std::string idempotency_key;
  std::string request_hash;
  std::optional<eventstore::Version> if_match;
  eventstore::Actor actor;
  std::string recorded;
  std::string causation;    ///< id of the record that brought it about; may be empty
  std::string correlation;  ///< id of the request; may be empty
};

/// One event that a command stored, as its answer names it.
struct Written {
  std::string type;
  eventstore::StreamName stream;
};

/// The command acted, now or (`repeated`) when its key was first used. The rest is the same for
/// ever, whatever happened to the streams since.
template <class State>
struct Accepted {
  eventstore::Position first;  ///< of its first event
  std::uint64_t events = 0;
  std::uint64_t ledger_size = 0;  ///< a view that holds this many records shows it
  eventstore::StreamName subject;
  eventstore::Version version;  ///< of the subject after the command
  bool repeated = false;
  /// Of a command that acted now: its events in order, and what the subject has become, so that an
  /// answer reads nothing again. No state where the subject was not read, or for a repeat.
  std::vector<Written> written{};
  std::optional<State> state{};
};

/// The subject is not at the version the caller saw.
struct Stale {
  eventstore::StreamName subject;
  eventstore::Version seen;
  eventstore::Version actual;
};

/// The stored records cannot be read back as events.
struct Unreadable {
  eventstore::Position position;
  std::string what;
};

template <class Refusal>
using Failure = std::variant<Refusal, Stale, eventstore::StoreError, Unreadable>;

/// A model tells the handler about its streams without the handler knowing what they mean.
template <class M>
concept Model =
    std::default_initializable<typename M::World> && std::copyable<typename M::State> &&
    requires(const M& model, typename M::World& world, const typename M::World& seen,
             const typename M::Command& command, const typename M::Context& context,
             const eventstore::StreamName& stream, const eventstore::RecordView& record,
             typename M::State state) {
      /// Asked again after each load until it names nothing new.
      {
        model.streams_read(command, context, seen)
      } -> std::same_as<std::vector<eventstore::StreamName>>;
      { model.subject_of(command) } -> std::same_as<eventstore::StreamName>;
      /// Puts the empty state of a stream into the world; refuses a name that no stream can have.
      { model.begin(world, stream) } -> std::same_as<std::expected<void, typename M::Refusal>>;
      /// A stream's state as it was shared: cheap to copy, and nothing changes it any more.
      { model.put(world, stream, state) } -> std::same_as<void>;
      { model.share(world, stream) } -> std::same_as<typename M::State>;
      { model.fold(world, record) } -> std::same_as<std::expected<void, std::string>>;
      /// Events complete with `happened`; their streams are among those read.
      {
        model.decide(seen, command, context)
      } -> std::same_as<std::expected<std::vector<eventstore::NewEvent>, typename M::Refusal>>;
    };

}  // namespace langnghe::command
