#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include <eventstore/checkpoint.hpp>
#include <eventstore/store.hpp>
#include <eventstore/tiles.hpp>

namespace langnghe::eventstore {

struct TransparencyOptions {
  std::filesystem::path proof;   ///< DIR/proof: tile hashes; may be deleted while nothing runs
  std::filesystem::path anchor;  ///< DIR/anchor: the last signed checkpoints; guard this
  std::string origin_prefix{kOriginPrefix};
  /// Between two checkpoints of one ledger at least this; an acknowledged record is under a signed
  /// checkpoint within this and the time of two syncs.
  std::chrono::milliseconds interval{250};
};

/// The transparency log beside the ledgers: follows each on a thread of its own, off the append
/// path, hashes records, keeps the hashes, signs checkpoints. Every member may be called from any
/// thread. Order on the disk: hashes, then the anchor, then publication.
///
/// A ledger that is shorter than or different from its last signed checkpoint, or a failed write,
/// stops its log for good: `fault` says why, and nothing more is signed until a restart.
class Transparency {
 public:
  /// Follows the ledgers there are and those that come. `store` must outlive it.
  [[nodiscard]] static ProofResult<std::unique_ptr<Transparency>> start(
      EventStore& store, SigningKey key, TransparencyOptions options);

  Transparency(const Transparency&) = delete;
  Transparency& operator=(const Transparency&) = delete;
  ~Transparency();

  /// Ends the threads; what is published stays readable. Called by the destructor too.
  void stop();

  [[nodiscard]] VerifierKey verifier(const LedgerId& ledger) const;

  /// The last published checkpoint as a signed note; nothing before the first one.
  [[nodiscard]] std::optional<std::string> checkpoint(const LedgerId& ledger) const;
  [[nodiscard]] std::uint64_t published(const LedgerId& ledger) const;  ///< its size

  /// Waits until a checkpoint over at least `size` records is published, the log stops, the
  /// deadline passes or a stop is asked for; answers the size that then is published.
  [[nodiscard]] std::uint64_t wait_for(const LedgerId& ledger, std::uint64_t size,
                                       std::chrono::steady_clock::time_point deadline,
                                       std::stop_token stop = {}) const;

  /// Why the ledger's log has stopped; nothing while all is well.
  [[nodiscard]] std::optional<ProofError> fault(const LedgerId& ledger) const;
  /// The first fault of any ledger: for /readyz.
  [[nodiscard]] std::optional<ProofError> fault() const;

  /// A tile of hashes or of entries, within the published size (`not_there` otherwise).
  [[nodiscard]] ProofResult<std::string> tile(const LedgerId& ledger,
                                              const TileCoordinate& tile) const;
  [[nodiscard]] ProofResult<HashPath> inclusion(const LedgerId& ledger, std::uint64_t index,
                                                std::uint64_t size) const;
  [[nodiscard]] ProofResult<HashPath> consistency(const LedgerId& ledger, std::uint64_t from,
                                                  std::uint64_t to) const;
  /// A receipt for one record under the last published checkpoint.
  [[nodiscard]] ProofResult<Receipt> receipt(const LedgerId& ledger, Position position) const;

 private:
  class Impl;
  explicit Transparency(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace langnghe::eventstore
