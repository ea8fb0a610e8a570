#include <algorithm>
#include <bit>
#include <memory>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <transparency/tiles.hpp>

namespace langnghe::test {
namespace {

using namespace eventstore;

Hash leaf(std::uint64_t number) {
  return leaf_hash("record " + std::to_string(number));
}

/// MTH of RFC 6962 §2.1 word for word: slow, and by another way than the code goes.
Hash reference_root(std::uint64_t begin, std::uint64_t end) {
  if (end - begin == 1) {
    return leaf(begin);
  }
  const std::uint64_t k = std::bit_floor(end - begin - 1);
  return node_hash(reference_root(begin, begin + k), reference_root(begin + k, end));
}

constexpr std::uint64_t kLargest = 65'537;

/// One large tree serves every size: hashes of complete subtrees never change.
const MemoryHashes& hashes() {
  static const auto made = [] {
    auto tree = std::make_unique<MemoryHashes>();
    for (std::uint64_t i = 0; i < kLargest; ++i) {
      tree->append(leaf(i));
    }
    return tree;
  }();
  return *made;
}

Hash root(std::uint64_t size) {
  return tree_root(size, nodes_of(hashes())).value();
}

std::uint64_t any_size() {
  return *rc::gen::oneOf(
      rc::gen::inRange<std::uint64_t>(1, 600), rc::gen::inRange<std::uint64_t>(1, kLargest + 1),
      rc::gen::element<std::uint64_t>(1, 2, 255, 256, 257, 65'535, 65'536, 65'537));
}

TEST(MerkleTree, IsTheTreeOfTheRfcAtTheEdgesOfTiles) {
  for (const std::uint64_t size :
       {1u, 2u, 3u, 255u, 256u, 257u, 511u, 512u, 513u, 65'535u, 65'536u, 65'537u}) {
    EXPECT_EQ(reference_root(0, size), root(size)) << size;
  }
  EXPECT_EQ(empty_root(), root(0));
}

TEST(MerkleTree, FirstMiddleAndLastLeafAreProvenAtTheEdgesOfTiles) {
  for (const std::uint64_t size : {1u, 2u, 255u, 256u, 257u, 65'535u, 65'536u, 65'537u}) {
    for (const std::uint64_t index : {std::uint64_t{0}, size / 2, size - 1}) {
      const auto proof = inclusion_proof(index, size, nodes_of(hashes())).value();
      EXPECT_TRUE(verify_inclusion(leaf(index), index, size, proof, root(size)))
          << index << " of " << size;
    }
  }
}

RC_GTEST_PROP(MerkleTree, EveryLeafIsProvenAndNoOtherInItsPlace, ()) {
  const std::uint64_t size = any_size();
  const std::uint64_t index = *rc::gen::inRange<std::uint64_t>(0, size);
  const auto proof = inclusion_proof(index, size, nodes_of(hashes())).value();
  const Hash top = root(size);
  RC_ASSERT(verify_inclusion(leaf(index), index, size, proof, top));
  RC_ASSERT(!verify_inclusion(leaf(index + 1), index, size, proof, top));
  RC_ASSERT(!verify_inclusion(leaf(index), index + 1, size, proof, top));
  RC_ASSERT(!verify_inclusion(leaf(index), size, size, proof, top));
}

RC_GTEST_PROP(MerkleTree, EveryPrefixIsProvenConsistent, ()) {
  const std::uint64_t to = any_size();
  const std::uint64_t from = *rc::gen::inRange<std::uint64_t>(1, to + 1);
  const auto proof = consistency_proof(from, to, nodes_of(hashes())).value();
  RC_ASSERT(verify_consistency(from, to, root(from), root(to), proof));
  if (from < to) {
    RC_ASSERT(!verify_consistency(from, to, leaf(kLargest + 1), root(to), proof));
    RC_ASSERT(!verify_consistency(from, to, root(from), leaf(kLargest + 1), proof));
  }
}

RC_GTEST_PROP(MerkleTree, AProofWithAFlippedBitOrAChangedLengthProvesNothing, ()) {
  const std::uint64_t size = *rc::gen::inRange<std::uint64_t>(2, kLargest + 1);
  const std::uint64_t index = *rc::gen::inRange<std::uint64_t>(0, size);
  auto proof = inclusion_proof(index, size, nodes_of(hashes())).value();
  const Hash top = root(size);
  auto changed = proof;
  const auto at = *rc::gen::inRange<std::size_t>(0, proof.size());
  changed[at][*rc::gen::inRange<std::size_t>(0, 32)] ^=
      static_cast<std::uint8_t>(1 << *rc::gen::inRange(0, 8));
  RC_ASSERT(!verify_inclusion(leaf(index), index, size, changed, top));
  changed = proof;
  changed.pop_back();
  RC_ASSERT(!verify_inclusion(leaf(index), index, size, changed, top));
  proof.push_back(leaf(0));
  RC_ASSERT(!verify_inclusion(leaf(index), index, size, proof, top));
}

TEST(MerkleTree, ProofsBeyondTheTreeAreRefused) {
  EXPECT_EQ(ProofErrorCode::not_there, inclusion_proof(5, 5, nodes_of(hashes())).error().code);
  EXPECT_EQ(ProofErrorCode::not_there, consistency_proof(6, 5, nodes_of(hashes())).error().code);
  EXPECT_EQ(ProofErrorCode::not_there, tree_root(kLargest + 1, nodes_of(hashes())).error().code);
}

}  // namespace
}  // namespace langnghe::test
