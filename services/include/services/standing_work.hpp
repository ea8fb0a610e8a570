#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <thread>

#include <clockwork/clockwork.hpp>
#include <clockwork/erasures.hpp>

#include <api/clock_guard.hpp>
#include <following/supervisor.hpp>
#include <services/data_directory.hpp>

namespace langnghe::tools {

/// The work of the serving process without a request: the system clock ticks at the start and every
/// minute, on a thread of its own, and keys whose destruction was decided are destroyed at once,
/// under the supervisor.
class StandingWork {
 public:
  /// All must outlive it, the views follow. Every decided erasure is carried out before it returns:
  /// throws std::runtime_error where that fails, because nothing may be served then.
  /// `guard` says whether the system clock may tick; `data` keeps the note of the clock.
  StandingWork(eventstore::EventStore& store, eventstore::Vault& vault, projections::Views& views,
               eventstore::Attachments& files, api::ClockGuard& guard, DataDirectory data,
               eventstore::Supervisor& supervisor);

 private:
  void run(const std::stop_token& stop);
  void tick(const std::stop_token& stop);
  [[nodiscard]] bool clock_is_right();
  /// One process alone lets the clock act in a ledger; the engine says which.
  [[nodiscard]] bool keeps_clock_of(const eventstore::LedgerId& ledger);
  void tell(std::string_view what);

  eventstore::EventStore& store_;
  api::ClockGuard& guard_;
  const DataDirectory data_;
  bool was_right_ = true;
  clockwork::Clockwork clock_;
  clockwork::Erasures erasures_;
  std::unique_ptr<eventstore::Following> erasing_;
  std::map<eventstore::LedgerId, std::unique_ptr<eventstore::Lease>> leases_;  ///< of the thread
  std::set<std::string, std::less<>> told_;  ///< a fault that lasts is logged once
  std::jthread thread_;                      // last, so that it sees everything else
};

}  // namespace langnghe::tools
