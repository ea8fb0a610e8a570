#include "serving/heap.hpp"

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <utility>

#include <malloc.h>

namespace langnghe::tools {
namespace {

/// Heaps are locked while they are trimmed, so it is not done while much is going on, nor for
/// little.
constexpr std::size_t kFreeBytesMin = std::size_t{16} << 20;
constexpr double kBusyShareMax = 0.1;  ///< of one core

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

void HeapTrimmer::run(const std::stop_token& ending) {
  std::size_t free_bytes_kept = 0;  // by the heaps after the last time
  double used = processor_seconds();
  while (!ending.stop_requested()) {
    std::unique_lock lock(mutex_);
    ends_.wait_for(lock, ending, kPause, [] { return false; });
    const auto before = std::exchange(used, processor_seconds());
    const bool is_busy =
        used - before > kBusyShareMax * std::chrono::duration<double>(kPause).count();
    const auto free_bytes = ::mallinfo2().fordblks;
    if (!ending.stop_requested() && !is_busy && free_bytes > free_bytes_kept + kFreeBytesMin) {
      static_cast<void>(::malloc_trim(0));
      free_bytes_kept = ::mallinfo2().fordblks;
    }
    free_bytes_kept = std::min(free_bytes_kept, free_bytes);
  }
}

}  // namespace langnghe::tools
