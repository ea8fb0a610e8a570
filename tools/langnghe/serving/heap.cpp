#include "serving/heap.hpp"

#include <algorithm>
#include <ctime>
#include <utility>

#include <malloc.h>

namespace langnghe::tools {
namespace {

constexpr double kBusyShareMin = 0.1;  ///< of one core

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace

void share_heaps() {
  constexpr int kHeapsMin = 2;
  const auto cores = static_cast<int>(std::thread::hardware_concurrency());
  static_cast<void>(::mallopt(M_ARENA_MAX, std::max(kHeapsMin, cores)));
}

HeapTrimmer::~HeapTrimmer() {
  thread_.request_stop();
}

/// Heaps are locked while they are trimmed: it is done once after each busy time, and not within.
void HeapTrimmer::run(const std::stop_token& ending) {
  bool was_busy = true;  // the start is
  double used = processor_seconds();
  while (!ending.stop_requested()) {
    std::unique_lock lock(mutex_);
    ends_.wait_for(lock, ending, kPause, [] { return false; });
    const auto before = std::exchange(used, processor_seconds());
    const bool is_busy =
        used - before > kBusyShareMin * std::chrono::duration<double>(kPause).count();
    if (was_busy && !is_busy && !ending.stop_requested()) {
      static_cast<void>(::malloc_trim(0));
    }
    was_busy = is_busy;
  }
}

}  // namespace langnghe::tools
