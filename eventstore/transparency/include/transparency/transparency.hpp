#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <ledger/reader.hpp>
#include <transparency/checkpoint.hpp>
#include <transparency/tiles.hpp>

namespace langnghe::eventstore {

class Supervisor;

/// In the folder of a ledger's hashes until its first head is signed.
inline constexpr std::string_view kNotSignedYet = "not-signed-yet";

struct TransparencyOptions {
  std::filesystem::path proof;   ///< DIR/proof: tile hashes; may be deleted while nothing runs
  std::filesystem::path anchor;  ///< DIR/anchor: the last signed checkpoints; guard this
  std::string origin_prefix{kOriginPrefix};
  /// Between two checkpoints of one ledger at least this; an acknowledged record is under a signed
  /// checkpoint within this and the time of two syncs.
  std::chrono::milliseconds interval{250};
  /// DIR/keys, where notes of key changes lie; empty: the log never had another key.
  std::filesystem::path keys{};
  /// Runs the log and outlives it; none: the log has one of its own.
  Supervisor* supervisor = nullptr;
};

/// A published head without the co-signatures, and one with most of them.
struct PublishedHead {
  std::string note;
  Checkpoint checkpoint;
};
struct CosignedHead {
  std::string note;
  Checkpoint checkpoint;
  std::size_t witnesses = 0;
};

/// The transparency log beside the ledgers: a consumer of each, on a thread of its own, off the
/// append path, hashes records, keeps the hashes, signs checkpoints. Every member may be called
/// from any thread. Order on the disk: hashes, then the anchor, then publication.
///
/// A ledger that is shorter than or different from its last signed checkpoint stops its log for
/// good: `fault` says why, and nothing more is signed until a restart. After a fault of the machine
/// the log goes on by itself, from the last signed head.
///
/// No hash leaves the house that does not lead to the last signed head: hashes that do not are made
/// again from the records, and what needs them is `unavailable` meanwhile.
class Transparency {
 public:
  /// Follows the ledgers there are and those that come. `store` must outlive it.
  [[nodiscard]] static ProofResult<std::unique_ptr<Transparency>> start(
      LedgerReader& store, SigningKey key, TransparencyOptions options);

  Transparency(const Transparency&) = delete;
  Transparency& operator=(const Transparency&) = delete;
  ~Transparency();

  /// Ends the following; what was committed before is signed, what is published stays readable.
  /// Called by the destructor too.
  void stop();

  /// Ends the log of a ledger that was found to differ: no head of it is signed once this answers,
  /// `fault` says why.
  void stop_signing(const LedgerId& ledger, ProofError why);

  /// The kept hashes of the ledger were found wrong.
  void make_hashes_again(const LedgerId& ledger);

  [[nodiscard]] VerifierKey verifier(const LedgerId& ledger) const;
  /// That key and those the ledger's heads were signed with before, newest first.
  [[nodiscard]] std::vector<VerifierKey> verifiers(const LedgerId& ledger) const;
  /// The notes by which one key gave way to the next (key_change.hpp).
  [[nodiscard]] ProofResult<std::string> key_changes(const LedgerId& ledger) const;

  /// Keeps a witness's signature under a head that was published. The caller has verified it.
  [[nodiscard]] ProofResult<void> add_cosignature(const LedgerId& ledger, const PublishedHead& head,
                                                  const NoteSignature& cosignature);
  [[nodiscard]] std::optional<PublishedHead> last_head(const LedgerId& ledger) const;
  /// The head that most witnesses have signed, the newest of those; nothing before the first.
  [[nodiscard]] std::optional<CosignedHead> witnessed(const LedgerId& ledger) const;

  /// The last published checkpoint as a signed note, with the co-signatures that are there by now;
  /// nothing before the first one.
  [[nodiscard]] std::optional<std::string> checkpoint(const LedgerId& ledger) const;
  [[nodiscard]] std::uint64_t published(const LedgerId& ledger) const;  ///< its size

  /// Waits until a checkpoint over at least `size` records is published, the log stops, the
  /// deadline passes or a stop is asked for; answers the size that then is published.
  [[nodiscard]] std::uint64_t wait_for(const LedgerId& ledger, std::uint64_t size,
                                       std::chrono::steady_clock::time_point deadline,
                                       std::stop_token stop = {}) const;

  /// The reason that the ledger's log has stopped; nothing while all is well.
  [[nodiscard]] std::optional<ProofError> fault(const LedgerId& ledger) const;
  /// The first fault of any ledger: for /readyz.
  [[nodiscard]] std::optional<ProofError> fault() const;

  /// A tile of hashes or of entries, within the published size (`not_there` otherwise).
  [[nodiscard]] ProofResult<std::string> tile(const LedgerId& ledger,
                                              const TileCoordinate& tile) const;
  /// A tile of hashes as it is kept, not proven: to tell where kept hashes differ from the records.
  [[nodiscard]] ProofResult<std::string> kept_tile(const LedgerId& ledger,
                                                   const TileCoordinate& tile) const;
  [[nodiscard]] ProofResult<HashPath> inclusion(const LedgerId& ledger, std::uint64_t index,
                                                std::uint64_t size) const;
  [[nodiscard]] ProofResult<HashPath> consistency(const LedgerId& ledger, std::uint64_t from,
                                                  std::uint64_t to) const;
  /// A receipt for one record: under the last published checkpoint, or under an older one that
  /// holds the record too and that more witnesses have signed.
  [[nodiscard]] ProofResult<Receipt> receipt(const LedgerId& ledger, Position position) const;

 private:
  class Impl;
  explicit Transparency(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace langnghe::eventstore
