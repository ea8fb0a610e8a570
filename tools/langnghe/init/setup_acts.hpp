#pragma once

#include <string>
#include <vector>

#include <domain/time.hpp>

#include "acts/acts.hpp"
#include "init/setup.hpp"

namespace langnghe::tools {

/// The acts that found the ward, in order, without the moment at which they are entered: the form
/// of tools/demo/README.md but for `at`. All are the administrator's.
[[nodiscard]] std::vector<std::string> founding_acts(const WardSetup& setup);

/// The acts as they are loaded: all entered at `now`, with the settings that come with the program.
[[nodiscard]] Acts entered_at(const std::vector<std::string>& acts, domain::Instant now);

}  // namespace langnghe::tools
