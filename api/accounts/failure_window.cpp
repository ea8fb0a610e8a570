#include "accounts/failure_window.hpp"

#include <algorithm>
#include <utility>

namespace langnghe::api {

std::optional<std::uint64_t> FailureWindow::begin(const std::vector<Counter>& counters,
                                                  domain::Instant now) {
  const std::lock_guard lock(mutex_);
  forget_old(now);
  if (std::ranges::any_of(counters, [&](const Counter& counter) { return is_full(counter); })) {
    return std::nullopt;
  }
  Try one{++last_number_, now, {}};
  one.counters.reserve(counters.size());
  for (const auto& counter : counters) {
    one.counters.push_back(counter.of);
    ++counts_[counter.of];
  }
  tries_.push_back(std::move(one));
  return last_number_;
}

void FailureWindow::take_back(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  const auto mine = std::ranges::find(tries_, number, &Try::number);
  if (mine != tries_.end()) {
    discount(*mine);
    tries_.erase(mine);
  }
}

bool FailureWindow::is_full(const Counter& counter) const {
  const auto found = counts_.find(counter.of);
  return (found == counts_.end() ? 0 : found->second) >= counter.most;
}

// They are in the order of their beginning; a clock that was set back leaves some a little longer.
void FailureWindow::forget_old(domain::Instant now) {
  while (!tries_.empty() && tries_.front().at + length_ <= now) {
    discount(tries_.front());
    tries_.pop_front();
  }
}

void FailureWindow::discount(const Try& one) {
  for (const auto& counter : one.counters) {
    const auto found = counts_.find(counter);
    if (found != counts_.end() && --found->second == 0) {
      counts_.erase(found);
    }
  }
}

}  // namespace langnghe::api
