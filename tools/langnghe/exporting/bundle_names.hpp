#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

namespace langnghe::tools {

/// `records/000012.tlog-proof`: the record of that version, in a bundle (docs/formats/bundles.md).
[[nodiscard]] inline std::string bundle_record(std::uint64_t version) {
  constexpr std::size_t kDigits = 6;
  const auto digits = std::to_string(version);
  return "records/" + std::string(kDigits - std::min(kDigits, digits.size()), '0') + digits +
         ".tlog-proof";
}

}  // namespace langnghe::tools
