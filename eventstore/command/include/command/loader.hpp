#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <set>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <command/order.hpp>
#include <command/state_cache.hpp>
#include <ledger/reader.hpp>
#include <ledger/record.hpp>

namespace langnghe::command {

/// Loads the streams that a command reads and folds them as they all stood at one moment: the
/// ledger's size when the load began. A commit lies wholly below that size or wholly beyond it, so
/// no other commit is seen by half, whatever the engine is. Keeps what streams had become. Runs on
/// any thread; blocks on the store.
template <Model M>
class Loader {
 public:
  using FailureType = Failure<typename M::Refusal>;
  using Asked = std::vector<std::pair<typename M::Command, typename M::Context>>;

  struct Loaded {
    typename M::World world;
    std::vector<eventstore::Expectation> expectations;  ///< every stream read, as it was read
  };

  /// Both must outlive the loader.
  Loader(eventstore::LedgerReader& store, const M& model) : store_(store), model_(model) {}

  [[nodiscard]] std::expected<Loaded, FailureType> load(const eventstore::LedgerId& ledger,
                                                        const typename M::Command& command,
                                                        const typename M::Context& context) const {
    return at_one_moment(ledger, [&](const Moment& moment) -> Read<Loaded> {
      Loaded loaded;
      const auto note = [&](const eventstore::StreamName& stream, eventstore::Version version) {
        loaded.expectations.push_back({stream, version});
      };
      std::set<eventstore::StreamName> seen;
      if (auto read = read_all(moment, command, context, loaded.world, seen, note); !read) {
        return std::unexpected(std::move(read.error()));
      }
      return loaded;
    });
  }

  /// The streams that any of these commands reads. A name that no stream can have is left out.
  [[nodiscard]] std::expected<typename M::World, FailureType> look(
      const eventstore::LedgerId& ledger, const Asked& asked) const {
    return at_one_moment(ledger, [&](Moment moment) -> Read<typename M::World> {
      moment.leaves_out_refused = true;
      typename M::World world;
      std::set<eventstore::StreamName> seen;
      const auto note = [](const eventstore::StreamName&, eventstore::Version) {};
      for (const auto& [command, context] : asked) {
        if (auto read = read_all(moment, command, context, world, seen, note); !read) {
          return std::unexpected(std::move(read.error()));
        }
      }
      return world;
    });
  }

 private:
  static constexpr std::size_t kPage = 1'000;
  /// Streams in use at a time, some kilobytes each.
  static constexpr std::size_t kStatesKept = 1'024;
  /// Loads that others overtake before nothing kept is used any more.
  static constexpr int kOvertakenMax = 3;

  struct Moment {
    const eventstore::LedgerId& ledger;
    std::uint64_t size = 0;  ///< records beyond it are not looked at
    bool uses_kept = true;
    bool leaves_out_refused = false;
  };
  /// Another command has kept a state from after the moment.
  struct Overtaken {};
  using Reason = std::variant<Overtaken, FailureType>;
  template <class T>
  using Read = std::expected<T, Reason>;

  template <class Cause>
  static std::unexpected<Reason> failed(Cause cause) {
    return std::unexpected(Reason(FailureType(std::move(cause))));
  }

  template <class Take>
  auto at_one_moment(const eventstore::LedgerId& ledger, const Take& take) const
      -> std::expected<typename std::invoke_result_t<Take, Moment>::value_type, FailureType> {
    for (int overtaken = 0;; ++overtaken) {
      const auto size = store_.size(ledger);
      if (!size) {
        return std::unexpected(FailureType(size.error()));
      }
      auto taken = take(Moment{ledger, *size, overtaken < kOvertakenMax});
      if (taken) {
        return *std::move(taken);
      }
      if (auto* const failure = std::get_if<FailureType>(&taken.error())) {
        return std::unexpected(std::move(*failure));
      }
    }
  }

  template <class Note>
  Read<void> read_all(const Moment& moment, const typename M::Command& command,
                      const typename M::Context& context, typename M::World& world,
                      std::set<eventstore::StreamName>& seen, const Note& note) const {
    for (bool more = true; more;) {
      more = false;
      for (const auto& stream : model_.streams_read(command, context, world)) {
        if (!seen.insert(stream).second) {
          continue;
        }
        auto version = fold_stream(moment, stream, world);
        if (!version && moment.leaves_out_refused && is_refused(version.error())) {
          continue;
        }
        if (!version) {
          return std::unexpected(std::move(version.error()));
        }
        more = true;
        note(stream, *version);
      }
    }
    return {};
  }

  static bool is_refused(const Reason& reason) {
    const auto* const failure = std::get_if<FailureType>(&reason);
    return failure != nullptr && std::holds_alternative<typename M::Refusal>(*failure);
  }

  Read<eventstore::Version> fold_stream(const Moment& moment, const eventstore::StreamName& stream,
                                        typename M::World& world) const {
    const auto known = moment.uses_kept ? states_.find(moment.ledger, stream) : std::nullopt;
    if (known && known->ledger_size > moment.size) {
      return std::unexpected(Reason(Overtaken{}));
    }
    if (known) {
      model_.put(world, stream, known->state);
    } else if (auto begun = model_.begin(world, stream); !begun) {
      return failed(std::move(begun.error()));
    }
    Folded folded{known ? known->version : eventstore::kAbsent, 0};
    const auto before = folded.version;
    if (auto read = fold_after(moment, stream, world, folded); !read) {
      return std::unexpected(std::move(read.error()));
    }
    if (before < folded.version) {
      states_.put(moment.ledger, stream,
                  {folded.version, model_.share(world, stream), folded.ledger_size});
    }
    return folded.version;
  }

  struct Folded {
    eventstore::Version version;
    std::uint64_t ledger_size = 0;  ///< with the last record folded
  };

  Read<void> fold_after(const Moment& moment, const eventstore::StreamName& stream,
                        typename M::World& world, Folded& folded) const {
    for (;;) {
      auto records = store_.read_stream(moment.ledger, stream, folded.version, kPage);
      if (!records) {
        return failed(std::move(records.error()));
      }
      for (const auto& record : *records) {
        if (record.position.value >= moment.size) {
          return {};
        }
        if (auto read = fold_record(record, stream, world, folded); !read) {
          return read;
        }
      }
      if (records->size() < kPage) {
        return {};
      }
    }
  }

  Read<void> fold_record(const eventstore::Record& record, const eventstore::StreamName& stream,
                         typename M::World& world, Folded& folded) const {
    auto view = eventstore::parse(record.bytes);
    if (!view) {
      return failed(Unreadable{record.position, std::move(view.error())});
    }
    ++folded.version.value;
    folded.ledger_size = record.position.value + 1;
    if (view->stream != stream.value || view->version != folded.version) {
      return failed(Unreadable{record.position, "not the stream's next record"});
    }
    if (auto done = model_.fold(world, *view); !done) {
      return failed(Unreadable{record.position, std::move(done.error())});
    }
    return {};
  }

  eventstore::LedgerReader& store_;
  const M& model_;
  mutable StateCache<typename M::State> states_{kStatesKept};
};

}  // namespace langnghe::command
