#pragma once

#include <cstdint>
#include <string>

#include <transparency/checkpoint.hpp>
#include <transparency/tiles.hpp>

namespace langnghe::eventstore {

/// Answers made of kept hashes, each followed up to the root of a signed head before it is given:
/// `not_proven` where a kept hash is not the one that was signed for. Sizes are within the head.

/// As `hash_tile`. The tile has at least the width asked for under the head.
[[nodiscard]] ProofResult<std::string> proven_tile(const HashSource& source, const Checkpoint& head,
                                                   const TileCoordinate& tile);

/// A leaf as it was signed for, and its path.
struct ProvenLeaf {
  Hash leaf{};
  HashPath path;
};
[[nodiscard]] ProofResult<ProvenLeaf> proven_inclusion(const HashSource& source,
                                                       const Checkpoint& head, std::uint64_t index,
                                                       std::uint64_t size);

[[nodiscard]] ProofResult<HashPath> proven_consistency(const HashSource& source,
                                                       const Checkpoint& head, std::uint64_t from,
                                                       std::uint64_t to);

}  // namespace langnghe::eventstore
