#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace langnghe::projections {

/// SHA-256 (FIPS 180-4) of what was added. Belongs to one thread.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  /// Length first (8 bytes, big-endian), so that parts cannot run into each other.
  void add_part(std::string_view bytes);
  [[nodiscard]] std::string hex();  ///< ends it

 private:
  struct alignas(8) State {
    unsigned char bytes[128];  ///< room for libsodium's state; checked in the .cpp
  } state_;
};

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace langnghe::projections
