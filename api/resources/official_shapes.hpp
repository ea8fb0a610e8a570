#pragma once

#include <domain/ward.hpp>

#include "shapes/settings.hpp"

namespace langnghe::api::resources {

[[nodiscard]] shapes::Official official_on(const domain::Official& official,
                                           const domain::Date& today);

}  // namespace langnghe::api::resources
