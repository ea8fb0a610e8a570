#pragma once

#include <cstdint>
#include <string_view>

namespace langnghe::test {

/// A line of the file in which the consumer of consumer_writer.cpp keeps what it has taken: the
/// position of a record and a sum over its bytes. The file is rows and checkpoint in one: the
/// checkpoint is the number of whole lines.
struct FollowedRecord {
  std::uint64_t position = 0;
  std::uint64_t sum = 0;
};

/// FNV-1a.
[[nodiscard]] constexpr std::uint64_t sum_of(std::string_view bytes) {
  std::uint64_t sum = 0xcbf29ce484222325;
  for (const char byte : bytes) {
    sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  }
  return sum;
}

}  // namespace langnghe::test
