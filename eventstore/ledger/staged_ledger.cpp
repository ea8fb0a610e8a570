#include <algorithm>
#include <utility>

#include <ledger/engine/key_entry.hpp>
#include <ledger/engine/prepared_commit.hpp>
#include <ledger/limits.hpp>
#include <ledger/staged_ledger.hpp>

namespace langnghe::eventstore {
namespace {

StoreError was_overtaken() {
  return {StoreErrorCode::conflict, "somebody else has committed since the draft began", {}, {}};
}

StoreError other_ledger() {
  return {StoreErrorCode::invalid, "a draft is of one ledger", {}, {}};
}

}  // namespace

StoreResult<std::unique_ptr<StagedLedger>> StagedLedger::begin(EventStore& store, LedgerId ledger) {
  const auto size = store.size(ledger);
  if (!size) {
    return std::unexpected(size.error());
  }
  return std::unique_ptr<StagedLedger>(new StagedLedger(store, std::move(ledger), *size));
}

StoreResult<void> StagedLedger::commit() {
  if (overtaken_) {
    return std::unexpected(was_overtaken());
  }
  if (commits_.empty()) {
    return {};
  }
  const auto done = store_.append_together(std::move(commits_));
  commits_.clear();
  return done ? StoreResult<void>{} : std::unexpected(done.error());
}

StoreResult<Committed> StagedLedger::append(Commit commit) {
  if (commit.ledger != ledger_) {
    return std::unexpected(other_ledger());
  }
  const auto known = find(ledger_, commit.idempotency_key, commit.request_hash);
  if (!known) {
    return std::unexpected(known.error());
  }
  if (*known) {
    return **known;
  }
  auto prepared = prepare(commit);
  if (!prepared) {
    return std::unexpected(std::move(prepared.error()));
  }
  for (PreparedStream& stream : prepared->streams) {
    const auto version = version_of(ledger_, stream.name);
    if (!version) {
      return std::unexpected(version.error());
    }
    stream.head = *version;
  }
  if (auto conflict = first_conflict(*prepared)) {
    return std::unexpected(std::move(*conflict));
  }
  number_events(*prepared, commit.recorded);
  const Committed answer{{begun_at_ + records_.size()}, prepared->events.size(), false};
  for (PreparedEvent& event : prepared->events) {
    const auto stream = stream_of(prepared->streams[event.stream].name);
    if (!stream) {
      return std::unexpected(stream.error());
    }
    (*stream)->records.push_back(records_.size());
    records_.push_back(std::move(event.record.bytes));
  }
  keys_.emplace(commit.idempotency_key, Key{commit.request_hash, answer});
  commits_.push_back(std::move(commit));
  return answer;
}

StoreResult<std::vector<Committed>> StagedLedger::append_together(std::vector<Commit> commits) {
  std::vector<Committed> answers;
  for (Commit& commit : commits) {
    auto answer = append(std::move(commit));
    if (!answer) {
      return std::unexpected(std::move(answer.error()));
    }
    answers.push_back(*answer);
  }
  return answers;
}

StoreResult<std::optional<Committed>> StagedLedger::find(const LedgerId& ledger,
                                                         std::string_view key,
                                                         std::string_view request_hash) {
  if (const auto own = keys_.find(key); own != keys_.end() && ledger == ledger_) {
    const auto& [hash, answer] = own->second;
    return answer_again({answer.first, answer.events, hash}, request_hash);
  }
  auto known = store_.find(ledger, key, request_hash);
  // A commit of no events at the very end may have come after the draft began: it changes nothing.
  if (known && *known && ledger == ledger_ &&
      (*known)->first.value + (*known)->events > begun_at_) {
    overtaken_ = true;
    return std::unexpected(was_overtaken());
  }
  return known;
}

StoreResult<std::vector<Record>> StagedLedger::read_stream(const LedgerId& ledger,
                                                           const StreamName& stream, Version after,
                                                           std::size_t limit) {
  if (ledger != ledger_) {
    return store_.read_stream(ledger, stream, after, limit);
  }
  const auto own = stream_of(stream);
  if (!own) {
    return std::unexpected(own.error());
  }
  const auto& [begun_at, drafted] = **own;
  limit = std::min(limit, kReadLimitMax);
  StoreResult<std::vector<Record>> records;
  if (after < begun_at) {
    records = store_.read_stream(ledger, stream, after,
                                 std::min<std::uint64_t>(limit, begun_at.value - after.value));
    if (!records) {
      return records;
    }
  }
  const std::uint64_t skipped = after.value > begun_at.value ? after.value - begun_at.value : 0;
  for (std::uint64_t at = skipped; at < drafted.size() && records->size() < limit; ++at) {
    records->push_back({{begun_at_ + drafted[at]}, records_[drafted[at]]});
  }
  return records;
}

StoreResult<std::vector<Record>> StagedLedger::read_ledger(const LedgerId& ledger, Position from,
                                                           std::size_t limit) {
  if (ledger != ledger_) {
    return store_.read_ledger(ledger, from, limit);
  }
  limit = std::min(limit, kReadLimitMax);
  StoreResult<std::vector<Record>> records;
  if (from.value < begun_at_) {
    records =
        store_.read_ledger(ledger, from, std::min<std::uint64_t>(limit, begun_at_ - from.value));
    if (!records) {
      return records;
    }
  }
  const std::uint64_t skipped = from.value > begun_at_ ? from.value - begun_at_ : 0;
  for (std::uint64_t at = skipped; at < records_.size() && records->size() < limit; ++at) {
    records->push_back({{begun_at_ + at}, records_[at]});
  }
  return records;
}

StoreResult<Version> StagedLedger::version_of(const LedgerId& ledger, const StreamName& stream) {
  if (ledger != ledger_) {
    return store_.version_of(ledger, stream);
  }
  const auto own = stream_of(stream);
  if (!own) {
    return std::unexpected(own.error());
  }
  return Version{(*own)->begun_at.value + (*own)->records.size()};
}

StoreResult<std::uint64_t> StagedLedger::size(const LedgerId& ledger) {
  return ledger == ledger_ ? StoreResult<std::uint64_t>(begun_at_ + records_.size())
                           : store_.size(ledger);
}

StoreResult<std::uint64_t> StagedLedger::wait_beyond(const LedgerId& ledger, std::uint64_t size,
                                                     std::chrono::steady_clock::time_point deadline,
                                                     std::stop_token stop) {
  // Nobody else appends to a draft.
  return ledger == ledger_ ? this->size(ledger)
                           : store_.wait_beyond(ledger, size, deadline, std::move(stop));
}

std::uint64_t StagedLedger::known_size(const LedgerId& ledger) const {
  return ledger == ledger_ ? begun_at_ + records_.size() : store_.known_size(ledger);
}

StoreResult<StagedLedger::Stream*> StagedLedger::stream_of(const StreamName& name) {
  if (const auto known = streams_.find(name); known != streams_.end()) {
    return &known->second;
  }
  const auto version = version_at_begin(name);
  if (!version) {
    return std::unexpected(version.error());
  }
  return &streams_.emplace(name, Stream{*version, {}}).first->second;
}

StoreResult<Version> StagedLedger::version_at_begin(const StreamName& name) {
  auto version = store_.version_of(ledger_, name);
  while (version && version->value > 0) {
    const auto last = store_.read_stream(ledger_, name, {version->value - 1}, 1);
    if (!last) {
      return std::unexpected(last.error());
    }
    if (last->empty() || last->front().position.value < begun_at_) {
      break;
    }
    --version->value;
  }
  return version;
}

}  // namespace langnghe::eventstore
