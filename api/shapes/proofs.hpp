#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shapes/texts.hpp"

/// Proofs of the ledger's Merkle tree (RFC 6962).
namespace langnghe::api::shapes {

struct InclusionProof {
  std::string ledger;
  std::uint64_t position = 0;
  std::uint64_t size = 0;
  Base64Hash leaf;
  std::vector<Base64Hash> hashes;
};

struct ConsistencyProof {
  std::string ledger;
  std::uint64_t from = 0;
  std::uint64_t to = 0;
  std::vector<Base64Hash> hashes;
};

}  // namespace langnghe::api::shapes
