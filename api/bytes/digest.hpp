#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Hashes and text forms of bytes, so that libsodium stays in one file.
namespace langnghe::api {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// An id in UUID form (version 8, RFC 9562 section 5.8) that follows from its seed alone: a retry
/// makes the same one. `seed` names everything that makes the id different from others.
[[nodiscard]] std::string derived_id(std::string_view seed);

/// Base64 with padding (RFC 4648 section 4).
[[nodiscard]] std::string to_base64(std::string_view bytes);
/// base64url without padding.
[[nodiscard]] std::string to_base64url(std::string_view bytes);
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

/// Compares secrets in a time that does not tell where they differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

}  // namespace langnghe::api
