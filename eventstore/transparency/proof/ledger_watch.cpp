#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include <sys/resource.h>

#include <transparency/ledger_watch.hpp>

#include "proof/ledger_hashing.hpp"
#include "proof/whole_reading.hpp"

namespace langnghe::eventstore {
namespace {

using std::chrono::steady_clock;

/// The time after which a ledger that could not be read, or had no head yet, is read again.
constexpr std::chrono::seconds kSoon = std::chrono::hours(1);
/// A ledger has its first head within a second; one whose hashes are made again takes longer.
constexpr std::chrono::seconds kHeadPatience = std::chrono::minutes(1);

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

class LedgerWatch::Impl {
 public:
  Impl(EventStore& store, Transparency& log, WatchOptions options)
      : store_(store), log_(log), options_(std::move(options)) {}

  void start() {
    if (options_.every.count() > 0) {
      thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
  }

  void stop() {
    thread_.request_stop();
    if (thread_.joinable()) {
      thread_.join();
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
  void run(const std::stop_token& stop) {
    // Of this thread alone, as Linux has it. Without effect where it is not allowed: it rests too.
    static_cast<void>(::setpriority(PRIO_PROCESS, 0, 19));
    while (!stop.stop_requested()) {
      const bool all = look_at_all(stop);
      rest(all ? options_.every : std::min(options_.every, kSoon), stop);
    }
  }

  /// False where one is to be looked at again soon.
  bool look_at_all(const std::stop_token& stop) {
    bool all = true;
    for (const LedgerId& ledger : store_.known_ledgers()) {
      if (stop.stop_requested()) {
        return all;
      }
      if (state_of(ledger).finding == WatchFinding::differs) {
        continue;  // for good
      }
      try {
        all = look_at(ledger, stop) && all;
      } catch (const std::exception& fault) {  // the door of this thread
        WatchState state = state_of(ledger);
        state.detail = fault.what();
        tell(std::move(state), WatchFinding::unreadable);
        all = false;
      }
    }
    return all;
  }

  bool look_at(const LedgerId& ledger, const std::stop_token& stop) {
    static_cast<void>(log_.wait_for(ledger, 1, steady_clock::now() + kHeadPatience, stop));
    auto head = log_.last_head(ledger);
    if (!head) {
      return false;
    }
    const auto began = steady_clock::now();
    WholeReading reading(store_, log_, ledger, std::move(head->checkpoint));
    while (!reading.ended() && !stop.stop_requested()) {
      const auto step_began = steady_clock::now();
      reading.step(stop);
      show_progress(ledger, reading.records(), reading.head().size);
      if (!reading.ended()) {
        rest((steady_clock::now() - step_began) * (std::max(1u, options_.share) - 1), stop);
      }
    }
    if (!reading.ended()) {
      return true;
    }
    WatchState state = unseen(ledger);
    state.records = reading.records();
    state.took = std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - began);
    state.position = reading.position();
    state.detail = reading.detail();
    if (reading.finding() == WatchFinding::differs) {
      stop_all(state, reading.head());
    }
    if (reading.hashes_differ()) {
      log_.make_hashes_again(ledger);
    }
    tell(std::move(state), reading.finding());
    return reading.finding() != WatchFinding::unreadable;
  }

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

  void rest(steady_clock::duration time, const std::stop_token& stop) {
    std::mutex idle;
    std::condition_variable_any never;
    std::unique_lock lock(idle);
    static_cast<void>(never.wait_for(lock, stop, time, [] { return false; }));
  }

  EventStore& store_;
  Transparency& log_;
  const WatchOptions options_;

  mutable std::mutex mutex_;  // guards states_
  std::map<LedgerId, WatchState> states_;

  std::jthread thread_;  // last: uses all of the above
};

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
