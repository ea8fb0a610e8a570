#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <ledger/engine/prepared_commit.hpp>
#include <ledger/limits.hpp>
#include <ledger/record/form.hpp>

namespace langnghe::eventstore {
namespace {

StoreError invalid(std::string context) {
  return {StoreErrorCode::invalid, std::move(context), {}, {}};
}

std::string broken_form(const Commit& commit) {
  if (!is_ledger_id(commit.ledger.value)) {
    return "ledger is not well formed";
  }
  if (commit.idempotency_key.empty() || commit.idempotency_key.size() > kIdempotencyKeyBytesMax) {
    return "idempotency_key must have 1 to " + std::to_string(kIdempotencyKeyBytesMax) + " bytes";
  }
  if (commit.request_hash.size() > kRequestHashBytesMax) {
    return "request_hash has more than " + std::to_string(kRequestHashBytesMax) + " bytes";
  }
  return is_recorded(commit.recorded) ? "" : "recorded is not well formed";
}

/// Numbers the streams of a commit in the order in which they are first named.
class StreamList {
 public:
  StreamList(const LedgerId& ledger, std::vector<PreparedStream>& streams)
      : ledger_(ledger), streams_(streams) {}

  std::size_t index_of(const StreamName& name) {
    const auto [at, added] = index_.try_emplace(name.value, streams_.size());
    if (added) {
      streams_.push_back({stream_key(ledger_, name), name, kAbsent, false});
    }
    return at->second;
  }

 private:
  const LedgerId& ledger_;
  std::vector<PreparedStream>& streams_;
  std::unordered_map<std::string_view, std::size_t> index_;  // views into the caller's commit
};

/// Makes one commit of those it is given, which stay where they are meanwhile.
class Preparation {
 public:
  explicit Preparation(const Commit& first) : streams_(prepared_.ledger, prepared_.streams) {
    prepared_.ledger = first.ledger;
  }

  [[nodiscard]] StoreResult<void> add(const Commit& commit) {
    if (std::string broken = broken_limit(commit); !broken.empty()) {
      return std::unexpected(invalid(std::move(broken)));
    }
    if (auto done = add_expectations(commit); !done) {
      return done;
    }
    if (auto done = add_events(commit); !done) {
      return done;
    }
    prepared_.keys.push_back({idempotency_key(commit.ledger, commit.idempotency_key),
                              commit.request_hash, commit.events.size()});
    prepared_.recorded = std::max(prepared_.recorded, commit.recorded);
    return {};
  }

  [[nodiscard]] PreparedCommit take() { return std::move(prepared_); }

 private:
  [[nodiscard]] std::string broken_limit(const Commit& commit) const {
    if (std::string broken = broken_form(commit); !broken.empty()) {
      return broken;
    }
    if (commit.ledger != prepared_.ledger) {
      return "commits to several ledgers";
    }
    if (prepared_.expectations.size() + commit.expectations.size() > kExpectationsPerCommitMax) {
      return "more than " + std::to_string(kExpectationsPerCommitMax) + " expectations";
    }
    if (prepared_.events.size() + commit.events.size() > kEventsPerCommitMax) {
      return "more than " + std::to_string(kEventsPerCommitMax) + " events";
    }
    return {};
  }

  /// The expectation as the streams stand before any of the commits.
  [[nodiscard]] StoreResult<void> add_expectations(const Commit& commit) {
    for (const Expectation& expectation : commit.expectations) {
      if (!is_stream_name(expectation.stream.value)) {
        return std::unexpected(invalid("the stream of an expectation is not well formed"));
      }
      const std::size_t stream = streams_.index_of(expectation.stream);
      const std::uint64_t written = written_to(stream);
      if (expectation.version.value < written) {
        return std::unexpected(StoreError{StoreErrorCode::conflict,
                                          "an earlier commit writes to it", expectation.stream,
                                          Version{written}});
      }
      prepared_.expectations.push_back({stream, {expectation.version.value - written}});
    }
    return {};
  }

  [[nodiscard]] StoreResult<void> add_events(const Commit& commit) {
    prepared_.events.reserve(prepared_.events.size() + commit.events.size());
    for (const NewEvent& event : commit.events) {
      auto record = prepare_record(commit, event);
      if (!record) {
        return std::unexpected(invalid("event " + std::to_string(prepared_.events.size()) + ": " +
                                       std::move(record.error())));
      }
      prepared_.record_bytes += record->bytes.size();
      const std::size_t stream = streams_.index_of(event.stream);
      prepared_.streams[stream].written = true;
      ++written_to(stream);
      prepared_.events.push_back({stream, std::move(*record), {}});
    }
    if (prepared_.record_bytes > kGroupBytesMax) {
      return std::unexpected(invalid("the records of the commit are too long together"));
    }
    return {};
  }

  std::uint64_t& written_to(std::size_t stream) {
    written_.resize(std::max(written_.size(), stream + 1));
    return written_[stream];
  }

  PreparedCommit prepared_;
  StreamList streams_;
  std::vector<std::uint64_t> written_;  // events of the commits so far, by stream
};

/// Is the key of a commit that of one before it?
bool has_key_twice(const std::vector<Commit>& commits) {
  std::unordered_set<std::string_view> keys;
  return std::ranges::any_of(
      commits, [&](const Commit& commit) { return !keys.insert(commit.idempotency_key).second; });
}

}  // namespace

StoreResult<PreparedCommit> prepare(Commit commit) {
  Preparation preparation(commit);
  if (auto added = preparation.add(commit); !added) {
    return std::unexpected(std::move(added.error()));
  }
  return preparation.take();
}

StoreResult<PreparedCommit> prepare_together(std::vector<Commit> commits) {
  if (commits.empty()) {
    return std::unexpected(invalid("no commits"));
  }
  if (has_key_twice(commits)) {
    return std::unexpected(invalid("a key stands for two commits"));
  }
  Preparation preparation(commits.front());
  for (const Commit& commit : commits) {
    if (auto added = preparation.add(commit); !added) {
      return std::unexpected(std::move(added.error()));
    }
  }
  return preparation.take();
}

std::vector<Committed> answers_of(const std::vector<PreparedKey>& keys, Position first) {
  std::vector<Committed> answers;
  answers.reserve(keys.size());
  for (const PreparedKey& key : keys) {
    answers.push_back({first, key.events, false});
    first.value += key.events;
  }
  return answers;
}

StoreError key_was_used() {
  return {StoreErrorCode::conflict, "one of the keys was used before", {}, {}};
}

std::optional<StoreError> first_conflict(const PreparedCommit& commit) {
  for (const PreparedExpectation& expectation : commit.expectations) {
    const PreparedStream& stream = commit.streams[expectation.stream];
    if (stream.head != expectation.version) {
      return StoreError{StoreErrorCode::conflict,
                        "expected version " + std::to_string(expectation.version.value) +
                            ", found " + std::to_string(stream.head.value),
                        stream.name, stream.head};
    }
  }
  return std::nullopt;
}

void number_events(PreparedCommit& commit, std::string_view recorded) {
  for (PreparedEvent& event : commit.events) {
    Version& head = commit.streams[event.stream].head;
    ++head.value;
    event.version = head;
    finish_record(event.record, head, recorded);
  }
}

}  // namespace langnghe::eventstore
