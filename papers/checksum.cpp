#include "checksum.hpp"

#include <array>

namespace langnghe::papers {
namespace {

constexpr std::array<std::uint32_t, 256> crc_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t n = 0; n < table.size(); ++n) {
    std::uint32_t c = n;
    for (int bit = 0; bit < 8; ++bit) {
      c = (c & 1U) != 0 ? 0xedb88320U ^ (c >> 1U) : c >> 1U;
    }
    table[n] = c;
  }
  return table;
}

}  // namespace

std::uint32_t crc32_of(std::string_view bytes) {
  static constexpr auto kTable = crc_table();
  std::uint32_t c = 0xffffffffU;
  for (const char byte : bytes) {
    c = kTable[(c ^ static_cast<unsigned char>(byte)) & 0xffU] ^ (c >> 8U);
  }
  return c ^ 0xffffffffU;
}

}  // namespace langnghe::papers
