#include "linearizable.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

namespace langnghe::test {
namespace {

/// States a call's answer fits: how many commits the ledger held.
struct Range {
  std::uint64_t least = 0;
  std::uint64_t most = 0;
  std::uint64_t grows_by = 0;  // 1 if the call itself made the commit at position `least`
};

std::string describe(const Operation& operation) {
  static constexpr const char* kCalls[] = {"append", "version", "stream", "size", "find"};
  static constexpr const char* kAnswers[] = {"unknown",  "committed", "repeated",
                                             "conflict", "absent",    "read"};
  const auto text = [](auto number) { return std::to_string(number); };
  return std::string(kCalls[static_cast<std::size_t>(operation.call)]) + " on stream " +
         text(operation.stream) + " (expected " + text(operation.expected) + ") beside " +
         text(operation.also) + " (expected " + text(operation.also_expected) + "), commit " +
         text(operation.commit) + ", from " + text(operation.invoked) + " to " +
         text(operation.answered) + ": " + kAnswers[static_cast<std::size_t>(operation.answer)] +
         " " + text(operation.value) + ", conflict in " + text(operation.conflicting);
}

/// The ledger as it is in the end, and through it every state it had.
class States {
 public:
  explicit States(const std::vector<Placed>& ledger) : ledger_(ledger) {
    for (std::uint64_t position = 0; position < ledger.size(); ++position) {
      streams_[ledger[position].stream].push_back(position);
      twice_ |= !commits_.emplace(ledger[position].commit, position).second;
    }
  }

  [[nodiscard]] std::uint64_t size() const { return ledger_.size(); }
  [[nodiscard]] bool has_a_commit_twice() const { return twice_; }

  [[nodiscard]] std::optional<std::uint64_t> position_of(std::uint64_t commit) const {
    const auto found = commits_.find(commit);
    return found == commits_.end() ? std::nullopt : std::optional(found->second);
  }

  /// The states in which the stream is at this version, if it ever was.
  [[nodiscard]] std::optional<Range> at_version(std::uint32_t stream, std::uint64_t version) const {
    const auto& positions = of(stream);
    if (version > positions.size()) {
      return std::nullopt;
    }
    return Range{version == 0 ? 0 : positions[version - 1] + 1,
                 version == positions.size() ? size() : positions[version], 0};
  }

  [[nodiscard]] bool is_at(std::uint32_t stream, std::int64_t version, std::uint64_t state) const {
    const auto range = version == kNoExpectation
                           ? std::nullopt
                           : at_version(stream, static_cast<std::uint64_t>(version));
    return version == kNoExpectation || (range && range->least <= state && state <= range->most);
  }

  /// Of the events behind version `after` up to `last`; both were there.
  [[nodiscard]] std::uint64_t digest(std::uint32_t stream, std::uint64_t after,
                                     std::uint64_t last) const {
    std::uint64_t digest = kEmptyDigest;
    for (std::uint64_t version = after; version < last; ++version) {
      digest = add_to_digest(digest, ledger_[of(stream)[version]].commit);
    }
    return digest;
  }

 private:
  [[nodiscard]] const std::vector<std::uint64_t>& of(std::uint32_t stream) const {
    static const std::vector<std::uint64_t> kNone;
    const auto found = streams_.find(stream);
    return found == streams_.end() ? kNone : found->second;
  }

  const std::vector<Placed>& ledger_;
  std::map<std::uint32_t, std::vector<std::uint64_t>> streams_;
  std::unordered_map<std::uint64_t, std::uint64_t> commits_;
  bool twice_ = false;
};

// Nothing: no state fits, whatever the order.
std::optional<Range> range_of_read(const States& states, const Operation& operation) {
  switch (operation.call) {
    case Call::size:
      return operation.value <= states.size()
                 ? std::optional(Range{operation.value, operation.value, 0})
                 : std::nullopt;
    case Call::version:
      return states.at_version(operation.stream, operation.value);
    case Call::stream: {
      const auto range = states.at_version(operation.stream, operation.value);
      const bool same =
          range && operation.after <= operation.value &&
          states.digest(operation.stream, operation.after, operation.value) == operation.digest;
      return same ? range : std::nullopt;
    }
    case Call::append:
    case Call::find:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Range> range_of_conflict(const States& states, const Operation& operation) {
  const std::int64_t expected =
      operation.conflicting == operation.stream ? operation.expected : operation.also_expected;
  if (expected == kNoExpectation || static_cast<std::uint64_t>(expected) == operation.value) {
    return std::nullopt;
  }
  auto range = states.at_version(operation.conflicting, operation.value);
  // A known key is answered before the expectations are looked at: it was not known.
  if (const auto placed = states.position_of(operation.commit); range && placed) {
    range->most = std::min(range->most, *placed);
  }
  return range;
}

std::optional<Range> range_of(const States& states, const Operation& operation) {
  const auto placed = states.position_of(operation.commit);
  const bool there = placed && *placed == operation.value;
  switch (operation.answer) {
    case Answer::read:
      return range_of_read(states, operation);
    case Answer::conflict:
      return range_of_conflict(states, operation);
    case Answer::absent:
      return Range{0, placed.value_or(states.size()), 0};
    case Answer::repeated:
      return there ? std::optional(Range{*placed + 1, states.size(), 0}) : std::nullopt;
    case Answer::committed:
      return there && states.is_at(operation.stream, operation.expected, *placed) &&
                     states.is_at(operation.also, operation.also_expected, *placed)
                 ? std::optional(Range{*placed, *placed, 1})
                 : std::nullopt;
    case Answer::unknown:
      return Range{0, states.size(), 0};
  }
  return std::nullopt;
}

/// The attempt that made each commit: exactly one attempt that was told so, or one of which nothing
/// is known.
class Makers {
 public:
  explicit Makers(const std::vector<Operation>& history) {
    for (std::size_t at = 0; at < history.size(); ++at) {
      const Operation& operation = history[at];
      if (operation.call != Call::append) {
        continue;
      }
      if (operation.answer == Answer::committed) {
        twice_ |= !told_.emplace(operation.commit, at).second;
      } else if (operation.answer == Answer::unknown) {
        // The one that began first is the least bound by what came before it.
        const auto [first, added] = perhaps_.try_emplace(operation.commit, at);
        if (!added && operation.invoked < history[first->second].invoked) {
          first->second = at;
        }
      }
    }
  }

  [[nodiscard]] bool told_one_twice() const { return twice_; }
  [[nodiscard]] std::optional<std::size_t> of(std::uint64_t commit) const {
    for (const auto* attempts : {&told_, &perhaps_}) {
      if (const auto found = attempts->find(commit); found != attempts->end()) {
        return found->second;
      }
    }
    return std::nullopt;
  }

 private:
  std::unordered_map<std::uint64_t, std::size_t> told_;
  std::unordered_map<std::uint64_t, std::size_t> perhaps_;
  bool twice_ = false;
};

std::string fault_of_commits(const std::vector<Operation>& history,
                             const std::vector<Placed>& ledger, const States& states,
                             const Makers& makers, std::vector<std::optional<Range>>& ranges) {
  if (states.has_a_commit_twice()) {
    return "a commit is in the ledger twice";
  }
  if (makers.told_one_twice()) {
    return "a commit was told to be new twice";
  }
  for (std::uint64_t position = 0; position < ledger.size(); ++position) {
    const auto maker = makers.of(ledger[position].commit);
    if (!maker) {
      return "nobody made the commit at position " + std::to_string(position);
    }
    const Operation& operation = history[*maker];
    if (operation.stream != ledger[position].stream ||
        !states.is_at(operation.stream, operation.expected, position) ||
        !states.is_at(operation.also, operation.also_expected, position)) {
      return "should have been refused: " + describe(operation);
    }
    if (operation.answer == Answer::unknown) {
      ranges[*maker] = Range{0, position, 0};
    }
  }
  return {};
}

struct Moment {
  std::uint64_t time;
  std::size_t operation;
  bool begins;
};

std::vector<Moment> in_order_of_time(const std::vector<Operation>& history) {
  std::vector<Moment> moments;
  for (std::size_t at = 0; at < history.size(); ++at) {
    moments.push_back({history[at].invoked, at, true});
    if (history[at].answer != Answer::unknown) {
      moments.push_back({history[at].answered, at, false});
    }
  }
  std::ranges::sort(moments, {}, &Moment::time);
  return moments;
}

}  // namespace

std::string not_linearizable(const std::vector<Operation>& history,
                             const std::vector<Placed>& ledger) {
  const States states(ledger);
  std::vector<std::optional<Range>> ranges;
  for (const Operation& operation : history) {
    ranges.push_back(range_of(states, operation));
  }
  if (auto fault = fault_of_commits(history, ledger, states, Makers(history), ranges);
      !fault.empty()) {
    return fault;
  }
  std::vector<std::uint64_t> chosen(history.size());
  std::uint64_t floor = 0;  // the latest state that a call which has ended was in or made
  for (const Moment& moment : in_order_of_time(history)) {
    const auto& range = ranges[moment.operation];
    if (!range) {
      return "fits no state of the ledger: " + describe(history[moment.operation]);
    }
    if (!moment.begins) {
      floor = std::max(floor, chosen[moment.operation] + range->grows_by);
      continue;
    }
    chosen[moment.operation] = std::max(floor, range->least);
    if (chosen[moment.operation] > range->most) {
      return "began when the ledger was known to hold " + std::to_string(floor) +
             ", and answers as if it held at most " + std::to_string(range->most) + ": " +
             describe(history[moment.operation]);
    }
  }
  return {};
}

}  // namespace langnghe::test
