#include <unordered_map>
#include <utility>

#include <ledger/engine/prepared_commit.hpp>
#include <ledger/limits.hpp>
#include <ledger/record/form.hpp>

namespace langnghe::eventstore {
namespace {

StoreError invalid(std::string context) {
  return {StoreErrorCode::invalid, std::move(context), {}, {}};
}

std::string broken_limit(const Commit& commit) {
  if (!is_ledger_id(commit.ledger.value)) {
    return "ledger is not well formed";
  }
  if (commit.idempotency_key.empty() || commit.idempotency_key.size() > kIdempotencyKeyBytesMax) {
    return "idempotency_key must have 1 to " + std::to_string(kIdempotencyKeyBytesMax) + " bytes";
  }
  if (commit.request_hash.size() > kRequestHashBytesMax) {
    return "request_hash has more than " + std::to_string(kRequestHashBytesMax) + " bytes";
  }
  if (!is_recorded(commit.recorded)) {
    return "recorded is not well formed";
  }
  if (commit.expectations.size() > kExpectationsPerCommitMax) {
    return "more than " + std::to_string(kExpectationsPerCommitMax) + " expectations";
  }
  if (commit.events.size() > kEventsPerCommitMax) {
    return "more than " + std::to_string(kEventsPerCommitMax) + " events";
  }
  return {};
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

}  // namespace

StoreResult<PreparedCommit> prepare(Commit commit) {
  if (std::string broken = broken_limit(commit); !broken.empty()) {
    return std::unexpected(invalid(std::move(broken)));
  }
  PreparedCommit prepared;
  StreamList streams(commit.ledger, prepared.streams);
  for (const Expectation& expectation : commit.expectations) {
    if (!is_stream_name(expectation.stream.value)) {
      return std::unexpected(invalid("the stream of an expectation is not well formed"));
    }
    prepared.expectations.push_back({streams.index_of(expectation.stream), expectation.version});
  }
  prepared.events.reserve(commit.events.size());
  for (const NewEvent& event : commit.events) {
    auto record = prepare_record(commit, event);
    if (!record) {
      return std::unexpected(invalid("event " + std::to_string(prepared.events.size()) + ": " +
                                     std::move(record.error())));
    }
    prepared.record_bytes += record->bytes.size();
    const std::size_t stream = streams.index_of(event.stream);
    prepared.streams[stream].written = true;
    prepared.events.push_back({stream, std::move(*record), {}});
  }
  if (prepared.record_bytes > kGroupBytesMax) {
    return std::unexpected(invalid("the records of the commit are too long together"));
  }
  prepared.key = idempotency_key(commit.ledger, commit.idempotency_key);
  prepared.ledger = std::move(commit.ledger);
  prepared.request_hash = std::move(commit.request_hash);
  prepared.recorded = std::move(commit.recorded);
  return prepared;
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
