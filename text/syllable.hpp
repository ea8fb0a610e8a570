#pragma once

#include <string_view>

namespace langnghe::text {

/// Private to the layer. Whether a word of composed letters is spelled as one Vietnamese syllable:
/// an initial, a rhyme and at most one tone that fits it. Upper and lower case alike; no
/// dictionary.
[[nodiscard]] bool is_syllable(std::u32string_view word);

}  // namespace langnghe::text
