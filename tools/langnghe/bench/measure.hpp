#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

namespace langnghe::tools::bench {

using Clock = std::chrono::steady_clock;

[[nodiscard]] inline double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// The value below which this part (0 to 1) of the values lie; 0 of none.
[[nodiscard]] double percentile(std::vector<double> values, double part);
[[nodiscard]] inline double median(std::vector<double> values) {
  return percentile(std::move(values), 0.5);
}

/// The figures of a limit and of the program in the same rounds, one after the other, so that a
/// noisy minute of the machine falls on both.
struct Rounds {
  std::vector<double> program;
  std::vector<double> limit;

  /// Of the rounds' own ratios, the middle one.
  [[nodiscard]] double ratio() const;
};

/// Waits until this process has nothing to do any more (RocksDB's compactions), at most `patience`.
void wait_until_idle(std::chrono::seconds patience);

}  // namespace langnghe::tools::bench
