#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>

namespace langnghe::eventstore {

/// Whether the disk of a folder has less room than is to be kept free. Looks at most a few times a
/// second. Any thread.
class DiskSpace {
 public:
  DiskSpace(std::filesystem::path folder, std::uint64_t reserve_bytes)
      : folder_(std::move(folder)), reserve_bytes_(reserve_bytes) {}

  [[nodiscard]] bool is_low();

 private:
  const std::filesystem::path folder_;
  const std::uint64_t reserve_bytes_;
  std::atomic<std::int64_t> look_again_{0};  ///< of the steady clock, in its ticks
  std::atomic<bool> low_{false};
};

}  // namespace langnghe::eventstore
