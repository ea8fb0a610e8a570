#pragma once

#include <string>
#include <vector>

#include <services/data_directory.hpp>

#include "acts/acts.hpp"

namespace langnghe::tools {

/// The wards that `langnghe init --example` loads: the one whose year 2021 is over, and one whose
/// year runs up to the day on which the load began (acts/living.hpp). The directory must be a
/// demonstration's.
[[nodiscard]] std::vector<BundledWard> example_of_today(const DataDirectory& data);

/// The wards of the list that are not there whole: the sign-ins are written last.
[[nodiscard]] std::vector<BundledWard> not_loaded(const DataDirectory& data,
                                                  std::vector<BundledWard> wards);

/// Loads the wards, each act at its own time, and makes a sign-in for each account; what was loaded
/// before is answered by its idempotency key. The exit status, after telling why.
[[nodiscard]] int load_example(const DataDirectory& data, const std::vector<BundledWard>& wards);

}  // namespace langnghe::tools
