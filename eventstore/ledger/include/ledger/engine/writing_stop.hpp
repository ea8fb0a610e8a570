#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <utility>

#include <ledger/error.hpp>

namespace langnghe::eventstore {

/// Whether writing was ended by `EventStore::stop_writing`, and why. Any thread.
class WritingStop {
 public:
  /// For good; the first reason stays.
  void stop(std::string reason) {
    const std::lock_guard lock(mutex_);
    if (!stopped_) {
      reason_ = std::move(reason);
      stopped_ = true;
    }
  }

  [[nodiscard]] bool stopped() const { return stopped_; }

  /// The answer to every commit after that.
  [[nodiscard]] StoreError refusal() const {
    const std::lock_guard lock(mutex_);
    return {StoreErrorCode::ledger_differs, "writing was stopped: " + reason_, {}, {}};
  }

 private:
  std::atomic<bool> stopped_ = false;
  mutable std::mutex mutex_;  // guards reason_
  std::string reason_;
};

}  // namespace langnghe::eventstore
