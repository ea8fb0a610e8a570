#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include <ledger/reader.hpp>
#include <transparency/checkpoint.hpp>

namespace langnghe::eventstore {

/// The last signed checkpoint of each ledger, kept outside the database: DIR/<ledger>.checkpoint.
/// A tail that was cut out of all of the database at once cannot be seen from inside it.

/// Nothing when the ledger has no anchor yet.
[[nodiscard]] ProofResult<std::optional<std::string>> read_anchor(
    const std::filesystem::path& directory, const LedgerId& ledger);

/// On the disk, in one step, when it answers (temporary file, fsync, rename, fsync of the folder).
[[nodiscard]] ProofResult<void> write_anchor(const std::filesystem::path& directory,
                                             const LedgerId& ledger, std::string_view note);

enum class AnchorDepth {
  tail,   ///< kept hashes against the signed root, the last records against kept hashes: O(log n)
  whole,  ///< every record is hashed again
};

struct AnchorCheck {
  std::filesystem::path anchor;  ///< DIR/anchor
  PublicKey public_key{};
  std::string origin_prefix{kOriginPrefix};
  /// DIR/proof; `tail` needs it. Where hashes are absent or wrong, the whole ledger is hashed.
  std::filesystem::path proof;
  AnchorDepth depth = AnchorDepth::tail;
  /// DIR/keys, where notes of key changes lie: a head may be signed by a key of before.
  std::filesystem::path keys{};
};

/// Start-up calls this before anything is served. Refuses a ledger that is shorter than its anchor
/// or differs from it (`ledger_cut`, `ledger_differs`) and says what to do. Answers the checkpoint
/// of each ledger that has one.
[[nodiscard]] ProofResult<std::map<LedgerId, Checkpoint>> check_against_anchor(
    LedgerReader& store, const AnchorCheck& check);

}  // namespace langnghe::eventstore
