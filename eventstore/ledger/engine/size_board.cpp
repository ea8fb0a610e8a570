#include <ledger/engine/size_board.hpp>
#include <ledger/verify.hpp>

namespace langnghe::eventstore {

void SizeBoard::publish(const LedgerId& ledger, std::uint64_t size) {
  const std::lock_guard lock(mutex_);
  auto& entry = entries_[ledger.value];
  if (!entry) {
    entry = std::make_unique<Entry>();
  }
  VERIFY(size >= entry->size);
  entry->size = size;
  entry->known = true;
  if (entry->waiting > 0) {
    entry->changed.notify_all();
  }
}

std::uint64_t SizeBoard::size(const LedgerId& ledger) const {
  const std::lock_guard lock(mutex_);
  const auto at = entries_.find(ledger.value);
  return at == entries_.end() ? 0 : at->second->size;
}

std::vector<LedgerId> SizeBoard::ledgers() const {
  const std::lock_guard lock(mutex_);
  std::vector<LedgerId> ids;
  for (const auto& [id, entry] : entries_) {
    if (entry->known) {
      ids.push_back({id});
    }
  }
  return ids;
}

std::uint64_t SizeBoard::wait_beyond(const LedgerId& ledger, std::uint64_t size,
                                     std::chrono::steady_clock::time_point deadline,
                                     const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  auto& slot = entries_[ledger.value];
  if (!slot) {
    slot = std::make_unique<Entry>();
  }
  Entry& entry = *slot;
  ++entry.waiting;
  (void)entry.changed.wait_until(lock, stop, deadline,
                                 [&] { return closed_ || entry.size > size; });
  --entry.waiting;
  const std::uint64_t now = entry.size;
  if (!entry.known && entry.waiting == 0) {
    entries_.erase(ledger.value);  // asking for ledgers that do not exist must not fill the memory
  }
  return now;
}

void SizeBoard::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  for (const auto& [id, entry] : entries_) {
    entry->changed.notify_all();
  }
}

}  // namespace langnghe::eventstore
