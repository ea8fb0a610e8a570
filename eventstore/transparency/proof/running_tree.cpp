#include <optional>

#include <transparency/running_tree.hpp>

#include "proof/fold.hpp"

namespace langnghe::eventstore {

void RunningTree::append(const Hash& leaf) {
  ++size_;
  Hash hash = leaf;
  for (unsigned level = 0;; ++level) {
    if (level == rows_.size()) {
      rows_.emplace_back();
    }
    Row& row = rows_[level];
    row.hashes.push_back(hash);
    if (row.hashes.size() < kTileWidth) {
      return;
    }
    hand_over(level, row);
    hash = fold_complete(std::move(row.hashes));
    row.hashes.clear();
    ++row.full;
  }
}

void RunningTree::finish() const {
  for (unsigned level = 0; level < rows_.size(); ++level) {
    if (!rows_[level].hashes.empty()) {
      hand_over(level, rows_[level]);
    }
  }
}

void RunningTree::hand_over(unsigned level, const Row& row) const {
  if (take_) {
    take_({.entries = false, .level = level, .index = row.full, .width = row.hashes.size()},
          row.hashes);
  }
}

// A part not whole on one level stands to the right of everything above; in a row, the larger
// whole subtree stands to the left of the smaller one.
Hash RunningTree::root() const {
  std::optional<Hash> right;
  for (const Row& row : rows_) {
    auto end = row.hashes.end();
    for (std::size_t wide = 1; wide < kTileWidth; wide *= 2) {
      if ((row.hashes.size() & wide) == 0) {
        continue;
      }
      const auto begin = end - static_cast<std::ptrdiff_t>(wide);
      const Hash whole = fold_complete({begin, end});
      right = right ? node_hash(whole, *right) : whole;
      end = begin;
    }
  }
  return right.value_or(empty_root());
}

}  // namespace langnghe::eventstore
