#include <algorithm>
#include <array>
#include <utility>

#include <sodium.h>

#include <ledger/canonical_json.hpp>
#include <transparency/note.hpp>

#include "proof/text_forms.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::string_view kDash = "\xe2\x80\x94 ";  // em dash, space
constexpr std::size_t kKeyIdBytes = 4;
constexpr std::size_t kTimeBytes = 8;

ProofError malformed(std::string context) {
  return {ProofErrorCode::malformed, std::move(context)};
}

/// Unicode's spaces (White_Space), which no key name may hold; control characters are out anyway.
bool has_space(std::string_view name) {
  constexpr std::array<std::string_view, 20> kSpaces = {" ",
                                                        "\xc2\x85",
                                                        "\xc2\xa0",
                                                        "\xe1\x9a\x80",
                                                        "\xe2\x80\x80",
                                                        "\xe2\x80\x81",
                                                        "\xe2\x80\x82",
                                                        "\xe2\x80\x83",
                                                        "\xe2\x80\x84",
                                                        "\xe2\x80\x85",
                                                        "\xe2\x80\x86",
                                                        "\xe2\x80\x87",
                                                        "\xe2\x80\x88",
                                                        "\xe2\x80\x89",
                                                        "\xe2\x80\x8a",
                                                        "\xe2\x80\xa8",
                                                        "\xe2\x80\xa9",
                                                        "\xe2\x80\xaf",
                                                        "\xe2\x81\x9f",
                                                        "\xe3\x80\x80"};
  return std::ranges::any_of(
      kSpaces, [&](std::string_view space) { return name.find(space) != std::string_view::npos; });
}

bool is_key_name(std::string_view name) {
  return !name.empty() && name.find('+') == std::string_view::npos && !has_space(name) &&
         is_valid_utf8(name) &&
         std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

std::string big_endian(std::uint64_t number, std::size_t bytes) {
  std::string text(bytes, '\0');
  for (std::size_t i = bytes; i-- > 0; number >>= 8) {
    text[i] = static_cast<char>(number & 0xff);
  }
  return text;
}

std::uint64_t from_big_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes) {
    number = number << 8 | static_cast<unsigned char>(byte);
  }
  return number;
}

std::string key_material(SignatureKind kind, const PublicKey& key) {
  return static_cast<char>(kind) +
         std::string(reinterpret_cast<const char*>(key.data()), key.size());
}

ProofResult<NoteSignature> parse_signature(std::string_view line) {
  if (!line.starts_with(kDash)) {
    return std::unexpected(malformed("a signature line does not begin with a dash"));
  }
  line.remove_prefix(kDash.size());
  const std::size_t space = std::min(line.find(' '), line.size());
  const std::string_view name = line.substr(0, space);
  const auto bytes = from_base64(line.substr(std::min(space + 1, line.size())));
  if (!is_key_name(name) || !bytes || bytes->size() <= kKeyIdBytes) {
    return std::unexpected(malformed("a signature line is not `name base64`"));
  }
  const auto id = from_big_endian(std::string_view(*bytes).substr(0, kKeyIdBytes));
  return NoteSignature{std::string(name), static_cast<std::uint32_t>(id),
                       bytes->substr(kKeyIdBytes)};
}

std::string cosigned_message(std::string_view text, std::uint64_t timestamp) {
  return "cosignature/v1\ntime " + std::to_string(timestamp) + "\n" + std::string(text);
}

bool is_good(std::string_view signature, std::string_view message, const PublicKey& key) {
  return signature.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(reinterpret_cast<const unsigned char*>(signature.data()),
                                     reinterpret_cast<const unsigned char*>(message.data()),
                                     message.size(), key.data()) == 0;
}

/// The time of a good signature (0 for the log's own kind), or nothing.
std::optional<std::uint64_t> check(const NoteSignature& made, const VerifierKey& key,
                                   std::string_view text) {
  if (key.kind == SignatureKind::ed25519) {
    return is_good(made.signature, text, key.public_key) ? std::optional<std::uint64_t>(0)
                                                         : std::nullopt;
  }
  if (made.signature.size() != kTimeBytes + crypto_sign_BYTES) {
    return std::nullopt;
  }
  const std::string_view bytes = made.signature;
  const std::uint64_t time = from_big_endian(bytes.substr(0, kTimeBytes));
  const bool in_range = time >> 63 == 0;  // C2SP tlog-cosignature: at most 2^63 - 1
  return in_range && is_good(bytes.substr(kTimeBytes), cosigned_message(text, time), key.public_key)
             ? std::optional(time)
             : std::nullopt;
}

std::string as_bytes(const std::array<std::uint8_t, 64>& signature) {
  return {reinterpret_cast<const char*>(signature.data()), signature.size()};
}

}  // namespace

std::uint32_t VerifierKey::id() const {
  const std::string named = name + "\n" + key_material(kind, public_key);
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(named.data()),
                     named.size());
  const std::string_view start(reinterpret_cast<const char*>(hash.data()), kKeyIdBytes);
  return static_cast<std::uint32_t>(from_big_endian(start));
}

std::string VerifierKey::text() const {
  const std::string id_bytes = big_endian(id(), kKeyIdBytes);
  std::string hex(kKeyIdBytes * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(id_bytes.data()),
                 id_bytes.size());
  hex.pop_back();
  return name + "+" + hex + "+" + to_base64(key_material(kind, public_key));
}

ProofResult<VerifierKey> parse_verifier_key(std::string_view text) {
  const std::size_t first = std::min(text.find('+'), text.size());
  const std::size_t second = std::min(text.find('+', first + 1), text.size());
  const auto material = from_base64(text.substr(std::min(second + 1, text.size())));
  VerifierKey key{.name = std::string(text.substr(0, first))};
  if (!is_key_name(key.name) || !material || material->size() != 1 + key.public_key.size() ||
      (material->front() != 1 && material->front() != 4)) {
    return std::unexpected(malformed("a verifier key is `name+key id+base64`, of kind 1 or 4"));
  }
  key.kind = static_cast<SignatureKind>(material->front());
  std::copy(material->begin() + 1, material->end(), key.public_key.begin());
  if (key.text() != text) {
    return std::unexpected(malformed("the verifier key's id does not belong to its name and key"));
  }
  return key;
}

ProofResult<Note> parse_note(std::string_view bytes) {
  const auto forbidden = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; };
  const std::size_t blank = bytes.rfind("\n\n");
  if (bytes.size() > kNoteBytesMax || blank == std::string_view::npos || !is_valid_utf8(bytes) ||
      std::ranges::any_of(bytes, forbidden)) {
    return std::unexpected(malformed("this is not a signed note"));
  }
  Note note{.text = std::string(bytes.substr(0, blank + 1)), .signatures = {}};
  std::string_view lines = bytes.substr(blank + 2);
  while (const auto line = take_line(lines)) {
    auto signature = parse_signature(*line);
    if (!signature) {
      return std::unexpected(signature.error());
    }
    note.signatures.push_back(std::move(*signature));
  }
  if (!lines.empty() || note.signatures.empty() || note.signatures.size() > kNoteSignaturesMax) {
    return std::unexpected(malformed("a note has 1 to 64 signature lines, each with its newline"));
  }
  return note;
}

std::string to_bytes(const Note& note) {
  std::string bytes = note.text + "\n";
  for (const NoteSignature& made : note.signatures) {
    bytes += std::string(kDash) + made.name + " " +
             to_base64(big_endian(made.key_id, kKeyIdBytes) + made.signature) + "\n";
  }
  return bytes;
}

ProofResult<std::vector<VerifiedSignature>> verify_note(const Note& note,
                                                        std::span<const VerifierKey> keys) {
  std::vector<VerifiedSignature> good;
  for (const VerifierKey& key : keys) {
    const std::uint32_t id = key.id();
    bool counted = false;
    for (const NoteSignature& made : note.signatures) {
      if (made.name != key.name || made.key_id != id) {
        continue;
      }
      const auto time = check(made, key, note.text);
      if (!time) {
        return std::unexpected(
            ProofError{ProofErrorCode::not_signed, "a signature of " + key.name + " is forged"});
      }
      if (!std::exchange(counted, true)) {
        good.push_back({key, *time});
      }
    }
  }
  if (good.empty()) {
    return std::unexpected(ProofError{ProofErrorCode::not_signed,
                                      keys.empty() ? "no key was given to check by"
                                                   : keys.front().name + " has not signed this"});
  }
  return good;
}

NoteSignature sign_note(std::string_view text, std::string name, const SigningKey& key) {
  const std::uint32_t id = key.verifier(name, SignatureKind::ed25519).id();
  return {std::move(name), id, as_bytes(key.sign(text))};
}

NoteSignature cosign_note(std::string_view text, std::string name, const SigningKey& key,
                          std::uint64_t timestamp) {
  const std::uint32_t id = key.verifier(name, SignatureKind::cosignature_v1).id();
  return {
      std::move(name), id,
      big_endian(timestamp, kTimeBytes) + as_bytes(key.sign(cosigned_message(text, timestamp)))};
}

}  // namespace langnghe::eventstore
