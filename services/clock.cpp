#include <atomic>

#include <services/clock.hpp>

namespace langnghe::tools {
namespace {

std::atomic<std::chrono::milliseconds::rep> ahead_ms{0};

}  // namespace

domain::Instant system_now() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()) +
         clock_ahead();
}

std::chrono::milliseconds clock_ahead() {
  return std::chrono::milliseconds(ahead_ms.load());
}

void set_clock_ahead(std::chrono::milliseconds ahead) {
  ahead_ms = ahead.count();
}

}  // namespace langnghe::tools
