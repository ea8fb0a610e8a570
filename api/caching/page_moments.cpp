#include "caching/page_moments.hpp"

#include <algorithm>
#include <utility>

namespace langnghe::api {
namespace {

/// A snapshot keeps what it shows from being compacted away, so they are few.
constexpr std::size_t kMomentsMax = 16;
/// Somebody who reads on later than this waits a little for the past.
constexpr std::chrono::minutes kKeptFor{2};

}  // namespace

void PageMoments::keep(const std::string& ledger, const Moment& snapshot) {
  const std::lock_guard lock(mutex_);
  std::erase_if(entries_, [&](const Entry& entry) {
    return entry.ledger == ledger && entry.snapshot->size() == snapshot->size();
  });
  entries_.push_front({ledger, snapshot, std::chrono::steady_clock::now()});
  drop_old();
}

void PageMoments::drop_old() {
  const auto since = std::chrono::steady_clock::now() - kKeptFor;
  while (entries_.size() > kMomentsMax || (!entries_.empty() && entries_.back().kept_at < since)) {
    entries_.pop_back();
  }
}

PageMoments::Moment PageMoments::find(const std::string& ledger, std::uint64_t size) {
  const std::lock_guard lock(mutex_);
  drop_old();
  const auto found = std::ranges::find_if(entries_, [&](const Entry& entry) {
    return entry.ledger == ledger && entry.snapshot->size() == size;
  });
  return found == entries_.end() ? nullptr : found->snapshot;
}

void PageMoments::clear() {
  std::deque<Entry> dropped;  // destroyed without the lock
  const std::lock_guard lock(mutex_);
  dropped.swap(entries_);
}

}  // namespace langnghe::api
