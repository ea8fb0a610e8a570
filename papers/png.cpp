#include "png.hpp"

#include <string_view>

#include "checksum.hpp"

namespace langnghe::papers {
namespace {

/// Most significant byte first.
std::string big32(std::uint32_t value) {
  return {static_cast<char>(value >> 24U), static_cast<char>((value >> 16U) & 0xffU),
          static_cast<char>((value >> 8U) & 0xffU), static_cast<char>(value & 0xffU)};
}

std::string little16(std::size_t value) {
  return {static_cast<char>(value & 0xffU), static_cast<char>((value >> 8U) & 0xffU)};
}

std::string chunk(std::string_view name, std::string_view data) {
  const auto named = std::string(name) + std::string(data);
  return big32(static_cast<std::uint32_t>(data.size())) + named + big32(crc32_of(named));
}

std::uint32_t adler32_of(std::string_view bytes) {
  constexpr std::uint32_t kBase = 65521;
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (const char byte : bytes) {
    a = (a + static_cast<unsigned char>(byte)) % kBase;
    b = (b + a) % kBase;
  }
  return (b << 16U) | a;
}

}  // namespace

std::string png_of(const std::vector<std::uint8_t>& points, std::size_t width) {
  std::string rows;
  for (std::size_t at = 0; at < points.size(); ++at) {
    if (at % width == 0) {
      rows += '\0';  // no filter
    }
    rows += static_cast<char>(points[at]);
  }
  const auto side = big32(static_cast<std::uint32_t>(width));
  const auto stored = std::string("\x78\x01\x01", 3) + little16(rows.size()) +
                      little16(rows.size() ^ 0xffffU) + rows + big32(adler32_of(rows));
  constexpr std::string_view kGreyOf8Bits("\x08\x00\x00\x00\x00", 5);
  return std::string("\x89PNG\r\n\x1a\n", 8) +
         chunk("IHDR", side + side + std::string(kGreyOf8Bits)) + chunk("IDAT", stored) +
         chunk("IEND", "");
}

}  // namespace langnghe::papers
