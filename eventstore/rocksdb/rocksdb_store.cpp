#include <optional>
#include <utility>

#include <eventstore/limits.hpp>
#include <eventstore/rocksdb_store.hpp>

#include "engine/call_gate.hpp"
#include "engine/prepared_commit.hpp"
#include "engine/size_board.hpp"
#include "engine/writing_stop.hpp"
#include "record/form.hpp"
#include "rocksdb/database.hpp"
#include "rocksdb/lookup.hpp"
#include "rocksdb/owns_database.hpp"
#include "rocksdb/reader.hpp"
#include "rocksdb/sequencer.hpp"
#include "rocksdb/start_check.hpp"

namespace langnghe::eventstore {
namespace {

StoreError unavailable(std::string context) {
  return {StoreErrorCode::unavailable, std::move(context), {}, {}};
}

/// Any thread. Reads go to the database on the caller's thread; appends go through the sequencer.
class RocksDbStore final : public EventStore, public OwnsDatabase {
 public:
  RocksDbStore(std::unique_ptr<Database> database, const LedgerStates& ledgers, bool read_only)
      : database_(std::move(database)), lookup_(*database_), reader_(*database_) {
    for (const auto& [id, state] : ledgers) {
      board_.publish({id}, state.size);
    }
    if (!read_only) {
      sequencer_.emplace(*database_, board_, ledgers);
    }
  }

  // Turns away new calls, answers those who wait, and lets the last of them out.
  ~RocksDbStore() override {
    gate_.close();
    board_.close();
    if (sequencer_) {
      sequencer_->finish();
    }
    gate_.drain();
  }

  StoreResult<Committed> append(Commit commit) override {
    const CallGate::Pass pass(gate_);
    if (!pass) {
      return std::unexpected(unavailable("the store is closing"));
    }
    if (!sequencer_) {
      return std::unexpected(unavailable("the store was opened to read"));
    }
    if (stop_.stopped()) {
      return std::unexpected(stop_.refusal());
    }
    auto prepared = prepare(std::move(commit));
    if (!prepared) {
      return std::unexpected(std::move(prepared.error()));
    }
    return sequencer_->submit(std::move(*prepared));
  }

  StoreResult<std::optional<Committed>> find(const LedgerId& ledger, std::string_view key,
                                             std::string_view request_hash) override {
    if (!is_ledger_id(ledger.value)) {
      return std::nullopt;
    }
    const std::uint64_t size = board_.size(ledger);
    const auto entry = lookup_.find_key(idempotency_key(ledger, key));
    if (!entry) {
      return std::unexpected(entry.error());
    }
    // A commit is stored before it is durable and the ledger's size counts it. Told already, it
    // could be missing from a read that begins after this one.
    if (!*entry || (*entry)->first.value + (*entry)->events > size) {
      return std::nullopt;
    }
    const bool counted = (*entry)->first.value < size;
    if (!counted && sequencer_ && !sequencer_->settle()) {
      return std::unexpected(unavailable("writing has stopped"));
    }
    return answer_again(**entry, request_hash);
  }

  StoreResult<std::vector<Record>> read_stream(const LedgerId& ledger, const StreamName& stream,
                                               Version after, std::size_t limit) override {
    if (!is_ledger_id(ledger.value) || !is_stream_name(stream.value)) {
      return std::vector<Record>{};
    }
    return reader_.read_stream(ledger, stream, after, limit, board_.size(ledger));
  }

  StoreResult<std::vector<Record>> read_ledger(const LedgerId& ledger, Position from,
                                               std::size_t limit) override {
    return reader_.read_ledger(ledger, from, limit, board_.size(ledger));
  }

  StoreResult<std::uint64_t> visit_ledger(const LedgerId& ledger, Position from,
                                          std::uint64_t limit,
                                          const RecordVisitor& visit) override {
    return reader_.visit_ledger(ledger, from, limit, board_.size(ledger), visit);
  }

  StoreResult<Version> version_of(const LedgerId& ledger, const StreamName& stream) override {
    if (!is_ledger_id(ledger.value) || !is_stream_name(stream.value)) {
      return kAbsent;
    }
    const HashedKey key = stream_key(ledger, stream);
    const std::uint64_t size = board_.size(ledger);
    const auto head = lookup_.head_of(key, kAbsent);
    return head ? reader_.version_of(key, *head, size) : head;
  }

  std::uint64_t size(const LedgerId& ledger) override { return board_.size(ledger); }

  std::vector<LedgerId> ledgers() override { return board_.ledgers(); }

  std::uint64_t wait_beyond(const LedgerId& ledger, std::uint64_t size,
                            std::chrono::steady_clock::time_point deadline,
                            std::stop_token stop) override {
    const CallGate::Pass pass(gate_);
    return board_.wait_beyond(ledger, size, deadline, stop);
  }

  const Database& database() const override { return *database_; }

  bool writable() const override {
    return sequencer_ && sequencer_->writable() && !stop_.stopped();
  }

  void stop_writing(std::string reason) override { stop_.stop(std::move(reason)); }

 private:
  std::unique_ptr<Database> database_;
  Lookup lookup_;
  Reader reader_;
  SizeBoard board_;
  std::optional<Sequencer> sequencer_;  // none when opened to read
  WritingStop stop_;
  CallGate gate_;
};

}  // namespace

StoreResult<std::unique_ptr<EventStore>> open_rocksdb_store(const RocksDbOptions& options) {
  auto database = Database::open(options);
  if (!database) {
    return std::unexpected(std::move(database.error()));
  }
  if (auto checked = check_format(**database, options.read_only); !checked) {
    return std::unexpected(std::move(checked.error()));
  }
  const auto ledgers = check_ledgers(**database);
  if (!ledgers) {
    return std::unexpected(ledgers.error());
  }
  return std::make_unique<RocksDbStore>(std::move(*database), *ledgers, options.read_only);
}

}  // namespace langnghe::eventstore
