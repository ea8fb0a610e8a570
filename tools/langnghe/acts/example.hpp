#pragma once

#include <string>
#include <vector>

#include <services/data_directory.hpp>

#include "acts/acts.hpp"

namespace langnghe::tools {

/// Those of the wards that are not there whole: the sign-ins are written last.
[[nodiscard]] std::vector<BundledWard> not_loaded(const DataDirectory& data,
                                                  std::vector<BundledWard> wards);

/// Loads the wards, each act at its own time, and makes a sign-in for each account; what was loaded
/// before is answered by its idempotency key. The exit status, after telling why.
[[nodiscard]] int load_example(const DataDirectory& data, const std::vector<BundledWard>& wards);

}  // namespace langnghe::tools
