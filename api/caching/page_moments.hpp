#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

#include <projections/views.hpp>

namespace langnghe::api {

/// The moments at which lists are being read page by page, so that the next page need not have the
/// past made anew: only the last few, for what was dropped can be made. Thread-safe.
class PageMoments {
 public:
  using Moment = std::shared_ptr<const projections::Snapshot>;

  void keep(const std::string& ledger, const Moment& snapshot);
  /// None where it is not among those kept.
  [[nodiscard]] Moment find(const std::string& ledger, std::uint64_t size);
  /// A snapshot keeps the views' database open: views that failed and are to be opened anew must
  /// not wait for a reader who may never come back.
  void clear();

 private:
  struct Entry {
    std::string ledger;
    Moment snapshot;
    std::chrono::steady_clock::time_point kept_at;
  };
  void drop_old();

  std::mutex mutex_;           ///< guards entries_
  std::deque<Entry> entries_;  ///< the last used in front
};

}  // namespace langnghe::api
