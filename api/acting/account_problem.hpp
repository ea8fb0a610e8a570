#pragma once

#include <api/accounts.hpp>

#include "call/call.hpp"

namespace langnghe::api {

/// The reason that an account's secret could not be checked or set.
[[nodiscard]] Problem account_problem(const Call& call, AccountError error);

}  // namespace langnghe::api
