#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>

namespace langnghe::api {

/// BLAKE2b-256: how a secret is kept that is long and random enough to need no slow hash.
using Digest = std::array<std::uint8_t, 32>;

struct DigestHash {
  [[nodiscard]] std::size_t operator()(const Digest& digest) const;
};

[[nodiscard]] Digest digest_of(std::string_view secret);

[[nodiscard]] std::string random_bytes(std::size_t count);

/// 256 random bits in 43 characters of base64url.
[[nodiscard]] std::string random_secret();

/// The token that a page sends beside its session's cookie, by which a request is known to be its
/// own. It follows from the cookie, so that nobody has to keep it.
[[nodiscard]] std::string csrf_token_of(std::string_view cookie);

[[nodiscard]] std::string to_base64url(const Digest& digest);
/// Empty-handed (false) unless the text is exactly one digest.
[[nodiscard]] bool from_base64url(std::string_view text, Digest& digest);

/// Argon2id with libsodium's INTERACTIVE limits, as the text libsodium verifies. Takes about a
/// tenth of a second and 64 MiB. Empty if the memory could not be had.
[[nodiscard]] std::string hash_password(std::string_view password);
[[nodiscard]] bool verify_password(const std::string& hash, std::string_view password);

}  // namespace langnghe::api
