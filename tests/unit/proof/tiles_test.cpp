#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <transparency/tiles.hpp>

namespace langnghe::test {
namespace {

using namespace eventstore;

TEST(TilePath, IsWrittenAsTheSpecificationWritesIt) {
  EXPECT_EQ("tile/0/x001/x234/067", tile_path({.level = 0, .index = 1'234'067}));
  EXPECT_EQ("tile/1/x001/067.p/8", tile_path({.level = 1, .index = 1'067, .width = 8}));
  EXPECT_EQ("tile/entries/000", tile_path({.entries = true}));
  EXPECT_EQ("tile/entries/x001/000.p/255",
            tile_path({.entries = true, .index = 1'000, .width = 255}));
}

TEST(TilePath, OtherFormsOfTheSamePlaceAreRefused) {
  for (const std::string_view path : {"",
                                      "tile",
                                      "tile/0",
                                      "tile/0/",
                                      "tile/0/67",
                                      "tile/0/0067",
                                      "tile/0/x000/067",
                                      "tile/0/001/067",
                                      "tile/0/x001",
                                      "tile/00/067",
                                      "tile/8/000",
                                      "tile/-1/000",
                                      "tile/0/000/",
                                      "tile/0/000.p",
                                      "tile/0/000.p/",
                                      "tile/0/000.p/0",
                                      "tile/0/000.p/256",
                                      "tile/0/000.p/08",
                                      "tile/0/000.p/8/9",
                                      "tile/0/x001.p/8/067",
                                      "tile/0/+01",
                                      "tile/entry/000",
                                      "tile//000",
                                      "/tile/0/000",
                                      "tile/0/x999/x999/x999/x999/x999/x999/999",
                                      "tile/0/../../keys"}) {
    EXPECT_FALSE(parse_tile_path(path)) << path;
  }
}

RC_GTEST_PROP(TilePath, ReadsBackAsWhatWasWritten, ()) {
  const bool entries = *rc::gen::arbitrary<bool>();
  const TileCoordinate tile{
      .entries = entries,
      .level = entries ? 0 : *rc::gen::inRange<unsigned>(0, kTileLevelMax + 1),
      .index = *rc::gen::oneOf(rc::gen::inRange<std::uint64_t>(0, 3'000),
                               rc::gen::arbitrary<std::uint64_t>()),
      .width = *rc::gen::inRange<std::uint64_t>(1, kTileWidth + 1)};
  RC_ASSERT(parse_tile_path(tile_path(tile)) == tile);
}

TEST(TileWidth, FollowsFromTheTreesSize) {
  const TileCoordinate first{};
  EXPECT_EQ(0u, width_in_tree(first, 0));
  EXPECT_EQ(255u, width_in_tree(first, 255));
  EXPECT_EQ(256u, width_in_tree(first, 256));
  EXPECT_EQ(256u, width_in_tree(first, 70'000));
  const TileCoordinate second{.index = 1};
  EXPECT_EQ(0u, width_in_tree(second, 256));
  EXPECT_EQ(1u, width_in_tree(second, 257));
  const TileCoordinate above{.level = 1};
  EXPECT_EQ(0u, width_in_tree(above, 255));
  EXPECT_EQ(1u, width_in_tree(above, 256));
  EXPECT_EQ(255u, width_in_tree(above, 65'535));
  EXPECT_EQ(0u, width_in_tree({.index = ~std::uint64_t{0}}, 70'000));
}

TEST(TileWidth, ATileAboveHoldsTheRootsOfTheTilesBelow) {
  MemoryHashes tree;
  MemoryHashes second_tile;
  for (std::uint64_t i = 0; i < 600; ++i) {
    const Hash leaf = leaf_hash(std::to_string(i));
    tree.append(leaf);
    if (i >= 256 && i < 512) {
      second_tile.append(leaf);
    }
  }
  const auto above = tree.read(1, 0, 2).value();
  EXPECT_EQ(tree_root(256, nodes_of(tree)).value(), above[0]);
  EXPECT_EQ(tree_root(256, nodes_of(second_tile)).value(), above[1]);
  EXPECT_FALSE(tree.read(1, 0, 3));
}

TEST(EntryBundle, KeepsEmptyAndLongestEntries) {
  const std::vector<Record> records = {{{0}, ""}, {{1}, std::string(65'535, 'x')}, {{2}, "y"}};
  const std::string bundle = encode_entries(records);
  const auto entries = decode_entries(bundle);
  ASSERT_TRUE(entries);
  ASSERT_EQ(3u, entries->size());
  EXPECT_EQ(records[1].bytes, (*entries)[1]);
  EXPECT_EQ("y", (*entries)[2]);
  EXPECT_FALSE(decode_entries(bundle.substr(0, bundle.size() - 1)));
  EXPECT_FALSE(decode_entries(std::string(1, '\0')));
}

}  // namespace
}  // namespace langnghe::test
