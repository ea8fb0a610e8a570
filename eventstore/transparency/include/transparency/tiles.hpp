#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ledger/types.hpp>
#include <transparency/merkle.hpp>

namespace langnghe::eventstore {

/// C2SP tlog-tiles: the tree cut into tiles of 8 levels, so that it can be served as files that
/// never change. Tile L/N holds the hashes of the complete subtrees of 256^L leaves with the
/// numbers 256·N … 256·N+width-1.
inline constexpr unsigned kTileLevels = 8;
inline constexpr std::uint64_t kTileWidth = 256;
inline constexpr unsigned kTileLevelMax = 7;  ///< 256^8 leaves are all that 64 bits can count

struct TileCoordinate {
  bool entries = false;  ///< the records themselves: `level` is 0 and means nothing
  unsigned level = 0;
  std::uint64_t index = 0;
  std::uint64_t width = kTileWidth;  ///< 1 … 255 for a partial tile
  bool operator==(const TileCoordinate&) const = default;
};

/// `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`; N in groups of three digits, all but the
/// last with an `x`: 1234067 is `x001/x234/067`.
[[nodiscard]] std::string tile_path(const TileCoordinate& tile);
[[nodiscard]] std::optional<TileCoordinate> parse_tile_path(std::string_view path);

/// The number of hashes of the tile in a tree of that size: 0 (not there), 1 … 255, or 256 (full).
[[nodiscard]] std::uint64_t width_in_tree(const TileCoordinate& tile, std::uint64_t size);

/// The store of the hashes of tile levels: hash i of level L is over the leaves
/// [i·256^L, (i+1)·256^L).
class HashSource {
 public:
  HashSource() = default;
  HashSource(const HashSource&) = delete;
  HashSource& operator=(const HashSource&) = delete;
  virtual ~HashSource() = default;

  [[nodiscard]] virtual ProofResult<std::vector<Hash>> read(unsigned tile_level,
                                                            std::uint64_t first,
                                                            std::uint64_t count) const = 0;
};

/// Reads nodes of any level out of tile hashes. `source` must outlive the answer.
[[nodiscard]] NodeReader nodes_of(const HashSource& source);

/// The bytes of a tile of hashes: 32 · width.
[[nodiscard]] ProofResult<std::string> hash_tile(const HashSource& source,
                                                 const TileCoordinate& tile);

/// Entry bundle: each record after its length as a big-endian uint16.
[[nodiscard]] std::string encode_entries(std::span<const Record> records);
[[nodiscard]] ProofResult<std::vector<std::string>> decode_entries(std::string_view bundle);

/// Tile hashes in memory: for tests, and for a ledger that is hashed from its records at once.
class MemoryHashes final : public HashSource {
 public:
  void append(const Hash& leaf);
  [[nodiscard]] std::uint64_t size() const { return levels_.empty() ? 0 : levels_.front().size(); }
  [[nodiscard]] ProofResult<std::vector<Hash>> read(unsigned tile_level, std::uint64_t first,
                                                    std::uint64_t count) const override;

 private:
  std::vector<std::vector<Hash>> levels_;
};

}  // namespace langnghe::eventstore
