#pragma once

#include <cstdint>
#include <string_view>

namespace langnghe::papers {

/// CRC-32 as zip and PNG have it (ISO 3309).
[[nodiscard]] std::uint32_t crc32_of(std::string_view bytes);

}  // namespace langnghe::papers
