#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>

#include <domain/time.hpp>

namespace langnghe::api {

/// The readings of two clocks of the machine at one moment.
struct ClockReading {
  domain::Instant wall{};               ///< of the day and hour; can be set
  std::chrono::milliseconds running{};  ///< since some beginning, sleep of the machine included;
                                        ///< never set
};

/// The limits of how far the wall clock may be from the expected time.
struct ClockRules {
  std::chrono::minutes apart_max{5};      ///< a jump while it runs, or behind the newest record
  std::chrono::hours ahead_max{24 * 45};  ///< of the newest record, at the start
};

/// Holds what a wrong clock would write for ever: a ledger takes nothing back. While it runs, the
/// wall clock is compared with one that cannot be set; at the start, with the newest moment that is
/// known. Slow corrections of the clock, and a machine that slept, are no jump. Thread-safe.
///
///   ClockGuard guard(read_clocks);
///   guard.start(newest_known);
///   if (auto held = guard.held()) …   // before each act; reads go on
class ClockGuard {
 public:
  using Read = std::function<ClockReading()>;

  explicit ClockGuard(Read read, ClockRules rules = {});

  /// `newest`: the newest moment that records or notes of this installation know; none: it is new.
  void start(std::optional<domain::Instant> newest);

  enum class Reason { behind, ahead, jumped };
  struct Held {
    Reason reason{};
    domain::Instant now{};
    domain::Instant expected{};
  };
  /// The reason that acts are refused; nothing while the clock is as expected. A clock that comes
  /// back to where it is expected has explained itself.
  [[nodiscard]] std::optional<Held> held();

  /// The present time is right: an administrator or the operator says so.
  void confirm();

 private:
  [[nodiscard]] std::optional<Held> against_newest(domain::Instant now) const;

  const Read read_;
  const ClockRules rules_;
  std::mutex mutex_;  ///< guards what follows
  std::optional<domain::Instant> newest_;
  bool starting_ = true;  ///< compared with `newest_`, not with the clock that cannot be set
  ClockReading last_;     ///< when the clock was last as expected
};

[[nodiscard]] std::string_view to_text(ClockGuard::Reason reason);

}  // namespace langnghe::api
