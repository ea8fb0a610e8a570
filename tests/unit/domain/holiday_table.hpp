#pragma once

#include <string_view>

#include "unit/domain/scene.hpp"

/// Days off and worked Saturdays of Vietnam's civil servants, 2021 to 2027, as the tests know them:
/// typed a second time, so that a slip in the shipped data file does not vouch for itself.
namespace langnghe::domain::spec {

std::set<Date> days(std::initializer_list<std::string_view> texts);

WorkingCalendar vietnam_calendar();

}  // namespace langnghe::domain::spec
