#include <algorithm>
#include <utility>

#include <ledger/subscription.hpp>

namespace langnghe::eventstore {

Subscription::Subscription(LedgerReader& store, LedgerId ledger, Position from)
    : store_(store), ledger_(std::move(ledger)), next_(from) {}

StoreResult<std::vector<Record>> Subscription::next(std::size_t limit,
                                                    std::chrono::milliseconds patience,
                                                    const std::stop_token& stop) {
  // A day at most: adding the longest duration there is to the clock would overflow.
  constexpr std::chrono::milliseconds kLongest = std::chrono::hours(24);
  const auto deadline = std::chrono::steady_clock::now() + std::min(patience, kLongest);
  auto records = store_.read_ledger(ledger_, next_, limit);
  if (records && records->empty()) {
    const auto size = store_.wait_beyond(ledger_, next_.value, deadline, stop);
    if (!size) {
      return std::unexpected(size.error());
    }
    if (*size > next_.value) {
      records = store_.read_ledger(ledger_, next_, limit);
    }
  }
  if (!records) {
    return records;
  }
  for (const Record& record : *records) {
    if (record.position != next_) {
      return std::unexpected(StoreError{StoreErrorCode::corrupt,
                                        "the ledger goes from position " +
                                            std::to_string(next_.value) + " to " +
                                            std::to_string(record.position.value),
                                        {},
                                        {}});
    }
    ++next_.value;
  }
  return records;
}

}  // namespace langnghe::eventstore
