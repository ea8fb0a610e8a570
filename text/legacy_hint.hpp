#pragma once

#include <optional>
#include <string_view>

#include <text/legacy_encoding.hpp>

namespace langnghe::text {

/// Private to the layer. The encoding whose letters this text seems to be made of: words that are
/// no Vietnamese as they stand become Vietnamese syllables when they are converted, and hardly any
/// becomes something else. French, German, Spanish and Portuguese words fail that, one by one.
[[nodiscard]] std::optional<Encoding> legacy_hint(std::u32string_view text);

}  // namespace langnghe::text
