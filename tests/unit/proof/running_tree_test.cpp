#include <map>
#include <string>

#include <gtest/gtest.h>

#include <transparency/running_tree.hpp>

namespace langnghe::eventstore {
namespace {

Hash numbered_leaf(std::uint64_t number) {
  return leaf_hash("record " + std::to_string(number));
}

TEST(RunningTree, HasTheRootOfEverySizeOnTheWay) {
  MemoryHashes held;
  RunningTree running;
  EXPECT_EQ(empty_root(), running.root());
  for (std::uint64_t number = 0; number < 700; ++number) {
    held.append(numbered_leaf(number));
    running.append(numbered_leaf(number));
    ASSERT_EQ(number + 1, running.size());
    ASSERT_EQ(*tree_root(number + 1, nodes_of(held)), running.root()) << number;
  }
}

TEST(RunningTree, HasTheRootWhereLevelsOfTilesBegin) {
  MemoryHashes held;
  RunningTree running;
  for (std::uint64_t size = 1; size <= 65'536 + 258; ++size) {
    held.append(numbered_leaf(size));
    running.append(numbered_leaf(size));
    if (size == 65'535 || size == 65'536 || size == 65'537 || size == 65'536 + 258) {
      EXPECT_EQ(*tree_root(size, nodes_of(held)), running.root()) << size;
    }
  }
}

TEST(RunningTree, HandsOverEachTileOnceAndAsItIsServed) {
  for (const std::uint64_t size :
       std::initializer_list<std::uint64_t>{0, 1, 255, 256, 257, 513, 65'536, 65'537}) {
    MemoryHashes held;
    std::map<std::string, std::string> tiles;
    RunningTree running([&](const TileCoordinate& tile, std::span<const Hash> hashes) {
      std::string bytes;
      for (const Hash& hash : hashes) {
        bytes.append(reinterpret_cast<const char*>(hash.data()), hash.size());
      }
      EXPECT_TRUE(tiles.emplace(tile_path(tile), bytes).second) << tile_path(tile);
    });
    for (std::uint64_t number = 0; number < size; ++number) {
      held.append(numbered_leaf(number));
      running.append(numbered_leaf(number));
    }
    running.finish();
    std::size_t expected = 0;
    for (unsigned level = 0; level <= kTileLevelMax; ++level) {
      const auto count = size >> (kTileLevels * level);
      for (std::uint64_t first = 0; first < count; first += kTileWidth, ++expected) {
        const TileCoordinate tile{.level = level,
                                  .index = first / kTileWidth,
                                  .width = std::min(kTileWidth, count - first)};
        EXPECT_EQ(*hash_tile(held, tile), tiles[tile_path(tile)]) << size << tile_path(tile);
      }
    }
    EXPECT_EQ(expected, tiles.size()) << size;
  }
}

}  // namespace
}  // namespace langnghe::eventstore
