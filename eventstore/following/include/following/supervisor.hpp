#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <following/consumer.hpp>
#include <ledger/lease.hpp>
#include <ledger/reader.hpp>

namespace langnghe::eventstore {

/// How one consumer of one ledger is getting on.
struct ConsumerState {
  std::string consumer;  ///< its name
  LedgerId ledger;
  std::uint64_t position = 0;  ///< its checkpoint
  std::uint64_t lag = 0;       ///< records of the ledger beyond it
  std::uint64_t failures = 0;  ///< since the start
  std::string failure;         ///< the words of the last one; they stay when it has passed
  bool is_failing = false;     ///< the last call failed, the next is an attempt to go on
  bool has_ended = false;      ///< it failed for good
};

/// The wait between two attempts: it doubles with each failure up to `last`, and begins at `first`
/// again once the consumer has been well for longer than `last`.
struct RetryDelays {
  std::chrono::milliseconds first{250};
  std::chrono::milliseconds last{10'000};
};

/// The threads a following holds.
enum class FollowingThreads {
  /// For consumers that are at work with every commit: what one ledger's work costs, a sync or a
  /// long fold, holds up no other ledger.
  one_per_ledger,
  /// For consumers that have something to do now and then: hundreds of ledgers cost one thread.
  one_for_all,
};

/// Consumers of one kind: one for each ledger.
struct FollowingPlan {
  /// The consumer of a ledger; it must live until the following is stopped. Null where it cannot be
  /// had now: it is asked for again. Called without a lock, on the thread that follows or looks for
  /// ledgers.
  std::function<Consumer*(const LedgerId&)> consumer_of;
  FollowingThreads threads = FollowingThreads::one_per_ledger;
  std::uint64_t records_max = 1'000;  ///< of one take
  RetryDelays retry{};
  int niceness = 0;  ///< of its threads
  /// Work that one process alone may do for a ledger: a consumer is called only while the engine
  /// has granted it this duty.
  std::optional<Duty> duty{};
  /// Called on the consumer's thread for a failure that is new: not for the same words again, until
  /// the consumer was well in between.
  std::function<void(const ConsumerState&)> on_failure{};
};

/// Consumers of one kind at work, on all ledgers there are and those that come. Any thread.
class Following {
 public:
  Following() = default;
  Following(const Following&) = delete;
  Following& operator=(const Following&) = delete;
  /// Stops.
  virtual ~Following() = default;

  /// Lets every consumer finish and ends the threads. A ledger that has come into being just before
  /// is finished too. Called by the destructor.
  virtual void stop() = 0;

  /// Has the ledger's consumer called soon, also without records: what it is to do has changed.
  virtual void wake(const LedgerId& ledger) = 0;
};

/// Runs consumers: finds the ledgers, waits for their records by the store's own wait, hands them
/// over, tries again after failures, and knows how far each consumer is. Any thread.
///
/// Threads: one that looks for new ledgers, and those of each plan (FollowingThreads). Consumers of
/// different kinds never share a thread: a sync, a scan of files or a whole reading would hold up
/// whoever stands behind it.
class Supervisor {
 public:
  /// `store` must outlive it.
  explicit Supervisor(LedgerReader& store);
  Supervisor(const Supervisor&) = delete;
  Supervisor& operator=(const Supervisor&) = delete;
  /// Every following must be gone by then.
  ~Supervisor();

  /// Starts. The consumers of the ledgers known now are there when it returns.
  [[nodiscard]] std::unique_ptr<Following> follow(FollowingPlan plan);

  /// All consumers of followings that are not destroyed yet, by name and ledger.
  [[nodiscard]] std::vector<ConsumerState> states() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace langnghe::eventstore
