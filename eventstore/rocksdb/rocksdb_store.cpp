#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <thread>
#include <utility>

#include <files/disk_space.hpp>
#include <ledger/engine/call_gate.hpp>
#include <ledger/engine/prepared_commit.hpp>
#include <ledger/engine/size_board.hpp>
#include <ledger/engine/writing_stop.hpp>
#include <ledger/limits.hpp>
#include <ledger/record/form.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>

#include "backup_engine.hpp"
#include "open_on.hpp"
#include "opened_ledger.hpp"
#include "scrub.hpp"

namespace langnghe::eventstore {
namespace {

StoreError unavailable(std::string context) {
  return {StoreErrorCode::unavailable, std::move(context), {}, {}};
}

constexpr std::chrono::milliseconds kPollInterval{50};
constexpr int kReopenDoublingsMax = 5;

/// Any thread. Reads go to the database on the caller's thread; appends go through the sequencer.
/// After a failed write a thread of its own opens the database anew.
class RocksDbStore final : public EventStore {
 public:
  RocksDbStore(RocksDbOptions options, rocksdb::Env& env)
      : options_(std::move(options)),
        env_(env),
        disk_(options_.directory, options_.disk_reserve_bytes) {}

  // Turns away new calls, answers those who wait, and lets the last of them out.
  ~RocksDbStore() override {
    keeper_.request_stop();
    if (keeper_.joinable()) {
      keeper_.join();
    }
    gate_.close();
    board_.close();
    {
      const std::shared_lock lock(opened_mutex_);
      if (opened_ && opened_->sequencer) {
        opened_->sequencer->finish();
      }
    }
    gate_.drain();
  }

  StoreResult<void> open() {
    auto opened = OpenedLedger::open(options_, env_, board_);
    if (!opened && opened.error().code == StoreErrorCode::disk_full && !options_.read_only) {
      full_ = true;
      opened = OpenedLedger::open_to_read(options_, env_, board_);
    }
    if (!opened) {
      return std::unexpected(std::move(opened.error()));
    }
    opened_ = std::move(*opened);
    if (!options_.read_only && options_.reopen_after.count() > 0) {
      keeper_ = std::jthread([this](const std::stop_token& stop) { keep_open(stop); });
    }
    return {};
  }

  StoreResult<Committed> append(Commit commit) override {
    const CallGate::Pass pass(gate_, Inside::is(*this));
    if (auto closed = why_closed(pass)) {
      return std::unexpected(std::move(*closed));
    }
    auto prepared = prepare(std::move(commit));
    return prepared ? submit(std::move(*prepared)) : std::unexpected(std::move(prepared.error()));
  }

  StoreResult<std::vector<Committed>> append_together(std::vector<Commit> commits) override {
    const CallGate::Pass pass(gate_, Inside::is(*this));
    if (auto closed = why_closed(pass)) {
      return std::unexpected(std::move(*closed));
    }
    auto prepared = prepare_together(std::move(commits));
    if (!prepared) {
      return std::unexpected(std::move(prepared.error()));
    }
    auto keys = prepared->keys;
    const auto whole = submit(std::move(*prepared));
    if (!whole) {
      return std::unexpected(whole.error());
    }
    return whole->repeated ? std::unexpected(key_was_used())
                           : StoreResult<std::vector<Committed>>(answers_of(keys, whole->first));
  }

  StoreResult<std::optional<Committed>> find(const LedgerId& ledger, std::string_view key,
                                             std::string_view request_hash) override {
    if (!is_ledger_id(ledger.value)) {
      return std::nullopt;
    }
    const Inside inside(*this);
    if (!opened_) {
      return std::unexpected(not_open());
    }
    return find_key(ledger, idempotency_key(ledger, key), request_hash);
  }

  StoreResult<std::vector<Record>> read_stream(const LedgerId& ledger, const StreamName& stream,
                                               Version after, std::size_t limit) override {
    if (!is_ledger_id(ledger.value) || !is_stream_name(stream.value)) {
      return std::vector<Record>{};
    }
    const Inside inside(*this);
    return opened_ ? opened_->reader.read_stream(ledger, stream, after, limit, board_.size(ledger))
                   : std::unexpected(not_open());
  }

  StoreResult<std::vector<Record>> read_ledger(const LedgerId& ledger, Position from,
                                               std::size_t limit) override {
    const Inside inside(*this);
    return opened_ ? opened_->reader.read_ledger(ledger, from, limit, board_.size(ledger))
                   : std::unexpected(not_open());
  }

  StoreResult<std::uint64_t> visit_ledger(const LedgerId& ledger, Position from,
                                          std::uint64_t limit,
                                          const RecordVisitor& visit) override {
    // As an append, which the visitor may make: first the gate, then the database.
    const CallGate::Pass pass(gate_, Inside::is(*this));
    if (!pass) {
      return std::unexpected(closing());
    }
    const Inside inside(*this);
    return opened_ ? opened_->reader.visit_ledger(ledger, from, limit, board_.size(ledger), visit)
                   : std::unexpected(not_open());
  }

  StoreResult<Version> version_of(const LedgerId& ledger, const StreamName& stream) override {
    if (!is_ledger_id(ledger.value) || !is_stream_name(stream.value)) {
      return kAbsent;
    }
    const Inside inside(*this);
    if (!opened_) {
      return std::unexpected(not_open());
    }
    const HashedKey key = stream_key(ledger, stream);
    const std::uint64_t size = board_.size(ledger);
    const auto head = opened_->lookup.head_of(key, kAbsent);
    return head ? opened_->reader.version_of(key, *head, size) : head;
  }

  // The process that has the database open is the only one that writes: what it has published is
  // all there is.
  StoreResult<std::uint64_t> size(const LedgerId& ledger) override { return board_.size(ledger); }

  StoreResult<std::vector<LedgerId>> ledgers() override { return board_.ledgers(); }

  std::uint64_t known_size(const LedgerId& ledger) const override { return board_.size(ledger); }

  std::vector<LedgerId> known_ledgers() const override { return board_.ledgers(); }

  StoreResult<std::uint64_t> wait_beyond(const LedgerId& ledger, std::uint64_t size,
                                         std::chrono::steady_clock::time_point deadline,
                                         std::stop_token stop) override {
    const CallGate::Pass pass(gate_, Inside::is(*this));
    return board_.wait_beyond(ledger, size, deadline, stop);
  }

  /// The database stays open while it is used.
  template <class Answer>
  StoreResult<Answer> with_database(
      const std::function<StoreResult<Answer>(const Database&)>& use) const {
    const Inside inside(*this);
    return opened_ ? use(*opened_->database) : std::unexpected(not_open());
  }

  bool writable() const override { return writing_stopped_by().empty(); }

  std::string_view writing_stopped_by() const override {
    if (options_.read_only) {
      return "read_only";
    }
    if (stop_.stopped()) {
      return "ledger_differs";
    }
    if (sync_failed_) {
      return "sync_failed";
    }
    if (disk_.is_low()) {
      return "disk_full";
    }
    // A monitor does not wait until the database is opened anew: meanwhile nothing is written.
    const std::shared_lock lock(opened_mutex_, std::try_to_lock);
    if (lock && opened_ && opened_->sequencer && opened_->sequencer->writable()) {
      return "";
    }
    return full_ ? "disk_full" : "write_failed";
  }

  void stop_writing(std::string reason) override { stop_.stop(std::move(reason)); }

 private:
  /// A call that uses the database: it waits while that is opened anew, and keeps it open. A
  /// visitor may call the store, and is inside it already.
  class Inside {
   public:
    explicit Inside(const RocksDbStore& store) : outer_(std::exchange(innermost_, &store)) {
      if (outer_ != &store) {
        opened_ = std::shared_lock(store.opened_mutex_);
      }
    }
    ~Inside() { innermost_ = outer_; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    [[nodiscard]] static bool is(const RocksDbStore& store) { return innermost_ == &store; }

   private:
    static inline thread_local const RocksDbStore* innermost_ = nullptr;
    const RocksDbStore* outer_;  // of the same thread
    std::shared_lock<std::shared_mutex> opened_;
  };

  [[nodiscard]] static StoreError closing() { return unavailable("the store is closing"); }

  [[nodiscard]] static StoreError not_open() {
    return unavailable("the ledger's database could not be opened anew yet");
  }

  [[nodiscard]] std::optional<StoreError> why_closed(const CallGate::Pass& pass) const {
    if (!pass) {
      return closing();
    }
    if (options_.read_only) {
      return unavailable("the store was opened to read");
    }
    return stop_.stopped() ? std::optional(stop_.refusal()) : std::nullopt;
  }

  StoreResult<Committed> submit(PreparedCommit prepared) {
    const Inside inside(*this);
    if (!opened_ || !opened_->sequencer || disk_.is_low()) {
      return answer_without_writing(prepared);
    }
    return opened_->sequencer->submit(std::move(prepared));
  }

  // The lock is held.
  StoreResult<std::optional<Committed>> find_key(const LedgerId& ledger, const HashedKey& key,
                                                 std::string_view request_hash) {
    const std::uint64_t size = board_.size(ledger);
    const auto entry = opened_->lookup.find_key(key);
    if (!entry) {
      return std::unexpected(entry.error());
    }
    // A commit is stored before it is durable and the ledger's size counts it. Told already, it
    // could be missing from a read that begins after this one.
    if (!*entry || (*entry)->first.value + (*entry)->events > size) {
      return std::nullopt;
    }
    const bool counted = (*entry)->first.value < size;
    if (!counted && opened_->sequencer && !opened_->sequencer->settle()) {
      return std::unexpected(unavailable("writing has stopped"));
    }
    return answer_again(**entry, request_hash);
  }

  // An acknowledged commit is answered again also where nothing new can be taken.
  StoreResult<Committed> answer_without_writing(const PreparedCommit& commit) {
    if (opened_ && commit.keys.size() == 1) {
      const PreparedKey& key = commit.keys.front();
      const auto known = find_key(commit.ledger, key.key, key.request_hash);
      if (!known) {
        return std::unexpected(known.error());
      }
      if (*known) {
        return **known;
      }
    }
    const bool full = full_ || disk_.is_low();
    return std::unexpected(full ? StoreError{StoreErrorCode::disk_full,
                                             "the disk of the ledger has no room left",
                                             {},
                                             {}}
                                : not_open());
  }

  void keep_open(const std::stop_token& stop) {
    auto wait = options_.reopen_after;
    const auto most = options_.reopen_after * (1 << kReopenDoublingsMax);
    std::mutex idle;
    std::condition_variable_any never;
    std::unique_lock lock(idle);
    const auto rest = [&](std::chrono::milliseconds time) {
      static_cast<void>(never.wait_for(lock, stop, time, [] { return false; }));
    };
    while (!stop.stop_requested()) {
      if (!needs_opening()) {
        wait = options_.reopen_after;
        rest(kPollInterval);
        continue;
      }
      rest(wait);
      // While the disk is full reads go on as they are: opening anew would need room.
      if (!stop.stop_requested() && !disk_.is_low()) {
        open_anew();
        wait = std::min(2 * wait, most);
      }
    }
  }

  [[nodiscard]] bool needs_opening() {
    const std::shared_lock lock(opened_mutex_);
    if (opened_ && opened_->sequencer && !opened_->sequencer->writable() &&
        opened_->sequencer->sync_failed()) {
      sync_failed_ = true;
    }
    return !sync_failed_ && !stop_.stopped() &&
           !(opened_ && opened_->sequencer && opened_->sequencer->writable());
  }

  // As a restart would: what was acknowledged is read back from the disk and checked.
  void open_anew() {
    const std::unique_lock lock(opened_mutex_);
    opened_.reset();
    auto opened = OpenedLedger::open(options_, env_, board_);
    if (!opened && opened.error().code == StoreErrorCode::corrupt) {
      stop_.stop(opened.error().context);
    }
    full_ = !opened && opened.error().code == StoreErrorCode::disk_full;
    if (!opened) {
      opened = OpenedLedger::open_to_read(options_, env_, board_);
    }
    if (opened) {
      opened_ = std::move(*opened);
    }
  }

  const RocksDbOptions options_;
  rocksdb::Env& env_;
  mutable DiskSpace disk_;
  SizeBoard board_;
  /// Held shared by every call that uses opened_, alone by who opens it anew.
  mutable std::shared_mutex opened_mutex_;
  std::unique_ptr<OpenedLedger> opened_;
  std::atomic<bool> full_ = false;         ///< it could not be opened to write for want of room
  std::atomic<bool> sync_failed_ = false;  ///< for good
  WritingStop stop_;
  CallGate gate_;
  std::jthread keeper_;  // last: uses all of the above
};

/// Backup and scrub work on the whole database, not on events.
class RocksDbMaintenance final : public Maintenance {
 public:
  explicit RocksDbMaintenance(const RocksDbStore& store) : store_(store) {}

  StoreResult<ScrubReport> scrub(const ScrubOptions& options) override {
    return store_.with_database<ScrubReport>(
        [&](const Database& database) { return scrub_database(database, options); });
  }

  StoreResult<std::uint32_t> back_up(const std::filesystem::path& folder) override {
    return store_.with_database<std::uint32_t>(
        [&](const Database& database) { return create_ledger_backup(database, folder); });
  }

 private:
  const RocksDbStore& store_;
};

}  // namespace

StoreResult<OpenedStore> open_rocksdb_store_on(rocksdb::Env& env, const RocksDbOptions& options) {
  auto store = std::make_unique<RocksDbStore>(options, env);
  if (auto opened = store->open(); !opened) {
    return std::unexpected(std::move(opened.error()));
  }
  auto maintenance = std::make_unique<RocksDbMaintenance>(*store);
  return OpenedStore{std::move(store), std::move(maintenance)};
}

StoreResult<OpenedStore> open_rocksdb_store(const RocksDbOptions& options) {
  return open_rocksdb_store_on(*rocksdb::Env::Default(), options);
}

}  // namespace langnghe::eventstore
