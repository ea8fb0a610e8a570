#include "accounts/one_time_codes.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <ledger/verify.hpp>

#include "accounts/secrets.hpp"

namespace langnghe::api {
namespace {

constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::chrono::seconds kStep{30};
constexpr std::size_t kDigits = 6;
constexpr std::uint32_t kDigitsModulus = 1'000'000;
constexpr std::size_t kSecretBytes = 20;
constexpr std::size_t kRecoveryCodes = 10;
constexpr std::size_t kRecoveryBytes = 10;
constexpr std::size_t kRecoveryGroup = 4;

using Sha1Mac = std::array<unsigned char, 20>;

Sha1Mac hmac_sha1(std::string_view key, const std::array<unsigned char, 8>& message) {
  Sha1Mac mac{};
  unsigned int length = mac.size();
  const auto* const made = ::HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
                                  message.data(), message.size(), mac.data(), &length);
  VERIFY(made != nullptr && length == mac.size());
  return mac;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~';
    const auto byte = static_cast<unsigned char>(c);
    if (plain) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += kHex[byte >> 4U];
      encoded += kHex[byte & 15U];
    }
  }
  return encoded;
}

}  // namespace

std::string to_base32(std::string_view bytes) {
  constexpr unsigned kBits = 5;
  std::string text;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char byte : bytes) {
    held = (held << 8U) | static_cast<unsigned char>(byte);
    bits += 8;
    while (bits >= kBits) {
      bits -= kBits;
      text += kBase32[(held >> bits) & 31U];
    }
  }
  if (bits > 0) {
    text += kBase32[(held << (kBits - bits)) & 31U];
  }
  return text;
}

std::optional<std::string> from_base32(std::string_view text) {
  std::string bytes;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char letter : bare_code(text)) {
    const auto value = kBase32.find(letter);
    if (value == std::string_view::npos) {
      return std::nullopt;
    }
    held = (held << 5U) | static_cast<std::uint32_t>(value);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes += static_cast<char>((held >> bits) & 255U);
    }
  }
  return bytes;
}

std::string hotp(std::string_view secret, std::uint64_t counter) {
  std::array<unsigned char, 8> message{};
  for (std::size_t i = message.size(); i-- > 0;) {
    message[i] = static_cast<unsigned char>(counter & 255U);
    counter >>= 8U;
  }
  const auto mac = hmac_sha1(secret, message);
  // Dynamic truncation: the last half byte says where the four bytes begin.
  const std::size_t at = mac.back() & 15U;
  const std::uint32_t number = (static_cast<std::uint32_t>(mac[at] & 127U) << 24U) |
                               (static_cast<std::uint32_t>(mac[at + 1]) << 16U) |
                               (static_cast<std::uint32_t>(mac[at + 2]) << 8U) |
                               static_cast<std::uint32_t>(mac[at + 3]);
  const auto digits = std::to_string(number % kDigitsModulus);
  return std::string(kDigits - digits.size(), '0') + digits;
}

std::uint64_t time_step_of(domain::Instant moment) {
  const auto since = std::chrono::duration_cast<std::chrono::seconds>(moment.time_since_epoch());
  return static_cast<std::uint64_t>(std::max(since, std::chrono::seconds(0)) / kStep);
}

std::optional<std::uint64_t> matching_step(std::string_view secret, std::string_view code,
                                           domain::Instant now, std::uint64_t last_used) {
  const auto step = time_step_of(now);
  std::optional<std::uint64_t> found;
  for (const auto each : {step - std::min<std::uint64_t>(step, 1), step, step + 1}) {
    // Every one is compared, so that the time tells nothing of the clock.
    const auto right = hotp(secret, each);
    if (code.size() == right.size() &&
        sodium_memcmp(code.data(), right.data(), right.size()) == 0 && each > last_used) {
      found = each;
    }
  }
  return found;
}

std::string new_shared_secret() {
  return random_bytes(kSecretBytes);
}

std::string otpauth_uri(std::string_view ledger, std::string_view user, std::string_view secret) {
  const auto issuer = percent_encoded("Lắng Nghe " + std::string(ledger));
  return "otpauth://totp/" + issuer + ':' + percent_encoded(user) + "?secret=" + to_base32(secret) +
         "&issuer=" + issuer + "&algorithm=SHA1&digits=6&period=30";
}

std::vector<std::string> new_recovery_codes() {
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < kRecoveryCodes; ++i) {
    const auto letters = to_base32(random_bytes(kRecoveryBytes));
    std::string code;
    for (std::size_t at = 0; at < letters.size(); at += kRecoveryGroup) {
      code += (at > 0 ? "-" : "") + letters.substr(at, kRecoveryGroup);
    }
    codes.push_back(std::move(code));
  }
  return codes;
}

std::string bare_code(std::string_view typed) {
  std::string bare;
  for (const char c : typed) {
    if (c != ' ' && c != '-') {
      bare += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  return bare;
}

}  // namespace langnghe::api
