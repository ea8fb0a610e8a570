#pragma once

#include <cstddef>
#include <expected>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include <domain/time.hpp>
#include <ledger/store.hpp>
#include <projections/views.hpp>

namespace langnghe::clockwork {

/// The interval of time one run catches up with. An act is recorded at the moment it became due,
/// but not before `from`: what the machine slept through is recorded when it wakes.
struct Interval {
  domain::Instant from{};
  domain::Instant to{};  ///< now
};

struct Run {
  std::string id;                    ///< stands in its records and its lines of the log
  std::size_t acts = 0;              ///< carried out now
  std::vector<std::string> refused;  ///< `key: code`, of what the rules did not take
};

/// Carries out what time alone has made due: warnings, breaches, pauses that end, promises,
/// dialogues and quarters missed. Each with the day it became true, the earliest first, exactly
/// once: the rules refuse a second, and the same act has the same idempotency key everywhere.
///
/// Each run has an id of its own, as a request has: its records are found by it.
///
///   Clockwork clock(store, views, api::make_uuid_v7, api::make_request_id);
///   auto run = clock.run({"tan-quy-dong"}, {now, now});
class Clockwork {
 public:
  /// Both must outlive it, and the views must be following. `make_event_id` gives a new UUIDv7.
  Clockwork(eventstore::EventStore& store, projections::Views& views,
            std::function<std::string(domain::Instant)> make_event_id,
            std::function<std::string()> make_run_id);

  /// Blocks on store and views; any thread. An error is for the log: what was carried out stands,
  /// the next run goes on, as after a stop.
  [[nodiscard]] std::expected<Run, std::string> run(const eventstore::LedgerId& ledger,
                                                    const Interval& interval,
                                                    const std::stop_token& stop = {}) const;

 private:
  [[nodiscard]] std::expected<std::shared_ptr<const projections::Snapshot>, std::string> newest(
      const eventstore::LedgerId& ledger, const std::stop_token& stop) const;

  eventstore::EventStore& store_;
  projections::Views& views_;
  std::function<std::string(domain::Instant)> make_event_id_;
  std::function<std::string()> make_run_id_;
};

}  // namespace langnghe::clockwork
