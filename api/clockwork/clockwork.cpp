#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <utility>

#include <clockwork/clockwork.hpp>

#include <log/log.hpp>
#include <orders/cause.hpp>
#include <orders/failure_words.hpp>
#include <orders/order.hpp>
#include <projections/clock.hpp>

#include "due_key.hpp"

namespace langnghe::clockwork {
namespace {

using projections::clock::DueAct;

constexpr std::chrono::seconds kViewsPatience{30};
constexpr std::chrono::milliseconds kPollInterval{200};  ///< how long a stop may go unheard

struct KeyedAct {
  DueAct due;
  std::string key;
};

/// The acts of the earliest moment that has any which were not tried yet; they count as tried now.
std::vector<KeyedAct> next_day(const projections::Snapshot& snapshot, domain::Instant to,
                               std::set<std::string, std::less<>>& tried) {
  std::vector<KeyedAct> day;
  for (auto& due : projections::clock::due_acts(snapshot, to)) {
    if (!day.empty() && due.ready != day.front().due.ready) {
      break;
    }
    auto key = due_key(due, snapshot);
    if (tried.insert(key).second) {
      day.push_back({std::move(due), std::move(key)});
    }
  }
  return day;
}

}  // namespace

Clockwork::Clockwork(eventstore::EventStore& store, projections::Views& views,
                     std::function<std::string(domain::Instant)> make_event_id,
                     std::function<std::string()> make_run_id)
    : store_(store),
      views_(views),
      make_event_id_(std::move(make_event_id)),
      make_run_id_(std::move(make_run_id)) {}

std::expected<Run, std::string> Clockwork::run(const eventstore::LedgerId& ledger,
                                               const Interval& interval,
                                               const std::stop_token& stop) const {
  const auto run_id = make_run_id_();
  const log::Scope scope(run_id, ledger.value);
  auto recorded = interval.from;
  const orders::Handler handler(store_, codec::WardModel([&] { return make_event_id_(recorded); }));
  Run run{.id = run_id, .acts = 0, .refused = {}};
  std::set<std::string, std::less<>> tried;
  // One moment after the other, asked again after each: a pause that ended moves the deadline,
  // which then may be due before what was found behind it.
  while (!stop.stop_requested()) {
    const auto snapshot = newest(ledger, stop);
    if (!snapshot) {
      return std::unexpected(snapshot.error());
    }
    const auto day = next_day(**snapshot, interval.to, tried);
    if (day.empty()) {
      break;
    }
    for (const auto& [due, key] : day) {
      recorded = std::clamp(due.ready, recorded, interval.to);
      const auto cause = orders::cause_of(store_, ledger, due.command);
      if (!cause) {
        return std::unexpected(orders::words_of(cause.error()));
      }
      const auto done =
          handler.handle(orders::make_order(due.command, {.ledger = ledger,
                                                          .actor = orders::the_system(),
                                                          .now = recorded,
                                                          .happened = due.happened,
                                                          .key = key,
                                                          .correlation = run_id,
                                                          .causation = *cause}));
      if (done) {
        run.acts += done->repeated ? 0U : 1U;
      } else if (orders::is_refused(done.error())) {
        run.refused.push_back(key + ": " + orders::words_of(done.error()));
      } else {
        return std::unexpected(orders::words_of(done.error()));
      }
    }
  }
  return run;
}

std::expected<std::shared_ptr<const projections::Snapshot>, std::string> Clockwork::newest(
    const eventstore::LedgerId& ledger, const std::stop_token& stop) const {
  const auto size = store_.size(ledger);
  if (!size) {
    return std::unexpected(size.error().context);
  }
  const auto until = std::chrono::steady_clock::now() + kViewsPatience;
  while (!views_.wait_for(ledger, *size, std::chrono::steady_clock::now() + kPollInterval)) {
    const auto status = views_.status(ledger);
    if (!status.stopped.empty() || stop.stop_requested() ||
        std::chrono::steady_clock::now() >= until) {
      return std::unexpected("the views are behind: " + status.stopped);
    }
  }
  auto snapshot = views_.latest(ledger);
  if (!snapshot) {
    return std::unexpected(snapshot.error().what);
  }
  return *std::move(snapshot);
}

}  // namespace langnghe::clockwork
