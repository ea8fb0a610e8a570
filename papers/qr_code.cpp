#include "papers/qr_code.hpp"

#include <cstdint>
#include <memory>
#include <vector>

#include <qrencode.h>

#include "png.hpp"

namespace langnghe::papers {
namespace {

constexpr std::size_t kQuiet = 4;  // modules around the code (ISO/IEC 18004, 5.3.8)
constexpr std::uint8_t kWhite = 0xFF;
constexpr std::size_t kWidthMax = 255;  // points, of `png_of`

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

std::string qr_code(std::string_view text) {
  const std::unique_ptr<QRcode, FreeCode> code(
      QRcode_encodeData(static_cast<int>(text.size()),
                        reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M));
  if (code == nullptr) {
    return {};
  }
  const auto modules = static_cast<std::size_t>(code->width);
  // As many points for a module as go, so that whoever draws it larger blurs no edge.
  const auto scale = kWidthMax / (modules + 2 * kQuiet);
  const auto width = scale * (modules + 2 * kQuiet);
  std::vector<std::uint8_t> points(width * width, kWhite);
  for (std::size_t row = 0; row < modules * scale; ++row) {
    for (std::size_t column = 0; column < modules * scale; ++column) {
      if ((code->data[row / scale * modules + column / scale] & 1U) != 0) {
        points[(row + kQuiet * scale) * width + column + kQuiet * scale] = 0;
      }
    }
  }
  return png_of(points, width);
}

}  // namespace langnghe::papers
