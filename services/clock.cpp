#include <services/clock.hpp>

namespace langnghe::tools {

domain::Instant system_now() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace langnghe::tools
