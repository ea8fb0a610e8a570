#pragma once

#include <chrono>

#include <domain/time.hpp>

namespace langnghe::tools {

/// The system's clock, or the one that a demonstration was given (services/set_clock.hpp).
/// Everything further in is given the time.
[[nodiscard]] domain::Instant system_now();

/// `system_now` is so far ahead of the machine's clock: zero but in a demonstration whose day was
/// set. Of the whole process, as the machine's clock is; any thread.
[[nodiscard]] std::chrono::milliseconds clock_ahead();
void set_clock_ahead(std::chrono::milliseconds ahead);

}  // namespace langnghe::tools
