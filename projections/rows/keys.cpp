#include "rows/keys.hpp"

#include <projections/view.hpp>

namespace langnghe::projections {

std::string be64(std::uint64_t value) {
  std::string bytes(8, '\0');
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) {
    *byte = static_cast<char>(value & 0xff);
    value >>= 8;
  }
  return bytes;
}

std::uint64_t last_be64(std::string_view key) {
  if (key.size() < 8) {
    throw ViewFault("a row key is too short");
  }
  std::uint64_t value = 0;
  for (const char byte : key.substr(key.size() - 8)) {
    value = value << 8 | static_cast<unsigned char>(byte);
  }
  return value;
}

}  // namespace langnghe::projections
