#pragma once

#include <string>

namespace langnghe::api::wire {

/// An answer as JSON text. The members of each shape are described in wire/*.cpp; a shape that is a
/// whole answer is instantiated there, and one that is forgotten does not link.
template <class Shape>
[[nodiscard]] std::string text(const Shape& shape);

}  // namespace langnghe::api::wire
