#include "live/live_consumer.hpp"

#include <algorithm>
#include <utility>

namespace langnghe::api {
namespace {

using std::chrono::milliseconds;

/// After a wake: a busy ledger has its streams look a few times a second, not with every commit.
constexpr milliseconds kQuiet{100};
/// Between two looks at views that are behind: at first, and at most.
constexpr milliseconds kViewsFirst{2};
constexpr milliseconds kViewsLast{250};
/// Streams look so often also where nothing comes: sign-ins end by time, and by other processes.
constexpr milliseconds kLookAnyway{10'000};

}  // namespace

LiveConsumer::LiveConsumer(projections::Views& views, eventstore::LedgerId ledger,
                           std::function<void()> wake)
    : views_(views),
      ledger_(std::move(ledger)),
      wake_(std::move(wake)),
      next_(Clock::now() + kLookAnyway) {}

eventstore::Outcome LiveConsumer::take(const eventstore::Records& records) {
  const auto now = Clock::now();
  if (records.empty()) {
    if (awaits_ == Awaits::records) {
      wake_();
    }
    awaits_ = Awaits::records;
    next_ = now + kLookAnyway;
  } else if (const auto shown = shown_of(records.end()); shown > position_) {
    position_ = shown;
    wake_();
    awaits_ = Awaits::quiet;
    next_ = now + kQuiet;
  } else {
    pause_ = awaits_ == Awaits::views ? std::min(2 * pause_, kViewsLast) : kViewsFirst;
    awaits_ = Awaits::views;
    next_ = now + pause_;
  }
  return {};
}

/// The views hold so many of the ledger's first records. While there are writers they are always a
/// little behind its end, and what they hold is told all the same.
std::uint64_t LiveConsumer::shown_of(std::uint64_t end) const {
  const auto views = views_.latest(ledger_);
  return views ? std::min((*views)->size(), end) : 0;
}

eventstore::NextCall LiveConsumer::next_call() const {
  return {.at = next_, .for_records = awaits_ == Awaits::records};
}

}  // namespace langnghe::api
