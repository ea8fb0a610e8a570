// A record that was changed in the database behind the program's back, far in front of what a start
// looks at: found while the ledger is served.

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <following/supervisor.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>
#include <transparency/anchor.hpp>
#include <transparency/ledger_watch.hpp>

#include "changed_record.hpp"
#include "commit_builder.hpp"
#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;
using std::chrono::steady_clock;

constexpr std::uint64_t kRecords = 5'000;  // more than one step of a reading
constexpr std::uint64_t kChanged = 3;
constexpr std::int64_t kNow = 1'609'459'200;
constexpr std::chrono::seconds kLongEnough{60};

/// Takes what the watch says, on its thread, and lets the test wait for it.
class Findings {
 public:
  void add(const WatchState& state) {
    const std::lock_guard lock(mutex_);
    found_.push_back(state);
    came_.notify_all();
  }
  std::optional<WatchState> first() {
    std::unique_lock lock(mutex_);
    came_.wait_for(lock, kLongEnough, [&] { return !found_.empty(); });
    return found_.empty() ? std::nullopt : std::optional(found_.front());
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::vector<WatchState> found_;
};

class WatchedLedger : public testing::Test {
 protected:
  void SetUp() override {
    open();
    for (std::uint64_t first = 0; first < kRecords; first += 100) {
      std::vector<NewEvent> events;
      for (std::uint64_t number = first; number < first + 100; ++number) {
        events.push_back(event("a", number));
      }
      ASSERT_TRUE(store_->append(commit("k" + std::to_string(first), std::move(events))));
    }
    ASSERT_EQ(await_head(kRecords), kRecords);
  }

  [[nodiscard]] std::filesystem::path ledger() const { return directory_.path() / "ledger"; }

  /// As a start does it, with its look at the ledger's end.
  void open() {
    auto store = open_rocksdb_store({.directory = ledger(), .read_only = false});
    ASSERT_TRUE(store) << store.error().context;
    store_ = std::move(store->store);
    AnchorCheck check;
    check.anchor = directory_.path() / "anchor";
    check.proof = directory_.path() / "proof";
    check.public_key = key().public_key();
    const auto checked = check_against_anchor(*store_, check);
    ASSERT_TRUE(checked) << checked.error().context;
    TransparencyOptions options;
    options.proof = check.proof;
    options.anchor = check.anchor;
    options.interval = std::chrono::milliseconds(20);
    auto log = Transparency::start(*store_, key(), options);
    ASSERT_TRUE(log) << log.error().context;
    log_ = std::move(*log);
  }

  void close() {
    watch_.reset();
    log_.reset();
    store_.reset();
  }

  void change_and_open_again() {
    close();
    change_record(ledger(), kWard, {kChanged});
    open();
    ASSERT_EQ(await_head(kRecords), kRecords) << "the start saw nothing";
  }

  static SigningKey key() { return SigningKey::from_seed({3, 3, 3}); }

  std::uint64_t await_head(std::uint64_t size) {
    return log_->wait_for(kWard, size, steady_clock::now() + kLongEnough);
  }

  void watch(unsigned share = 1, Supervisor* supervisor = nullptr) {
    WatchOptions options;
    options.supervisor = supervisor;
    options.share = share;
    options.now = [] { return kNow; };
    options.on_finding = [this](const WatchState& state) { findings_.add(state); };
    watch_ = std::make_unique<LedgerWatch>(*store_, *log_, std::move(options));
    watch_->start();
  }

  [[nodiscard]] std::string anchor() const {
    return read_anchor(directory_.path() / "anchor", kWard).value().value_or("");
  }

  TemporaryDirectory directory_;
  Findings findings_;
  std::unique_ptr<EventStore> store_;
  std::unique_ptr<Transparency> log_;
  std::unique_ptr<LedgerWatch> watch_;
};

TEST_F(WatchedLedger, AWholeOneIsSaidToBeClean) {
  watch();
  const auto found = findings_.first();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->finding, WatchFinding::clean);
  EXPECT_EQ(found->records, kRecords);
  EXPECT_EQ(found->finished_at, kNow);
  EXPECT_EQ(found->detail, "");
  const auto states = watch_->states();
  ASSERT_EQ(states.size(), 1u);
  EXPECT_EQ(states.front().ledger, kWard);
  EXPECT_EQ(states.front().finding, WatchFinding::clean);
  EXPECT_EQ(states.front().reading_of, 0u) << "no reading is under way";
  EXPECT_TRUE(store_->writable());
  ASSERT_TRUE(store_->append(commit("after", {event("a", 1)})));
  EXPECT_EQ(await_head(kRecords + 1), kRecords + 1);
}

TEST_F(WatchedLedger, AChangedRecordStopsWritingAndSigningAndReadsGoOn) {
  change_and_open_again();
  const std::string before = anchor();
  watch();
  const auto found = findings_.first();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->finding, WatchFinding::differs);
  EXPECT_EQ(found->position, kChanged);
  EXPECT_FALSE(store_->writable());
  const auto refused = store_->append(commit("after", {event("a", 1)}));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, StoreErrorCode::ledger_differs);
  EXPECT_NE(refused.error().context.find("from position 3 on"), std::string::npos)
      << refused.error().context;
  EXPECT_EQ(read_all(*store_).size(), kRecords);
  ASSERT_TRUE(log_->fault(kWard));
  EXPECT_EQ(log_->fault(kWard)->code, ProofErrorCode::ledger_differs);
  watch_->stop();
  log_->stop();
  EXPECT_EQ(anchor(), before) << "a head was signed";
}

// A commit that was queued when writing stopped is stored, and gets no head.
TEST_F(WatchedLedger, NothingIsSignedBehindAStop) {
  const std::string before = anchor();
  log_->stop_signing(kWard, {ProofErrorCode::ledger_differs, "said by the test"});
  ASSERT_TRUE(store_->append(commit("after", {event("a", 1)})));
  EXPECT_EQ(await_head(kRecords + 1), kRecords) << "the wait ends with the log";
  log_->stop();
  EXPECT_EQ(anchor(), before);
}

TEST_F(WatchedLedger, KeptHashesThatWereChangedTooDoNotHideIt) {
  close();
  change_record(ledger(), kWard, {kChanged});
  change_kept_hash(directory_.path() / "proof" / kWard.value, kChanged,
                   record_in(ledger(), kWard, {kChanged}));
  open();
  watch();
  const auto found = findings_.first();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->finding, WatchFinding::differs);
  EXPECT_EQ(found->position, 0u) << "the first tile, as the level above tells";
}

TEST_F(WatchedLedger, ChangedHashesOfAWellLedgerStopNothing) {
  close();
  change_kept_hash(directory_.path() / "proof" / kWard.value, kChanged, "something else");
  open();
  watch();
  const auto found = findings_.first();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->finding, WatchFinding::clean);
  EXPECT_NE(found->detail.find("kept hashes are not, from position 3"), std::string::npos)
      << found->detail;
  EXPECT_TRUE(store_->writable());
}

TEST_F(WatchedLedger, AStopInTheMidstReturnsAtOnce) {
  constexpr unsigned kRestsForEver = 1'000'000'000;
  watch(kRestsForEver);
  const auto deadline = steady_clock::now() + kLongEnough;
  const auto under_way = [&] {
    const auto states = watch_->states();
    return !states.empty() && states.front().reading > 0;
  };
  while (!under_way() && steady_clock::now() < deadline) {
    std::this_thread::yield();
  }
  ASSERT_TRUE(under_way());
  const auto began = steady_clock::now();
  watch_->stop();
  EXPECT_LT(steady_clock::now() - began, std::chrono::seconds(2));
  EXPECT_EQ(watch_->states().front().finding, WatchFinding::none);
}

TEST_F(WatchedLedger, TheWatchIsAConsumerThatEndsWhereTheLedgerDiffers) {
  const auto await = [](const Supervisor& supervisor, const auto& wanted) {
    const auto deadline = steady_clock::now() + kLongEnough;
    while (!wanted(supervisor.states().at(0)) && steady_clock::now() < deadline) {
      std::this_thread::yield();
    }
    return supervisor.states().at(0);
  };
  {
    Supervisor supervisor(*store_);
    watch(1, &supervisor);
    const auto clean = await(supervisor, [](const auto& now) { return now.position == kRecords; });
    EXPECT_EQ(clean.consumer, "watch");
    EXPECT_EQ(clean.lag, 0u);
    EXPECT_FALSE(clean.is_failing);
    watch_.reset();
  }
  change_and_open_again();
  Supervisor supervisor(*store_);
  watch(1, &supervisor);
  const auto differs = await(supervisor, [](const auto& now) { return now.has_ended; });
  EXPECT_EQ(differs.failure, "differs from position " + std::to_string(kChanged));
  watch_.reset();
}

TEST_F(WatchedLedger, NoneIsReadWhereItIsSwitchedOff) {
  WatchOptions options;
  options.every = std::chrono::seconds(0);
  LedgerWatch off(*store_, *log_, options);
  off.start();
  off.stop();
  EXPECT_TRUE(off.states().empty());
}

}  // namespace
}  // namespace langnghe::test
