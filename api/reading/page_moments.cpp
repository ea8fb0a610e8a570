#include "reading/page_moments.hpp"

#include <algorithm>
#include <utility>

namespace langnghe::api {
namespace {

/// A snapshot keeps what it shows from being compacted away, so they are few.
constexpr std::size_t kMomentsMax = 16;

}  // namespace

void PageMoments::keep(const std::string& ledger, const Moment& snapshot) {
  const std::lock_guard lock(mutex_);
  std::erase_if(entries_, [&](const Entry& entry) {
    return entry.ledger == ledger && entry.snapshot->size() == snapshot->size();
  });
  entries_.push_front({ledger, snapshot});
  if (entries_.size() > kMomentsMax) {
    entries_.pop_back();
  }
}

PageMoments::Moment PageMoments::find(const std::string& ledger, std::uint64_t size) {
  const std::lock_guard lock(mutex_);
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
