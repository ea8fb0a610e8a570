#include <bit>

#include <transparency/merkle.hpp>

#include "proof/sha256.hpp"

namespace langnghe::eventstore {
namespace {

/// k of RFC 6962 §2.1: the largest power of two smaller than n.
std::uint64_t split(std::uint64_t n) {
  return std::bit_floor(n - 1);
}

/// The root over the leaves [begin, begin + n). `begin` is a multiple of every complete subtree
/// in it, because it only ever moves right by a larger power of two.
ProofResult<Hash> subtree(std::uint64_t begin, std::uint64_t n, const NodeReader& nodes) {
  if (std::has_single_bit(n)) {
    const auto level = static_cast<unsigned>(std::countr_zero(n));
    return nodes(level, begin >> level);
  }
  const std::uint64_t k = split(n);
  const auto left = subtree(begin, k, nodes);
  if (!left) {
    return left;
  }
  const auto right = subtree(begin + k, n - k, nodes);
  if (!right) {
    return right;
  }
  return node_hash(*left, *right);
}

ProofResult<void> add_subtree(HashPath& path, std::uint64_t begin, std::uint64_t n,
                              const NodeReader& nodes) {
  const auto hash = subtree(begin, n, nodes);
  if (!hash) {
    return std::unexpected(hash.error());
  }
  path.push_back(*hash);
  return {};
}

/// PATH of RFC 6962 §2.1.1 for the leaf `m` of the tree over [begin, begin + n).
ProofResult<void> add_path(HashPath& path, std::uint64_t m, std::uint64_t begin, std::uint64_t n,
                           const NodeReader& nodes) {
  if (n == 1) {
    return {};
  }
  const std::uint64_t k = split(n);
  const bool left = m < k;
  const auto below =
      left ? add_path(path, m, begin, k, nodes) : add_path(path, m - k, begin + k, n - k, nodes);
  if (!below) {
    return below;
  }
  return left ? add_subtree(path, begin + k, n - k, nodes) : add_subtree(path, begin, k, nodes);
}

/// SUBPROOF of RFC 6962 §2.1.2; `known`: the reader has this subtree's root already.
ProofResult<void> add_subproof(HashPath& path, std::uint64_t m, std::uint64_t begin,
                               std::uint64_t n, bool known, const NodeReader& nodes) {
  if (m == n) {
    return known ? ProofResult<void>{} : add_subtree(path, begin, n, nodes);
  }
  const std::uint64_t k = split(n);
  const bool left = m <= k;
  const auto below = left ? add_subproof(path, m, begin, k, known, nodes)
                          : add_subproof(path, m - k, begin + k, n - k, false, nodes);
  if (!below) {
    return below;
  }
  return left ? add_subtree(path, begin + k, n - k, nodes) : add_subtree(path, begin, k, nodes);
}

ProofError not_in_tree(std::uint64_t number, std::uint64_t size) {
  return {ProofErrorCode::not_there,
          std::to_string(number) + " is not in a tree of size " + std::to_string(size)};
}

/// The walk from a leaf's place and the last leaf's place upwards that both verifications take.
struct Climb {
  std::uint64_t place;
  std::uint64_t last;

  void up() {
    place >>= 1;
    last >>= 1;
  }
  [[nodiscard]] bool at_top() const { return last == 0; }
  [[nodiscard]] bool sibling_is_left() const { return (place & 1) != 0 || place == last; }
  /// A node at the right rim has no sibling on some levels.
  void skip_levels_without_sibling() {
    while ((place & 1) == 0 && place != 0) {
      up();
    }
  }
};

std::string_view bytes_of(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

}  // namespace

Hash leaf_hash(std::string_view record) {
  return sha256({std::string_view("\x00", 1), record});
}

Hash node_hash(const Hash& left, const Hash& right) {
  return sha256({"\x01", bytes_of(left), bytes_of(right)});
}

Hash empty_root() {
  return sha256({});
}

ProofResult<Hash> tree_root(std::uint64_t size, const NodeReader& nodes) {
  return size == 0 ? empty_root() : subtree(0, size, nodes);
}

ProofResult<HashPath> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                      const NodeReader& nodes) {
  if (index >= size) {
    return std::unexpected(not_in_tree(index, size));
  }
  HashPath path;
  if (const auto done = add_path(path, index, 0, size, nodes); !done) {
    return std::unexpected(done.error());
  }
  return path;
}

ProofResult<HashPath> consistency_proof(std::uint64_t from, std::uint64_t to,
                                        const NodeReader& nodes) {
  if (from > to) {
    return std::unexpected(not_in_tree(from, to));
  }
  HashPath path;
  if (from == 0) {
    return path;
  }
  if (const auto done = add_subproof(path, from, 0, to, true, nodes); !done) {
    return std::unexpected(done.error());
  }
  return path;
}

bool verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                      std::span<const Hash> proof, const Hash& root) {
  if (index >= size) {
    return false;
  }
  Climb climb{index, size - 1};
  Hash hash = leaf;
  for (const Hash& sibling : proof) {
    if (climb.at_top()) {
      return false;
    }
    if (climb.sibling_is_left()) {
      hash = node_hash(sibling, hash);
      climb.skip_levels_without_sibling();
    } else {
      hash = node_hash(hash, sibling);
    }
    climb.up();
  }
  return climb.at_top() && hash == root;
}

bool verify_consistency(std::uint64_t from, std::uint64_t to, const Hash& from_root,
                        const Hash& to_root, std::span<const Hash> proof) {
  if (from == 0 || from > to) {
    return false;
  }
  if (from == to) {
    return proof.empty() && from_root == to_root;
  }
  // A complete subtree is its own first hash and is left out of the proof.
  const bool complete = std::has_single_bit(from);
  if (!complete && proof.empty()) {
    return false;
  }
  Hash old_hash = complete ? from_root : proof.front();
  Hash new_hash = old_hash;
  Climb climb{from - 1, to - 1};
  while ((climb.place & 1) != 0) {
    climb.up();
  }
  for (const Hash& sibling : complete ? proof : proof.subspan(1)) {
    if (climb.at_top()) {
      return false;
    }
    if (climb.sibling_is_left()) {
      old_hash = node_hash(sibling, old_hash);
      new_hash = node_hash(sibling, new_hash);
      climb.skip_levels_without_sibling();
    } else {
      new_hash = node_hash(new_hash, sibling);
    }
    climb.up();
  }
  return climb.at_top() && old_hash == from_root && new_hash == to_root;
}

}  // namespace langnghe::eventstore
