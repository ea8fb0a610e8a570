#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include <following/supervisor.hpp>
#include <transparency/ledger_watch.hpp>

#include "proof/ledger_hashing.hpp"
#include "proof/whole_reading.hpp"

namespace langnghe::eventstore {
namespace {

using std::chrono::steady_clock;

/// The time after which a ledger that could not be read is read again.
constexpr std::chrono::seconds kSoon = std::chrono::hours(1);
/// A ledger has its first head within a second; one whose hashes are made again takes longer.
constexpr std::chrono::seconds kHeadPatience{1};

WatchState unseen(const LedgerId& ledger) {
  WatchState state;
  state.ledger = ledger;
  return state;
}

}  // namespace

std::string_view to_text(WatchFinding finding) {
  switch (finding) {
    case WatchFinding::none:
      return "none";
    case WatchFinding::clean:
      return "clean";
    case WatchFinding::differs:
      return "differs";
    case WatchFinding::unreadable:
      return "unreadable";
  }
  return "?";
}

/// The state that the watches of all ledgers share. Any thread may ask for findings and progress.
class LedgerWatch::Impl {
 public:
  Impl(EventStore& store, Transparency& log, WatchOptions options)
      : store_(store), log_(log), options_(std::move(options)) {}

  void start();
  void stop() {
    if (following_) {
      following_->stop();
    }
  }

  [[nodiscard]] std::vector<WatchState> states() const {
    const std::lock_guard lock(mutex_);
    std::vector<WatchState> all;
    all.reserve(states_.size());
    for (const auto& [ledger, state] : states_) {
      all.push_back(state);
    }
    return all;
  }

 private:
  class OfLedger;

  // Signing first: what is still written meanwhile gets no head.
  void stop_all(const WatchState& state, const Checkpoint& head) {
    ProofError why = ledger_differs(state.ledger, head);
    why.context = "from position " + std::to_string(state.position) + " on" +
                  (state.detail.empty() ? "" : " (" + state.detail + ")") + ": " + why.context;
    log_.stop_signing(state.ledger, why);
    store_.stop_writing(std::move(why.context));
  }

  void tell(WatchState state, WatchFinding finding) {
    state.finding = finding;
    state.finished_at = options_.now();
    state.reading = 0;
    state.reading_of = 0;
    {
      const std::lock_guard lock(mutex_);
      states_.insert_or_assign(state.ledger, state);
    }
    if (options_.on_finding) {
      options_.on_finding(state);
    }
  }

  void show_progress(const LedgerId& ledger, std::uint64_t reading, std::uint64_t of) {
    const std::lock_guard lock(mutex_);
    WatchState& state = states_[ledger];
    state.ledger = ledger;
    state.reading = reading;
    state.reading_of = of;
  }

  [[nodiscard]] WatchState state_of(const LedgerId& ledger) const {
    const std::lock_guard lock(mutex_);
    const auto found = states_.find(ledger);
    return found == states_.end() ? unseen(ledger) : found->second;
  }

  EventStore& store_;
  Transparency& log_;
  const WatchOptions options_;

  mutable std::mutex mutex_;  // guards states_
  std::map<LedgerId, WatchState> states_;

  /// Of the one thread they share: it works a part of its time, whichever ledger it reads.
  steady_clock::time_point rests_until_{};
  std::map<LedgerId, std::unique_ptr<OfLedger>> ledgers_;
  std::unique_ptr<Supervisor> own_supervisor_;
  std::unique_ptr<Following> following_;  // last: its consumers are those of ledgers_
};

/// The watch of one ledger: a consumer that goes back to the ledger's beginning for each reading.
/// The supervisor calls the first ledger that is due, so one is read to its end before the next.
class LedgerWatch::Impl::OfLedger final : public Consumer {
 public:
  OfLedger(LedgerId ledger, Impl& watch) : ledger_(std::move(ledger)), watch_(watch) {}

  [[nodiscard]] std::string_view name() const override { return "watch"; }
  /// Of the reading under way, or the last one.
  [[nodiscard]] Position checkpoint() const override {
    return {reading_ ? reading_->records() : last_read_};
  }
  [[nodiscard]] NextCall next_call() const override {
    return {.at = std::max(next_, watch_.rests_until_), .for_records = false};
  }
  [[nodiscard]] Outcome take(const Records& records) override {
    try {
      return read_on(records);
    } catch (const std::exception& fault) {  // so that the state tells of it too
      reading_.reset();
      WatchState state = watch_.state_of(ledger_);
      state.detail = fault.what();
      watch_.tell(std::move(state), WatchFinding::unreadable);
      return std::unexpected(Failure{.what = fault.what()});
    }
  }

 private:
  [[nodiscard]] Outcome read_on(const Records& records) {
    if (!reading_) {
      auto head = watch_.log_.last_head(ledger_);
      if (!head) {
        next_ = steady_clock::now() + kHeadPatience;
        return {};
      }
      began_ = steady_clock::now();
      reading_ = std::make_unique<WholeReading>(watch_.log_, ledger_, std::move(head->checkpoint));
    }
    const auto step_began = steady_clock::now();
    reading_->take(records);
    watch_.show_progress(ledger_, reading_->records(), reading_->head().size);
    if (reading_->ended()) {
      return conclude();
    }
    const auto now = steady_clock::now();
    watch_.rests_until_ = now + (now - step_began) * (std::max(1u, watch_.options_.share) - 1);
    return {};
  }

  [[nodiscard]] Outcome conclude() {
    const auto reading = std::exchange(reading_, nullptr);
    last_read_ = reading->records();
    next_ = steady_clock::now() + watch_.options_.every;
    WatchState state = unseen(ledger_);
    state.records = reading->records();
    state.took =
        std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - began_);
    state.position = reading->position();
    state.detail = reading->detail();
    const bool differs = reading->finding() == WatchFinding::differs;
    if (differs) {
      watch_.stop_all(state, reading->head());
    }
    if (reading->hashes_differ()) {
      watch_.log_.make_hashes_again(ledger_);
    }
    watch_.tell(std::move(state), reading->finding());
    if (reading->finding() == WatchFinding::clean) {
      return {};
    }
    return std::unexpected(Failure{.what = std::string(to_text(reading->finding())) +
                                           " from position " + std::to_string(reading->position()),
                                   .is_final = differs});
  }

  const LedgerId ledger_;
  Impl& watch_;
  std::unique_ptr<WholeReading> reading_;
  std::uint64_t last_read_ = 0;
  steady_clock::time_point began_{};
  steady_clock::time_point next_{};
};

void LedgerWatch::Impl::start() {
  if (options_.every.count() == 0) {
    return;
  }
  if (options_.supervisor == nullptr) {
    own_supervisor_ = std::make_unique<Supervisor>(store_);
  }
  FollowingPlan plan;
  plan.consumer_of = [this](const LedgerId& ledger) {
    auto& made = ledgers_[ledger];
    made = std::make_unique<OfLedger>(ledger, *this);
    return made.get();
  };
  plan.threads = FollowingThreads::one_for_all;
  const auto again = std::min(options_.every, kSoon);
  plan.retry = {.first = again, .last = again};
  plan.niceness = 19;
  Supervisor& supervisor = own_supervisor_ ? *own_supervisor_ : *options_.supervisor;
  following_ = supervisor.follow(std::move(plan));
}

LedgerWatch::LedgerWatch(EventStore& store, Transparency& log, WatchOptions options)
    : impl_(std::make_unique<Impl>(store, log, std::move(options))) {}

LedgerWatch::~LedgerWatch() {
  stop();
}

void LedgerWatch::start() {
  impl_->start();
}

void LedgerWatch::stop() {
  impl_->stop();
}

std::vector<WatchState> LedgerWatch::states() const {
  return impl_->states();
}

}  // namespace langnghe::eventstore
