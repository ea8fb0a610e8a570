#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <transparency/anchor.hpp>
#include <transparency/transparency.hpp>

#include "commit_builder.hpp"
#include "temporary_directory.hpp"

namespace langnghe::test {

/// A ledger that is exactly these records: to show what a changed database looks like to those
/// who read it. Takes no commits.
class FixedLedger final : public eventstore::EventStore {
 public:
  explicit FixedLedger(std::vector<std::string> records, eventstore::LedgerId name = kWard)
      : records_(std::move(records)), name_(std::move(name)) {}

  /// The number of records read so far.
  [[nodiscard]] std::size_t reads() const { return reads_; }

  eventstore::StoreResult<eventstore::Committed> append(eventstore::Commit commit) override;
  eventstore::StoreResult<std::vector<eventstore::Committed>> append_together(
      std::vector<eventstore::Commit> commits) override;
  eventstore::StoreResult<std::optional<eventstore::Committed>> find(
      const eventstore::LedgerId& ledger, std::string_view key, std::string_view hash) override;
  eventstore::StoreResult<std::vector<eventstore::Record>> read_stream(
      const eventstore::LedgerId& ledger, const eventstore::StreamName& stream,
      eventstore::Version after, std::size_t limit) override;
  eventstore::StoreResult<std::vector<eventstore::Record>> read_ledger(
      const eventstore::LedgerId& ledger, eventstore::Position from, std::size_t limit) override;
  eventstore::StoreResult<eventstore::Version> version_of(
      const eventstore::LedgerId& ledger, const eventstore::StreamName& stream) override;
  eventstore::StoreResult<std::uint64_t> size(const eventstore::LedgerId& ledger) override;
  eventstore::StoreResult<std::vector<eventstore::LedgerId>> ledgers() override;
  std::uint64_t known_size(const eventstore::LedgerId& ledger) const override;
  std::vector<eventstore::LedgerId> known_ledgers() const override;
  eventstore::StoreResult<std::uint64_t> wait_beyond(const eventstore::LedgerId& ledger,
                                                     std::uint64_t size,
                                                     std::chrono::steady_clock::time_point deadline,
                                                     std::stop_token stop) override;
  bool writable() const override { return false; }
  void stop_writing(std::string) override {}

 private:
  const std::vector<std::string> records_;
  const eventstore::LedgerId name_;
  std::atomic<std::size_t> reads_ = 0;
};

/// `count` records that differ.
[[nodiscard]] std::vector<std::string> synthetic_records(std::uint64_t count);

[[nodiscard]] eventstore::Hash root_of(const std::vector<std::string>& records);

[[nodiscard]] std::chrono::steady_clock::time_point within(std::chrono::milliseconds time);
inline constexpr std::chrono::seconds kLongEnough{20};

/// The folders of one installation, and its key.
struct LogFolders {
  TemporaryDirectory directory;

  [[nodiscard]] std::filesystem::path proof() const { return directory.path() / "proof"; }
  [[nodiscard]] std::filesystem::path anchor() const { return directory.path() / "anchor"; }

  [[nodiscard]] static eventstore::SigningKey key();
  [[nodiscard]] static eventstore::VerifierKey verifier(const eventstore::LedgerId& ledger = kWard);

  [[nodiscard]] std::unique_ptr<eventstore::Transparency> start(
      eventstore::EventStore& store,
      std::chrono::milliseconds interval = std::chrono::milliseconds(20)) const;

  /// Runs a log over the store until `size` records are signed for; empty when it was not reached.
  [[nodiscard]] std::string sign_up_to(eventstore::EventStore& store, std::uint64_t size) const;

  /// Waits for the fault of a log over the store.
  [[nodiscard]] std::optional<eventstore::ProofError> fault_over(
      eventstore::EventStore& store) const;

  [[nodiscard]] eventstore::AnchorCheck check(
      eventstore::AnchorDepth depth = eventstore::AnchorDepth::tail) const;
};

}  // namespace langnghe::test
