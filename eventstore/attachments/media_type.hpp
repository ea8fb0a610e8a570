#pragma once

#include <string_view>

namespace langnghe::eventstore {

/// The media type that the first bytes of a file show; empty when it is none that is known.
/// 1,024 bytes are enough.
[[nodiscard]] std::string_view sniff_media_type(std::string_view begin);

}  // namespace langnghe::eventstore
