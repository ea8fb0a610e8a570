#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/time.hpp>

/// Codes that a person's device and the server make of a secret they share: RFC 4226 (HOTP) and
/// RFC 6238 (TOTP) with HMAC-SHA-1, six digits and 30 seconds, which is what the programs on
/// phones take for granted.
namespace langnghe::api {

/// RFC 4648 section 6, without padding.
[[nodiscard]] std::string to_base32(std::string_view bytes);
/// Nothing where it is none. Blanks, hyphens and small letters are as people type them.
[[nodiscard]] std::optional<std::string> from_base32(std::string_view text);

/// The code of one counter, six digits (RFC 4226 section 5.3).
[[nodiscard]] std::string hotp(std::string_view secret, std::uint64_t counter);

/// The time step of a moment (RFC 6238 section 4.2).
[[nodiscard]] std::uint64_t time_step_of(domain::Instant moment);

/// The step whose code this is: that of `now`, the one before or the one after, but none that is
/// not later than `last_used` (RFC 6238 section 5.2: a code is good once).
[[nodiscard]] std::optional<std::uint64_t> matching_step(std::string_view secret,
                                                         std::string_view code, domain::Instant now,
                                                         std::uint64_t last_used);

/// 160 random bits, as RFC 4226 section 4 recommends.
[[nodiscard]] std::string new_shared_secret();

/// The text that a phone reads from a QR code, by the Key Uri Format of Google Authenticator.
[[nodiscard]] std::string otpauth_uri(std::string_view ledger, std::string_view user,
                                      std::string_view secret);

/// Ten codes for who lost the device: 80 random bits each, in groups of four letters and digits.
[[nodiscard]] std::vector<std::string> new_recovery_codes();

/// A code as it is compared: without blanks and hyphens, in capitals.
[[nodiscard]] std::string bare_code(std::string_view typed);

}  // namespace langnghe::api
