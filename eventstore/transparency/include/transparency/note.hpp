#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <transparency/proof_error.hpp>

namespace langnghe::eventstore {

/// C2SP signed-note: a text, an empty line, and lines `— <key name> <base64(key id || signature)>`.

enum class SignatureKind : std::uint8_t {
  ed25519 = 0x01,         ///< over the note's text
  cosignature_v1 = 0x04,  ///< a witness's, over `cosignature/v1`, a time, and the text
};

using PublicKey = std::array<std::uint8_t, 32>;  ///< Ed25519

/// A verifier key, which a reader trusts. Text form: `<name>+<key id, 8 hex digits>+<base64(kind ||
/// public key)>`.
struct VerifierKey {
  std::string name;
  SignatureKind kind = SignatureKind::ed25519;
  PublicKey public_key{};

  [[nodiscard]] std::uint32_t id() const;
  [[nodiscard]] std::string text() const;
  bool operator==(const VerifierKey&) const = default;
};

[[nodiscard]] ProofResult<VerifierKey> parse_verifier_key(std::string_view text);

/// An Ed25519 key that signs; its seed is wiped when it goes. One key may sign under several names
/// (one ledger each), but a witness must have a key of its own.
class SigningKey {
 public:
  [[nodiscard]] static SigningKey from_seed(const std::array<std::uint8_t, 32>& seed);

  /// The seed file holds 64 hex digits and has mode 0600; made if absent and `make` is set. A file
  /// that others may read is refused.
  [[nodiscard]] static ProofResult<SigningKey> load(const std::filesystem::path& file, bool make);

  SigningKey(SigningKey&&) noexcept;
  SigningKey& operator=(SigningKey&&) noexcept;
  ~SigningKey();

  [[nodiscard]] PublicKey public_key() const;
  [[nodiscard]] VerifierKey verifier(std::string name, SignatureKind kind) const;
  [[nodiscard]] std::array<std::uint8_t, 64> sign(std::string_view message) const;

 private:
  SigningKey();
  struct Secret;
  std::unique_ptr<Secret> secret_;
};

struct NoteSignature {
  std::string name;
  std::uint32_t key_id = 0;
  std::string signature;  ///< raw bytes, without the key id
};

struct Note {
  std::string text;  ///< with its last newline
  std::vector<NoteSignature> signatures;
};

inline constexpr std::size_t kNoteBytesMax = 1u << 20;
inline constexpr std::size_t kNoteSignaturesMax = 64;

[[nodiscard]] ProofResult<Note> parse_note(std::string_view bytes);
[[nodiscard]] std::string to_bytes(const Note& note);

/// A signature that was found good. `timestamp`: POSIX seconds of a cosignature, else 0.
struct VerifiedSignature {
  VerifierKey key;
  std::uint64_t timestamp = 0;
};

/// The good signatures of these keys. Lines of other keys are passed over; a bad signature under a
/// key that is asked for refuses the note, and so does none at all.
[[nodiscard]] ProofResult<std::vector<VerifiedSignature>> verify_note(
    const Note& note, std::span<const VerifierKey> keys);

/// The log's own kind of signature over `text`.
[[nodiscard]] NoteSignature sign_note(std::string_view text, std::string name,
                                      const SigningKey& key);

/// A witness's cosignature/v1 at `timestamp` (POSIX seconds). What the witness must have checked
/// before (a consistency proof from the head it signed last) is the caller's.
[[nodiscard]] NoteSignature cosign_note(std::string_view text, std::string name,
                                        const SigningKey& key, std::uint64_t timestamp);

}  // namespace langnghe::eventstore
