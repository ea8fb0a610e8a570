#pragma once

#include <string_view>

#include <domain/permissions.hpp>

#include "routing/conditional.hpp"

namespace langnghe::api {

/// One act a route stands for.
struct Act {
  domain::Subject subject{};
  std::string_view name;
  Precondition precondition{};
};

}  // namespace langnghe::api
