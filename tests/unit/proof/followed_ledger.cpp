#include "followed_ledger.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <gtest/gtest.h>

namespace langnghe::test {

using namespace eventstore;
using std::chrono::steady_clock;

namespace {

StoreError takes_no_commits() {
  return {StoreErrorCode::unavailable, "a fixed ledger is only read", {}, {}};
}

}  // namespace

StoreResult<Committed> FixedLedger::append(Commit) {
  return std::unexpected(takes_no_commits());
}

StoreResult<std::vector<Committed>> FixedLedger::append_together(std::vector<Commit>) {
  return std::unexpected(takes_no_commits());
}

StoreResult<std::optional<Committed>> FixedLedger::find(const LedgerId&, std::string_view,
                                                        std::string_view) {
  return std::unexpected(takes_no_commits());
}

StoreResult<std::vector<Record>> FixedLedger::read_stream(const LedgerId&, const StreamName&,
                                                          Version, std::size_t) {
  return std::unexpected(takes_no_commits());
}

StoreResult<std::vector<Record>> FixedLedger::read_ledger(const LedgerId& ledger, Position from,
                                                          std::size_t limit) {
  std::vector<Record> page;
  for (std::uint64_t at = from.value; at < known_size(ledger) && page.size() < limit; ++at) {
    page.push_back({{at}, records_[at]});
  }
  reads_ += page.size();
  return page;
}

StoreResult<Version> FixedLedger::version_of(const LedgerId&, const StreamName&) {
  return std::unexpected(takes_no_commits());
}

StoreResult<std::uint64_t> FixedLedger::size(const LedgerId& ledger) {
  return known_size(ledger);
}

std::uint64_t FixedLedger::known_size(const LedgerId& ledger) const {
  return ledger == name_ ? records_.size() : 0;
}

StoreResult<std::vector<LedgerId>> FixedLedger::ledgers() {
  return known_ledgers();
}

std::vector<LedgerId> FixedLedger::known_ledgers() const {
  return {name_};
}

StoreResult<std::uint64_t> FixedLedger::wait_beyond(const LedgerId& ledger, std::uint64_t beyond,
                                                    steady_clock::time_point deadline,
                                                    std::stop_token stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait_until(lock, stop, deadline, [&] { return known_size(ledger) > beyond; });
  return known_size(ledger);
}

std::vector<std::string> synthetic_records(std::uint64_t count) {
  std::vector<std::string> records;
  for (std::uint64_t i = 0; i < count; ++i) {
    records.push_back("record " + std::to_string(i));
  }
  return records;
}

Hash root_of(const std::vector<std::string>& records) {
  MemoryHashes hashes;
  for (const std::string& record : records) {
    hashes.append(leaf_hash(record));
  }
  return tree_root(records.size(), nodes_of(hashes)).value();
}

steady_clock::time_point within(std::chrono::milliseconds time) {
  return steady_clock::now() + time;
}

SigningKey LogFolders::key() {
  return SigningKey::from_seed({7, 7, 7});
}

VerifierKey LogFolders::verifier(const LedgerId& ledger) {
  return key().verifier(log_origin(kOriginPrefix, ledger), SignatureKind::ed25519);
}

std::unique_ptr<Transparency> LogFolders::start(EventStore& store,
                                                std::chrono::milliseconds interval) const {
  auto log = Transparency::start(store, key(),
                                 {.proof = proof(),
                                  .anchor = anchor(),
                                  .origin_prefix = std::string(kOriginPrefix),
                                  .interval = interval});
  EXPECT_TRUE(log) << log.error().context;
  return log ? std::move(*log) : nullptr;
}

std::string LogFolders::sign_up_to(EventStore& store, std::uint64_t size) const {
  const auto log = start(store);
  EXPECT_EQ(size, log->wait_for(kWard, size, within(kLongEnough)));
  return log->checkpoint(kWard).value_or("");
}

std::optional<ProofError> LogFolders::fault_over(EventStore& store) const {
  const auto log = start(store);
  constexpr std::uint64_t kNever = ~std::uint64_t{0};
  static_cast<void>(log->wait_for(kWard, kNever, within(kLongEnough)));  // ends with the log
  EXPECT_EQ(log->fault(kWard).has_value(), log->fault().has_value());
  return log->fault(kWard);
}

AnchorCheck LogFolders::check(AnchorDepth depth) const {
  return {.anchor = anchor(),
          .public_key = key().public_key(),
          .origin_prefix = std::string(kOriginPrefix),
          .proof = proof(),
          .depth = depth};
}

}  // namespace langnghe::test
