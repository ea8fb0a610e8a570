#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <transparency/merkle.hpp>

namespace langnghe::eventstore {

/// The small text forms that C2SP's formats share, read strictly: one value has one form.

[[nodiscard]] std::string to_base64(std::string_view bytes);
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

[[nodiscard]] std::string hash_to_base64(const Hash& hash);
[[nodiscard]] std::optional<Hash> hash_from_base64(std::string_view text);

/// Decimal digits without leading zeroes.
[[nodiscard]] std::optional<std::uint64_t> from_decimal(std::string_view digits);

/// Takes the next line without its newline off the front; nothing when there is no newline.
[[nodiscard]] std::optional<std::string_view> take_line(std::string_view& text);

[[nodiscard]] std::string_view bytes_of(const Hash& hash);

}  // namespace langnghe::eventstore
