#include <algorithm>
#include <map>
#include <mutex>
#include <unordered_map>
#include <utility>

#include <ledger/engine/call_gate.hpp>
#include <ledger/engine/key_entry.hpp>
#include <ledger/engine/prepared_commit.hpp>
#include <ledger/engine/size_board.hpp>
#include <ledger/engine/writing_stop.hpp>
#include <ledger/limits.hpp>
#include <ledger/memory_store.hpp>

namespace langnghe::eventstore {
namespace {

/// Runs on the callers' threads, one at a time.
class MemoryStore final : public EventStore {
 public:
  ~MemoryStore() override {
    gate_.close();
    board_.close();
    gate_.drain();
  }

  StoreResult<Committed> append(Commit commit) override {
    const CallGate::Pass pass(gate_);
    if (!pass) {
      return std::unexpected(closing());
    }
    if (stop_.stopped()) {
      return std::unexpected(stop_.refusal());
    }
    auto prepared = prepare(std::move(commit));
    if (!prepared) {
      return std::unexpected(std::move(prepared.error()));
    }
    const std::lock_guard lock(mutex_);
    return store(*prepared);
  }

  StoreResult<std::vector<Committed>> append_together(std::vector<Commit> commits) override {
    const CallGate::Pass pass(gate_);
    if (!pass) {
      return std::unexpected(closing());
    }
    if (stop_.stopped()) {
      return std::unexpected(stop_.refusal());
    }
    auto prepared = prepare_together(std::move(commits));
    if (!prepared) {
      return std::unexpected(std::move(prepared.error()));
    }
    const std::lock_guard lock(mutex_);
    const bool any_known = std::ranges::any_of(
        prepared->keys, [this](const PreparedKey& key) { return keys_.contains(key.key); });
    if (any_known) {
      return std::unexpected(key_was_used());
    }
    const auto whole = store(*prepared);
    if (!whole) {
      return std::unexpected(whole.error());
    }
    return answers_of(prepared->keys, whole->first);
  }

  StoreResult<std::optional<Committed>> find(const LedgerId& ledger, std::string_view key,
                                             std::string_view request_hash) override {
    const std::lock_guard lock(mutex_);
    const auto known = keys_.find(idempotency_key(ledger, key));
    if (known == keys_.end()) {
      return std::nullopt;
    }
    return answer_again(known->second, request_hash);
  }

  StoreResult<std::vector<Record>> read_stream(const LedgerId& ledger, const StreamName& stream,
                                               Version after, std::size_t limit) override {
    const std::lock_guard lock(mutex_);
    std::vector<Record> records;
    const auto positions = streams_.find(stream_key(ledger, stream));
    if (positions != streams_.end() && after.value < positions->second.size()) {
      const auto& all = positions->second;
      const auto& bytes = ledgers_[ledger.value].records;
      const std::size_t end =
          after.value + std::min({limit, kReadLimitMax, all.size() - after.value});
      for (std::size_t at = after.value; at < end; ++at) {
        records.push_back({all[at], bytes[all[at].value]});
      }
    }
    return records;
  }

  StoreResult<std::vector<Record>> read_ledger(const LedgerId& ledger, Position from,
                                               std::size_t limit) override {
    const std::lock_guard lock(mutex_);
    std::vector<Record> records;
    const auto found = ledgers_.find(ledger.value);
    if (found != ledgers_.end() && from.value < found->second.records.size()) {
      const auto& all = found->second.records;
      const std::size_t end =
          from.value + std::min({limit, kReadLimitMax, all.size() - from.value});
      for (std::size_t at = from.value; at < end; ++at) {
        records.push_back({{at}, all[at]});
      }
    }
    return records;
  }

  StoreResult<Version> version_of(const LedgerId& ledger, const StreamName& stream) override {
    const std::lock_guard lock(mutex_);
    return head(stream_key(ledger, stream));
  }

  StoreResult<std::uint64_t> size(const LedgerId& ledger) override { return board_.size(ledger); }

  StoreResult<std::vector<LedgerId>> ledgers() override { return board_.ledgers(); }

  std::uint64_t known_size(const LedgerId& ledger) const override { return board_.size(ledger); }

  std::vector<LedgerId> known_ledgers() const override { return board_.ledgers(); }

  StoreResult<std::uint64_t> wait_beyond(const LedgerId& ledger, std::uint64_t size,
                                         std::chrono::steady_clock::time_point deadline,
                                         std::stop_token stop) override {
    const CallGate::Pass pass(gate_);
    return board_.wait_beyond(ledger, size, deadline, stop);
  }

  bool writable() const override { return !stop_.stopped(); }

  void stop_writing(std::string reason) override { stop_.stop(std::move(reason)); }

 private:
  struct Ledger {
    std::vector<std::string> records;
    std::string last_recorded;
  };

  static StoreError closing() {
    return {StoreErrorCode::unavailable, "the store is closing", {}, {}};
  }

  Version head(const HashedKey& stream) const {
    const auto found = streams_.find(stream);
    return found == streams_.end() ? kAbsent : Version{found->second.size()};
  }

  StoreResult<Committed> store(PreparedCommit& commit) {
    const PreparedKey& first_key = commit.keys.front();
    if (const auto known = keys_.find(first_key.key); known != keys_.end()) {
      return answer_again(known->second, first_key.request_hash);
    }
    for (PreparedStream& stream : commit.streams) {
      stream.head = head(stream.key);
    }
    if (auto conflict = first_conflict(commit)) {
      return std::unexpected(std::move(*conflict));
    }
    Ledger& ledger = ledgers_[commit.ledger.value];
    const Position first{ledger.records.size()};
    if (!commit.events.empty()) {
      ledger.last_recorded = std::max(ledger.last_recorded, commit.recorded);
      number_events(commit, ledger.last_recorded);
    }
    for (PreparedEvent& event : commit.events) {
      streams_[commit.streams[event.stream].key].push_back({ledger.records.size()});
      ledger.records.push_back(std::move(event.record.bytes));
    }
    const auto answers = answers_of(commit.keys, first);
    for (std::size_t at = 0; at < answers.size(); ++at) {
      keys_.emplace(commit.keys[at].key,
                    KeyEntry{answers[at].first, answers[at].events, commit.keys[at].request_hash});
    }
    board_.publish(commit.ledger, ledger.records.size());
    return Committed{first, commit.events.size(), false};
  }

  std::mutex mutex_;  // guards the three maps
  std::map<std::string, Ledger> ledgers_;
  std::unordered_map<HashedKey, std::vector<Position>, HashedKeyHash> streams_;
  std::unordered_map<HashedKey, KeyEntry, HashedKeyHash> keys_;
  SizeBoard board_;
  WritingStop stop_;
  CallGate gate_;
};

}  // namespace

std::unique_ptr<EventStore> make_memory_store() {
  return std::make_unique<MemoryStore>();
}

}  // namespace langnghe::eventstore
