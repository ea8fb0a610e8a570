#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace langnghe::tools {

/// Has all threads share a heap for each core, before there is a second thread. By default each of
/// the many workers gets one of its own, and what one of them frees serves no other: memory would
/// stay several times what is in use.
void share_heaps();

/// Gives free memory back to the system when a busy time is over. Without it the process keeps for
/// ever what its busiest moment needed, because a few blocks at a heap's end hold all below them.
class HeapTrimmer {
 public:
  HeapTrimmer() = default;
  ~HeapTrimmer();
  HeapTrimmer(const HeapTrimmer&) = delete;
  HeapTrimmer& operator=(const HeapTrimmer&) = delete;

 private:
  static constexpr std::chrono::seconds kPause{2};

  void run(const std::stop_token& ending);

  std::mutex mutex_;  ///< of the wait alone
  std::condition_variable_any ends_;
  std::jthread thread_{[this](const std::stop_token& ending) { run(ending); }};
};

}  // namespace langnghe::tools
