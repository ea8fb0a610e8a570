#pragma once

#include <string>

#include "shapes/schedule.hpp"

/// Answers as JSON text. One overload for each shape that is a whole answer; the members are
/// described beside it, in wire/*.cpp.
namespace langnghe::api::wire {

[[nodiscard]] std::string text(const shapes::Schedule& schedule);

}  // namespace langnghe::api::wire
