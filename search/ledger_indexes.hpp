#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <system_error>
#include <utility>

#include <following/supervisor.hpp>
#include <ledger/types.hpp>

namespace langnghe::search {

/// The indexes of all ledgers, each of which follows its ledger. Thread-safe.
template <class Index>
class LedgerIndexes {
 public:
  using Make = std::function<std::unique_ptr<Index>(const eventstore::LedgerId& ledger,
                                                    const std::filesystem::path& directory)>;

  LedgerIndexes(std::filesystem::path directory, Make make)
      : directory_(std::move(directory)), make_(std::move(make)) {}

  void follow(eventstore::Supervisor& supervisor, eventstore::FollowingPlan plan) {
    plan.consumer_of = [this](const eventstore::LedgerId& ledger) { return consumer_of(ledger); };
    following_ = supervisor.follow(std::move(plan));
  }

  /// Null where the ledger is not followed yet.
  [[nodiscard]] Index* find(const eventstore::LedgerId& ledger) {
    const std::scoped_lock lock(mutex_);
    const auto found = indexes_.find(ledger);
    return found == indexes_.end() ? nullptr : found->second.get();
  }

  [[nodiscard]] bool wait_for(const eventstore::LedgerId& ledger, std::uint64_t size,
                              std::chrono::steady_clock::time_point deadline) {
    auto* const index = find(ledger);
    return index != nullptr && index->wait_for(size, deadline);
  }

  /// Wakes the consumer for a fault that a reader met, also where no record comes.
  void wake(const eventstore::LedgerId& ledger) {
    if (following_) {
      following_->wake(ledger);
    }
  }

 private:
  /// Null where the folder cannot be made: it is asked for again.
  eventstore::Consumer* consumer_of(const eventstore::LedgerId& ledger) {
    std::error_code error;
    std::filesystem::create_directories(directory_, error);
    if (error) {
      return nullptr;
    }
    const std::scoped_lock lock(mutex_);
    auto& made = indexes_[ledger];
    if (!made) {
      made = make_(ledger, directory_);
    }
    return made.get();
  }

  const std::filesystem::path directory_;
  const Make make_;
  std::mutex mutex_;  ///< guards indexes_
  std::map<eventstore::LedgerId, std::unique_ptr<Index>> indexes_;
  std::unique_ptr<eventstore::Following> following_;  // last: its consumers are those
};

}  // namespace langnghe::search
