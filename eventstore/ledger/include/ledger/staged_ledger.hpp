#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <ledger/store.hpp>

namespace langnghe::eventstore {

/// Commits to one ledger that are not made yet. Whoever reads it sees the ledger as it was when the
/// draft began, with what was appended to the draft behind it; `commit` makes all of it or nothing.
/// So a run of acts, each of which looks at what those before it did, becomes one commit. Nothing
/// of the positions in a draft may be kept: others may commit first. Other ledgers are read as they
/// are. Belongs to one thread.
///
/// Example:
///   auto draft = StagedLedger::begin(store, ward);
///   first act on **draft; second act on **draft;
///   if (auto done = (*draft)->commit(); !done && done.error().code == StoreErrorCode::conflict) …
class StagedLedger final : public EventStore {
 public:
  /// `store` must outlive the draft.
  [[nodiscard]] static StoreResult<std::unique_ptr<StagedLedger>> begin(EventStore& store,
                                                                        LedgerId ledger);

  /// The size of the ledger when the draft began.
  [[nodiscard]] std::uint64_t begun_at() const { return begun_at_; }
  /// The number of events that were appended.
  [[nodiscard]] std::size_t events() const { return records_.size(); }
  /// Has somebody else made a commit that the draft cannot show? Then begin anew.
  [[nodiscard]] bool overtaken() const { return overtaken_; }

  /// Makes it. A `conflict`: somebody else has changed what the draft rests on; begin anew.
  [[nodiscard]] StoreResult<void> commit();

  StoreResult<Committed> append(Commit commit) override;
  StoreResult<std::vector<Committed>> append_together(std::vector<Commit> commits) override;
  StoreResult<std::optional<Committed>> find(const LedgerId& ledger, std::string_view key,
                                             std::string_view request_hash) override;
  StoreResult<std::vector<Record>> read_stream(const LedgerId& ledger, const StreamName& stream,
                                               Version after, std::size_t limit) override;
  StoreResult<std::vector<Record>> read_ledger(const LedgerId& ledger, Position from,
                                               std::size_t limit) override;
  StoreResult<Version> version_of(const LedgerId& ledger, const StreamName& stream) override;
  StoreResult<std::uint64_t> size(const LedgerId& ledger) override;
  StoreResult<std::vector<LedgerId>> ledgers() override { return store_.ledgers(); }
  StoreResult<std::uint64_t> wait_beyond(const LedgerId& ledger, std::uint64_t size,
                                         std::chrono::steady_clock::time_point deadline,
                                         std::stop_token stop) override;
  [[nodiscard]] std::uint64_t known_size(const LedgerId& ledger) const override;
  [[nodiscard]] std::vector<LedgerId> known_ledgers() const override {
    return store_.known_ledgers();
  }
  [[nodiscard]] bool writable() const override { return store_.writable(); }
  [[nodiscard]] std::string_view writing_stopped_by() const override {
    return store_.writing_stopped_by();
  }
  void stop_writing(std::string reason) override { store_.stop_writing(std::move(reason)); }

 private:
  struct Key {
    std::string request_hash;
    Committed answer;
  };
  struct Stream {
    Version begun_at;                  ///< its version when the draft began
    std::vector<std::size_t> records;  ///< index into records_
  };

  StagedLedger(EventStore& store, LedgerId ledger, std::uint64_t size)
      : store_(store), ledger_(std::move(ledger)), begun_at_(size) {}

  [[nodiscard]] StoreResult<Stream*> stream_of(const StreamName& name);
  [[nodiscard]] StoreResult<Version> version_at_begin(const StreamName& name);

  EventStore& store_;
  const LedgerId ledger_;
  const std::uint64_t begun_at_;
  bool overtaken_ = false;
  std::vector<Commit> commits_;
  std::vector<std::string> records_;
  std::map<StreamName, Stream> streams_;
  std::map<std::string, Key, std::less<>> keys_;
};

}  // namespace langnghe::eventstore
