#pragma once

#include <cstdint>
#include <string>

#include "shapes/texts.hpp"

namespace langnghe::api::shapes {

/// A file that was taken in.
struct StoredAttachment {
  Sha256 attachment;
  std::uint64_t bytes = 0;
  std::string media_type;
  bool sealed = false;
};

}  // namespace langnghe::api::shapes
