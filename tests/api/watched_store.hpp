#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

#include <ledger/store.hpp>

#include "unit/command/hooked_store.hpp"

namespace langnghe::api::spec {

/// Counts what a request asks of the ledger. The test sets it while nothing is asked.
class WatchedStore final : public eventstore::EventStore {
 public:
  explicit WatchedStore(std::unique_ptr<command::test::HookedStore> inner)
      : inner_(std::move(inner)) {}

  [[nodiscard]] command::test::HookedStore& hooked() { return *inner_; }

  std::atomic<int> stream_reads = 0;  ///< questions for one stream: its records or its length
  bool read_only = false;
  std::function<void()> before_ledger_read;  ///< of any thread

  eventstore::StoreResult<eventstore::Committed> append(eventstore::Commit commit) override {
    return inner_->append(std::move(commit));
  }
  eventstore::StoreResult<std::vector<eventstore::Committed>> append_together(
      std::vector<eventstore::Commit> commits) override {
    return inner_->append_together(std::move(commits));
  }
  eventstore::StoreResult<std::optional<eventstore::Committed>> find(
      const eventstore::LedgerId& ledger, std::string_view key, std::string_view hash) override {
    return inner_->find(ledger, key, hash);
  }
  eventstore::StoreResult<std::vector<eventstore::Record>> read_stream(
      const eventstore::LedgerId& ledger, const eventstore::StreamName& stream,
      eventstore::Version after, std::size_t limit) override {
    ++stream_reads;
    return inner_->read_stream(ledger, stream, after, limit);
  }
  eventstore::StoreResult<std::vector<eventstore::Record>> read_ledger(
      const eventstore::LedgerId& ledger, eventstore::Position from, std::size_t limit) override {
    if (before_ledger_read) {
      before_ledger_read();
    }
    return inner_->read_ledger(ledger, from, limit);
  }
  eventstore::StoreResult<eventstore::Version> version_of(
      const eventstore::LedgerId& ledger, const eventstore::StreamName& stream) override {
    ++stream_reads;
    return inner_->version_of(ledger, stream);
  }
  eventstore::StoreResult<std::uint64_t> size(const eventstore::LedgerId& ledger) override {
    return inner_->size(ledger);
  }
  eventstore::StoreResult<std::vector<eventstore::LedgerId>> ledgers() override {
    return inner_->ledgers();
  }
  [[nodiscard]] std::uint64_t known_size(const eventstore::LedgerId& ledger) const override {
    return inner_->known_size(ledger);
  }
  [[nodiscard]] std::vector<eventstore::LedgerId> known_ledgers() const override {
    return inner_->known_ledgers();
  }
  eventstore::StoreResult<std::uint64_t> wait_beyond(const eventstore::LedgerId& ledger,
                                                     std::uint64_t size,
                                                     std::chrono::steady_clock::time_point deadline,
                                                     std::stop_token stop) override {
    return inner_->wait_beyond(ledger, size, deadline, std::move(stop));
  }
  [[nodiscard]] bool writable() const override { return !read_only && inner_->writable(); }
  void stop_writing(std::string reason) override { inner_->stop_writing(std::move(reason)); }

 private:
  std::unique_ptr<command::test::HookedStore> inner_;
};

}  // namespace langnghe::api::spec
