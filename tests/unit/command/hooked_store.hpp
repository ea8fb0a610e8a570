#pragma once

#include <atomic>
#include <expected>
#include <functional>
#include <memory>
#include <utility>

#include <ledger/memory_store.hpp>

namespace langnghe::command::test {

/// A memory store that lets a test act at a chosen moment of somebody else's command. The hooks run
/// on the calling thread.
class HookedStore final : public eventstore::EventStore {
 public:
  std::function<void()> before_append;
  std::function<void(const eventstore::StreamName&)> after_read;
  /// A stream for which it says yes cannot be read.
  std::function<bool(const eventstore::StreamName&)> is_unreadable;
  std::atomic<std::size_t> records_read = 0;  ///< out of streams
  std::atomic<std::size_t> keys_sought = 0;

  /// Past the hooks.
  [[nodiscard]] eventstore::EventStore& inner() { return *inner_; }

  eventstore::StoreResult<eventstore::Committed> append(eventstore::Commit commit) override {
    if (before_append) {
      before_append();
    }
    return inner_->append(std::move(commit));
  }
  eventstore::StoreResult<std::vector<eventstore::Committed>> append_together(
      std::vector<eventstore::Commit> commits) override {
    if (before_append) {
      before_append();
    }
    return inner_->append_together(std::move(commits));
  }
  eventstore::StoreResult<std::optional<eventstore::Committed>> find(
      const eventstore::LedgerId& ledger, std::string_view idempotency_key,
      std::string_view request_hash) override {
    ++keys_sought;
    return inner_->find(ledger, idempotency_key, request_hash);
  }
  eventstore::StoreResult<std::vector<eventstore::Record>> read_stream(
      const eventstore::LedgerId& ledger, const eventstore::StreamName& stream,
      eventstore::Version after, std::size_t limit) override {
    if (is_unreadable && is_unreadable(stream)) {
      return unreadable(stream);
    }
    auto records = inner_->read_stream(ledger, stream, after, limit);
    records_read += records ? records->size() : 0;
    if (after_read) {
      after_read(stream);
    }
    return records;
  }
  eventstore::StoreResult<std::vector<eventstore::Record>> read_ledger(
      const eventstore::LedgerId& ledger, eventstore::Position from, std::size_t limit) override {
    return inner_->read_ledger(ledger, from, limit);
  }
  eventstore::StoreResult<eventstore::Version> version_of(
      const eventstore::LedgerId& ledger, const eventstore::StreamName& stream) override {
    if (is_unreadable && is_unreadable(stream)) {
      return unreadable(stream);
    }
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
  [[nodiscard]] bool writable() const override { return inner_->writable(); }
  void stop_writing(std::string reason) override { inner_->stop_writing(std::move(reason)); }

 private:
  static std::unexpected<eventstore::StoreError> unreadable(const eventstore::StreamName& stream) {
    return std::unexpected(eventstore::StoreError{
        eventstore::StoreErrorCode::unavailable, "cannot be read", stream, {}});
  }

  std::unique_ptr<eventstore::EventStore> inner_ = eventstore::make_memory_store();
};

}  // namespace langnghe::command::test
