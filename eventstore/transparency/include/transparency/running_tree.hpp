#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include <transparency/merkle.hpp>
#include <transparency/tiles.hpp>

namespace langnghe::eventstore {

/// The tree over leaves that come one behind the other, however many: only the open tile of each
/// level is held, at most 8 · 255 hashes.
class RunningTree {
 public:
  /// Told of a tile of hashes: a full one as soon as it is full, a partial one by `finish`.
  using TakeTile = std::function<void(const TileCoordinate&, std::span<const Hash>)>;

  explicit RunningTree(TakeTile take = {}) : take_(std::move(take)) {}

  void append(const Hash& leaf);
  /// Hands over the partial tiles that are left, lowest level first.
  void finish() const;

  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] Hash root() const;  ///< of the leaves so far (RFC 6962 §2.1)

 private:
  struct Row {
    std::vector<Hash> hashes;  ///< of the open tile
    std::uint64_t full = 0;    ///< tiles in front of it
  };
  void hand_over(unsigned level, const Row& row) const;

  TakeTile take_;
  std::vector<Row> rows_;
  std::uint64_t size_ = 0;
};

}  // namespace langnghe::eventstore
