#pragma once

#include <domain/time.hpp>

namespace langnghe::tools {

/// The system's clock. Everything further in is given the time.
[[nodiscard]] domain::Instant system_now();

}  // namespace langnghe::tools
