#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <utility>

#include <api/request_id.hpp>
#include <api/uuid.hpp>
#include <log/log.hpp>
#include <services/clock.hpp>
#include <services/clocks.hpp>
#include <services/consumer_failure.hpp>
#include <services/say.hpp>
#include <services/standing_work.hpp>

namespace langnghe::tools {
namespace {

using Steady = std::chrono::steady_clock;
constexpr std::chrono::minutes kTick{1};
constexpr std::chrono::milliseconds kPollInterval{200};
constexpr std::size_t kToldMax = 1'000;

}  // namespace

StandingWork::StandingWork(eventstore::EventStore& store, eventstore::Vault& vault,
                           projections::Views& views, eventstore::Attachments& files,
                           api::ClockGuard& guard, DataDirectory data,
                           eventstore::Supervisor& supervisor)
    : store_(store),
      guard_(guard),
      data_(std::move(data)),
      clock_(store, views, api::make_uuid_v7, api::make_request_id),
      erasures_(store, vault, views, &files) {
  if (const auto done = erasures_.carry_out(); !done) {
    throw std::runtime_error("a key that is to be destroyed cannot be: " + done.error());
  }
  auto plan = erasures_.plan();
  plan.on_failure = &tell_failure;
  erasing_ = supervisor.follow(std::move(plan));
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void StandingWork::run(const std::stop_token& stop) {
  auto next = Steady::now();
  std::mutex mutex;
  std::condition_variable_any waiting;
  std::unique_lock lock(mutex);
  while (!stop.stop_requested()) {
    try {
      // Asked often: a jump is then found within a moment, also where nobody acts.
      const bool right = clock_is_right();
      if (right && Steady::now() >= next) {
        next = Steady::now() + kTick;
        note_clock(data_, system_now());
        tick(stop);
      }
    } catch (const std::exception& error) {  // the door of this thread
      tell(error.what());
    }
    waiting.wait_for(lock, stop, kPollInterval, [] { return false; });
  }
}

bool StandingWork::clock_is_right() {
  const auto held = guard_.held();
  if (held && was_right_) {
    log::error(describe(*held));
  } else if (!held && !was_right_) {
    log::info(say("giờ của máy đã được xác nhận; lại ghi như thường",
                  "the machine's time is as expected or confirmed; acts are taken again"));
  }
  was_right_ = !held;
  return was_right_;
}

void StandingWork::tick(const std::stop_token& stop) {
  for (const auto& ledger : store_.known_ledgers()) {
    if (!keeps_clock_of(ledger)) {
      continue;
    }
    const auto now = system_now();
    const auto run = clock_.run(ledger, {now, now}, stop);
    if (stop.stop_requested()) {
      return;
    }
    if (!run) {
      tell("clock: " + ledger.value + ": " + run.error());
      continue;
    }
    const log::Scope scope(run->id, ledger.value);
    for (const auto& refused : run->refused) {
      tell("clock: " + ledger.value + ": " + refused);
    }
  }
}

bool StandingWork::keeps_clock_of(const eventstore::LedgerId& ledger) {
  auto& lease = leases_[ledger];
  if (lease && lease->held()) {
    return true;
  }
  lease.reset();
  auto claimed = store_.claim(ledger, eventstore::Duty::keep_clock);
  if (!claimed) {
    tell("clock: " + ledger.value + ": " + claimed.error().context);
    return false;
  }
  lease = std::move(*claimed);  // none: another process keeps the clock of this ledger
  return lease != nullptr;
}

void StandingWork::tell(std::string_view what) {
  if (told_.size() >= kToldMax) {
    told_.clear();
  }
  if (told_.emplace(what).second) {
    log::warning(what);
  }
}

}  // namespace langnghe::tools
