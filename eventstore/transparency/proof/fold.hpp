#pragma once

#include <vector>

#include <transparency/merkle.hpp>

namespace langnghe::eventstore {

/// The root over a power of two of hashes that stand side by side on one level.
[[nodiscard]] inline Hash fold_complete(std::vector<Hash> hashes) {
  while (hashes.size() > 1) {
    for (std::size_t i = 0; i < hashes.size() / 2; ++i) {
      hashes[i] = node_hash(hashes[2 * i], hashes[2 * i + 1]);
    }
    hashes.resize(hashes.size() / 2);
  }
  return hashes.front();
}

}  // namespace langnghe::eventstore
