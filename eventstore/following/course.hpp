#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

#include <following/supervisor.hpp>

namespace langnghe::eventstore {

/// One consumer on its way along one ledger: which call is next and when, and what came of the
/// last. Belongs to the worker's thread, but for `wake` and `state`.
class Course {
 public:
  using Clock = std::chrono::steady_clock;

  /// References must outlive it.
  Course(LedgerReader& store, LedgerId ledger, Consumer& consumer, const FollowingPlan& plan)
      : store_(store),
        ledger_(std::move(ledger)),
        name_(consumer.name()),
        consumer_(consumer),
        plan_(plan) {}
  Course(const Course&) = delete;
  Course& operator=(const Course&) = delete;

  [[nodiscard]] const LedgerId& ledger() const { return ledger_; }
  [[nodiscard]] bool has_ended() const { return ended_; }

  [[nodiscard]] bool is_due();
  /// The time at which it is due in any case.
  [[nodiscard]] Clock::time_point due_at() const;
  /// The size that the ledger must go beyond for it to be due earlier; nothing where no record
  /// makes it due.
  [[nodiscard]] std::optional<std::uint64_t> wanted_beyond() const;

  /// One call of the consumer.
  void call(const std::stop_token& stop);
  /// The size that the store has answered while it was waited for.
  void note_wait(const StoreResult<std::uint64_t>& size);
  /// The last call.
  void finish(const std::stop_token& stop);

  void wake() { woken_ = true; }
  [[nodiscard]] ConsumerState state() const;

 private:
  [[nodiscard]] Outcome take_up_duty();
  [[nodiscard]] Outcome try_once(const std::stop_token& stop);
  [[nodiscard]] Outcome try_to_finish(const std::stop_token& stop);
  void note_success(bool has_taken);
  void note_failure(Failure failure);

  LedgerReader& store_;
  const LedgerId ledger_;
  const std::string name_;  ///< the consumer may be gone while its last state is asked for
  Consumer& consumer_;
  const FollowingPlan& plan_;

  std::unique_ptr<Lease> lease_;  ///< of the plan's duty, where it names one
  std::uint64_t size_ = 0;        ///< of the ledger, as far as it was told
  bool begun_ = false;
  bool ended_ = false;
  Clock::time_point not_before_{};  ///< the wait after a failure
  Clock::time_point well_since_ = Clock::now();
  std::chrono::milliseconds delay_{0};
  std::atomic<bool> woken_ = false;

  mutable std::mutex mutex_;  ///< guards what follows; the worker's thread alone writes it
  std::uint64_t position_ = 0;
  std::uint64_t failures_ = 0;
  std::string failure_;
  bool is_failing_ = false;
  bool has_ended_ = false;
};

}  // namespace langnghe::eventstore
