#include <system_error>

#include <files/disk_space.hpp>

namespace langnghe::eventstore {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLookEvery{100};

}  // namespace

bool DiskSpace::is_low() {
  if (reserve_bytes_ == 0) {
    return false;
  }
  const auto now = Clock::now();
  auto due = look_again_.load(std::memory_order_relaxed);
  if (now.time_since_epoch().count() < due ||
      !look_again_.compare_exchange_strong(due, (now + kLookEvery).time_since_epoch().count())) {
    return low_.load(std::memory_order_relaxed);
  }
  std::error_code fault;
  const auto space = std::filesystem::space(folder_, fault);
  // A disk that cannot be asked is not called full: the write itself will tell.
  low_ = !fault && space.available < reserve_bytes_;
  return low_;
}

}  // namespace langnghe::eventstore
