#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <transparency/tiles.hpp>

namespace langnghe::eventstore {

/// The tile hashes of one ledger on the disk: a file for each tile level, 32 bytes a hash, hash i
/// at 32·i (docs/formats/proofs.md). All of it can be made again from the ledger.
///
/// `append`, `flush` and `restart_at` belong to one thread. `read` may be called from any thread
/// for what was flushed before.
class HashFiles final : public HashSource {
 public:
  enum class Access { read, write };

  /// For writing the folder and its files are made; for reading an absent file has no hashes.
  [[nodiscard]] static ProofResult<std::unique_ptr<HashFiles>> open(
      const std::filesystem::path& directory, Access access);

  HashFiles();
  ~HashFiles() override;

  /// Of how many leaves every hash of every level is there.
  [[nodiscard]] std::uint64_t size() const;

  /// Cuts the files to the tree of the first `size` leaves, which must be there.
  [[nodiscard]] ProofResult<void> restart_at(std::uint64_t size);

  void append(const Hash& leaf);
  /// Everything appended is on the disk when it answers.
  [[nodiscard]] ProofResult<void> flush();

  [[nodiscard]] ProofResult<std::vector<Hash>> read(unsigned tile_level, std::uint64_t first,
                                                    std::uint64_t count) const override;

 private:
  struct Level {
    int file = -1;
    std::uint64_t written = 0;    ///< hashes in the file
    std::string waiting;          ///< hashes after those
    std::vector<Hash> open_tile;  ///< the hashes since the last full tile
  };

  [[nodiscard]] ProofResult<void> write(Level& level);
  [[nodiscard]] ProofResult<void> cut(unsigned number, std::uint64_t hashes);

  std::array<Level, kTileLevelMax + 1> levels_;
};

}  // namespace langnghe::eventstore
