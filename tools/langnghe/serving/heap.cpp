#include "serving/heap.hpp"

#include <algorithm>
#include <thread>

#include <malloc.h>

namespace langnghe::tools {

void share_heaps() {
  constexpr int kHeapsMin = 2;
  const auto cores = static_cast<int>(std::thread::hardware_concurrency());
  static_cast<void>(::mallopt(M_ARENA_MAX, std::max(kHeapsMin, cores)));
}

}  // namespace langnghe::tools
