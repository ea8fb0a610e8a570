#pragma once

#include <string>

#include <codec/fields.hpp>

#include "wire/answers.hpp"

// Include in wire/*.cpp only: `text` for a shape whose members are described.
namespace langnghe::api::wire {

template <class Shape>
std::string text(const Shape& shape) {
  return codec::to_json_text(codec::to_json(shape));
}

}  // namespace langnghe::api::wire
