#include "bench/measure.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <thread>

namespace langnghe::tools::bench {
namespace {

double processor_seconds() {
  timespec used{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9;
}

}  // namespace

double percentile(std::vector<double> values, double part) {
  if (values.empty()) {
    return 0;
  }
  const auto last = static_cast<double>(values.size() - 1);
  const auto at = static_cast<std::ptrdiff_t>(std::lround(last * part));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

double Rounds::ratio() const {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < std::min(program.size(), limit.size()); ++i) {
    ratios.push_back(limit[i] > 0 ? program[i] / limit[i] : 0);
  }
  return median(std::move(ratios));
}

void wait_until_idle(std::chrono::seconds patience) {
  constexpr auto kPollInterval = std::chrono::milliseconds(300);
  constexpr double kIdle = 0.02;  // seconds of work in one look
  const auto end = Clock::now() + patience;
  int quiet = 0;
  while (quiet < 2 && Clock::now() < end) {
    const double before = processor_seconds();
    std::this_thread::sleep_for(kPollInterval);
    quiet = processor_seconds() - before < kIdle ? quiet + 1 : 0;
  }
}

}  // namespace langnghe::tools::bench
