#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <ledger/store.hpp>
#include <transparency/transparency.hpp>

namespace langnghe::eventstore {

enum class WatchFinding {
  none,        ///< not read to its end yet
  clean,       ///< every record is the one that was signed
  differs,     ///< records were changed, lost or damaged: nothing is written or signed any more
  unreadable,  ///< the disk did not answer; read again within the hour
};
[[nodiscard]] std::string_view to_text(WatchFinding finding);

/// The state of the watch of one ledger: how the last whole reading ended, and how far the next one
/// is.
struct WatchState {
  LedgerId ledger;
  WatchFinding finding = WatchFinding::none;
  std::uint64_t records = 0;         ///< that were read for it
  std::int64_t finished_at = 0;      ///< POSIX seconds; 0 = never
  std::chrono::milliseconds took{};  ///< the pauses too
  std::uint64_t position = 0;        ///< differs, unreadable: from where
  std::string detail;                ///< for the operator; empty where there is nothing to say
  std::uint64_t reading = 0;         ///< records of the reading under way …
  std::uint64_t reading_of = 0;      ///< … and how many it will be; 0 = none is under way
};

struct WatchOptions {
  std::chrono::seconds every = std::chrono::hours(24);  ///< between two readings; 0 = none at all
  /// It works one part of so many of its time and rests for the others, at the lowest priority.
  unsigned share = 4;
  std::function<std::int64_t()> now;  ///< POSIX seconds; the clock belongs to the caller
  /// Called on the watch's thread after each reading, when writing has been stopped already.
  std::function<void(const WatchState&)> on_finding{};
  /// Runs the watch and outlives it; none: it has one of its own.
  Supervisor* supervisor = nullptr;
};

/// Reads every ledger whole, again and again, while it is served: the records make the tree of RFC
/// 6962, and its root must be the one in the last signed head, which is kept outside the database.
/// A start looks at the last records only; this finds what was changed before them.
///
/// Signing of a ledger that differs stops, then all writing (`EventStore::stop_writing`), both
/// until a restart. Reads past the block cache. One thread for all ledgers; the members may be
/// called from any thread.
class LedgerWatch {
 public:
  /// `store` and `log` must outlive it. Nothing is read before `start`.
  LedgerWatch(EventStore& store, Transparency& log, WatchOptions options);
  LedgerWatch(const LedgerWatch&) = delete;
  LedgerWatch& operator=(const LedgerWatch&) = delete;
  ~LedgerWatch();

  void start();
  /// Ends a reading in its midst. Called by the destructor too.
  void stop();

  /// Of every ledger that was looked at.
  [[nodiscard]] std::vector<WatchState> states() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace langnghe::eventstore
