#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include <transparency/proof_error.hpp>

namespace langnghe::eventstore {

/// The Merkle tree of RFC 6962 §2.1 (RFC 9162 §2.1) over a ledger's records. Pure functions: they
/// ask for the hashes they need and know nothing of where those are kept.
using Hash = std::array<std::uint8_t, 32>;
using HashPath = std::vector<Hash>;

[[nodiscard]] Hash leaf_hash(std::string_view record);              ///< SHA-256(0x00 || record)
[[nodiscard]] Hash node_hash(const Hash& left, const Hash& right);  ///< SHA-256(0x01 || l || r)
[[nodiscard]] Hash empty_root();                                    ///< SHA-256 of nothing

/// Answers the hash over the leaves [index·2^level, (index+1)·2^level). It is asked for complete
/// subtrees of the tree's size only.
using NodeReader = std::function<ProofResult<Hash>(unsigned level, std::uint64_t index)>;

[[nodiscard]] ProofResult<Hash> tree_root(std::uint64_t size, const NodeReader& nodes);

/// From the leaf's sibling up to the root's child. `index` < `size`.
[[nodiscard]] ProofResult<HashPath> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                                    const NodeReader& nodes);

/// That the tree of size `from` is a prefix of the tree of size `to`. Empty when either is trivial
/// (`from` = 0 or `from` = `to`).
[[nodiscard]] ProofResult<HashPath> consistency_proof(std::uint64_t from, std::uint64_t to,
                                                      const NodeReader& nodes);

/// RFC 9162 §2.1.3.2.
[[nodiscard]] bool verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                                    std::span<const Hash> proof, const Hash& root);

/// RFC 9162 §2.1.4.2. False for `from` = 0: every tree begins with the empty one, which proves
/// nothing.
[[nodiscard]] bool verify_consistency(std::uint64_t from, std::uint64_t to, const Hash& from_root,
                                      const Hash& to_root, std::span<const Hash> proof);

}  // namespace langnghe::eventstore
