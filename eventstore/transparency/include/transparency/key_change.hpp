#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <transparency/checkpoint.hpp>

namespace langnghe::eventstore {

/// A log that goes over to another key says so in a note that both keys have signed:
///
///     langnghe-key-change/v1
///     <origin>
///     <verifier key before>
///     <verifier key after>
///     <size of the last head under the key before>
///     <its root, base64>
///
/// It leads from the key before to the key after. It is worth nothing where the key
/// before was stolen: then people get the new key as they got the first one.
struct KeyChange {
  VerifierKey before;
  VerifierKey after;
  std::uint64_t size = 0;
  Hash root{};
  bool operator==(const KeyChange&) const = default;
};

[[nodiscard]] std::string sign_key_change(const KeyChange& change, const SigningKey& before,
                                          const SigningKey& after);

/// The notes of a file of them, one behind the other, oldest first. Refuses one that its own two
/// keys did not sign, and a chain with a gap.
[[nodiscard]] ProofResult<std::vector<KeyChange>> open_key_changes(std::string_view text);

/// All keys that `trusted` leads to through the changes, `trusted` among them; newest first.
[[nodiscard]] std::vector<VerifierKey> keys_through(const VerifierKey& trusted,
                                                    std::span<const KeyChange> changes);

/// `<ledger>.key-changes` in the folder of the keys; empty text when there is none.
[[nodiscard]] ProofResult<std::string> read_key_changes(const std::filesystem::path& keys,
                                                        const LedgerId& ledger);
/// The keys that signed for the ledger before `current`, newest first. Refuses changes that do not
/// end at `current`.
[[nodiscard]] ProofResult<std::vector<VerifierKey>> former_keys(std::string_view changes,
                                                                const VerifierKey& current);

/// `current` and those before it, from the notes in the folder; `keys` empty: only `current`.
[[nodiscard]] ProofResult<std::vector<VerifierKey>> all_keys(const std::filesystem::path& keys,
                                                             const LedgerId& ledger,
                                                             const VerifierKey& current);

struct KeyRotation {
  std::filesystem::path keys;    ///< DIR/keys
  std::filesystem::path anchor;  ///< DIR/anchor
  std::string origin_prefix{kOriginPrefix};

  [[nodiscard]] std::filesystem::path current() const { return keys / "log.key"; }
  [[nodiscard]] std::filesystem::path next() const { return keys / "log.key.next"; }
};

/// Makes the next signing key, writes a note of the change for each ledger that has a head, and
/// puts the key in the place of the present one. While nothing else signs. Killed at any point it
/// leaves a change that `finish_key_rotation` ends, or none.
[[nodiscard]] ProofResult<void> rotate_signing_key(const KeyRotation& where);

/// Ends a change that was cut off; does nothing where there is none. Called before each start.
[[nodiscard]] ProofResult<void> finish_key_rotation(const KeyRotation& where);

}  // namespace langnghe::eventstore
