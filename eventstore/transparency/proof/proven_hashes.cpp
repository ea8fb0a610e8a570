#include "proof/proven_hashes.hpp"

#include <bit>
#include <span>
#include <utility>
#include <vector>

#include "proof/fold.hpp"
#include "proof/text_forms.hpp"

namespace langnghe::eventstore {
namespace {

std::unexpected<ProofError> not_proven() {
  return std::unexpected(ProofError{ProofErrorCode::not_proven,
                                    "the kept hashes of the tree do not lead to its signed head"});
}

/// The root of a head's tree, where the part that a tile covers is made of the tile's hashes and
/// everything beside it of the kept ones.
class RootThroughTile {
 public:
  RootThroughTile(const HashSource& source, const TileCoordinate& tile,
                  std::span<const Hash> hashes)
      : nodes_(nodes_of(source)),
        hashes_(hashes),
        level_(kTileLevels * tile.level),
        begin_((tile.index * kTileWidth) << level_),
        end_(begin_ + (hashes.size() << level_)) {}

  [[nodiscard]] ProofResult<Hash> over(std::uint64_t begin, std::uint64_t count) const {
    const bool complete = std::has_single_bit(count);
    const auto level = static_cast<unsigned>(std::countr_zero(count));
    if (complete && (begin + count <= begin_ || begin >= end_)) {
      return nodes_(level, begin >> level);
    }
    if (complete && begin >= begin_ && begin + count <= end_) {
      const auto first = hashes_.begin() + static_cast<std::ptrdiff_t>((begin - begin_) >> level_);
      const auto wide = static_cast<std::ptrdiff_t>(count >> level_);
      return fold_complete(std::vector<Hash>(first, first + wide));
    }
    const std::uint64_t left_count = std::bit_floor(count - 1);
    const auto left = over(begin, left_count);
    if (!left) {
      return left;
    }
    const auto right = over(begin + left_count, count - left_count);
    if (!right) {
      return right;
    }
    return node_hash(*left, *right);
  }

 private:
  NodeReader nodes_;
  std::span<const Hash> hashes_;
  unsigned level_;
  std::uint64_t begin_;  ///< of the leaves that the tile covers
  std::uint64_t end_;
};

/// The root of the head's tree when it had `size` leaves.
ProofResult<Hash> proven_root(const HashSource& source, const Checkpoint& head,
                              std::uint64_t size) {
  if (size == head.size) {
    return head.root;
  }
  const auto nodes = nodes_of(source);
  const auto root = tree_root(size, nodes);
  const auto path = consistency_proof(size, head.size, nodes);
  if (!root || !path) {
    return std::unexpected(root ? path.error() : root.error());
  }
  if (size > 0 && !verify_consistency(size, head.size, *root, head.root, *path)) {
    return not_proven();
  }
  return root;
}

}  // namespace

ProofResult<std::string> proven_tile(const HashSource& source, const Checkpoint& head,
                                     const TileCoordinate& tile) {
  if (tile.entries || tile.level > kTileLevelMax || tile.width < 1 || tile.width > kTileWidth) {
    return std::unexpected(ProofError{ProofErrorCode::malformed, "this is not a tile of hashes"});
  }
  const auto hashes =
      source.read(tile.level, tile.index * kTileWidth, width_in_tree(tile, head.size));
  if (!hashes) {
    return std::unexpected(hashes.error());
  }
  const auto root = RootThroughTile(source, tile, *hashes).over(0, head.size);
  if (!root) {
    return std::unexpected(root.error());
  }
  if (*root != head.root) {
    return not_proven();
  }
  std::string bytes;
  bytes.reserve(tile.width * sizeof(Hash));
  for (std::uint64_t i = 0; i < tile.width; ++i) {
    bytes += bytes_of((*hashes)[i]);
  }
  return bytes;
}

ProofResult<ProvenLeaf> proven_inclusion(const HashSource& source, const Checkpoint& head,
                                         std::uint64_t index, std::uint64_t size) {
  const auto leaf = source.read(0, index, 1);
  auto path = inclusion_proof(index, size, nodes_of(source));
  const auto root = proven_root(source, head, size);
  if (!leaf || !path) {
    return std::unexpected(leaf ? path.error() : leaf.error());
  }
  if (!root) {
    return std::unexpected(root.error());
  }
  if (!verify_inclusion(leaf->front(), index, size, *path, *root)) {
    return not_proven();
  }
  return ProvenLeaf{leaf->front(), std::move(*path)};
}

ProofResult<HashPath> proven_consistency(const HashSource& source, const Checkpoint& head,
                                         std::uint64_t from, std::uint64_t to) {
  auto path = consistency_proof(from, to, nodes_of(source));
  const auto before = proven_root(source, head, from);
  const auto after = proven_root(source, head, to);
  for (const auto* const root : {&before, &after}) {
    if (!*root) {
      return std::unexpected(root->error());
    }
  }
  const bool trivial = from == 0 || from == to;
  if (path && !trivial && !verify_consistency(from, to, *before, *after, *path)) {
    return not_proven();
  }
  return path;
}

}  // namespace langnghe::eventstore
