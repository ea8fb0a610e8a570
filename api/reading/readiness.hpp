#pragma once

#include <vector>

#include <api/application.hpp>
#include <api/trouble.hpp>

namespace langnghe::api {

/// The reason that the service is not ready; nothing while all is well. It can write, its clock is
/// as expected, its views are not stopped and not far behind, it signs heads, no ledger was found
/// to differ from what was signed, and nobody else has found anything (`Services::troubles`).
[[nodiscard]] std::vector<Trouble> troubles_of(const Services& services);

}  // namespace langnghe::api
