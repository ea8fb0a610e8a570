#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <mutex>

#include <ledger/types.hpp>

namespace langnghe::command {

/// A caller who lost a race for a stream goes on in its lane: one at a time, and newcomers line up
/// behind. Without it a winner that comes straight back stays half a step ahead of a loser that
/// reads the same stream again, round after round. Thread-safe.
class Lanes {
  struct Lane {
    std::mutex mutex;
    std::atomic<int> wanted = 0;  ///< holds or waits for the mutex
  };

 public:
  /// The right to go on; ends with its scope. Holds at most one lane.
  class Turn {
   public:
    Turn() = default;
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() { end(); }

    [[nodiscard]] bool holds() const { return lane_ != nullptr; }

   private:
    friend class Lanes;
    void end();
    Lane* lane_ = nullptr;
  };

  /// Gives up what the turn holds, then waits for the stream's lane: nobody waits for one lane
  /// while holding another.
  void take(Turn& turn, const eventstore::LedgerId& ledger, const eventstore::StreamName& stream);

  /// Does anybody hold or wait for the stream's lane?
  [[nodiscard]] bool is_wanted(const eventstore::LedgerId& ledger,
                               const eventstore::StreamName& stream) const;

 private:
  static std::size_t index_of(const eventstore::LedgerId& ledger,
                              const eventstore::StreamName& stream);

  /// Each stands for all streams that hash to it; a stranger in the lane costs a wait, no more.
  std::array<Lane, 256> lanes_;
};

}  // namespace langnghe::command
