// The cases of others: tests/data/rfc6962 and tests/data/tlog-tiles.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sodium.h>

#include <transparency/checkpoint.hpp>
#include <transparency/tiles.hpp>

namespace langnghe::test {
namespace {

using namespace eventstore;

const std::filesystem::path kData = TEST_DATA;
constexpr std::string_view kLogKey =
    "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
constexpr std::uint64_t kLogSize = 15;

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  EXPECT_TRUE(in.is_open()) << file;
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Some cases hold texts that are no hashes: "dont care 1" becomes a hash of its own, and nothing
/// at all becomes one that nothing is equal to, so that the code must refuse and not only its
/// reader.
Hash hash_of(const nlohmann::json& text) {
  const auto base64 = text.get<std::string>();
  std::string bytes(base64.size(), '\0');
  std::size_t length = 0;
  EXPECT_EQ(0, sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                 base64.data(), base64.size(), nullptr, &length, nullptr,
                                 sodium_base64_VARIANT_ORIGINAL));
  Hash hash{};
  if (length == hash.size()) {
    std::copy_n(bytes.begin(), length, hash.begin());
  } else if (length > 0) {
    hash = leaf_hash(std::string_view(bytes).substr(0, length));
  } else {
    static std::uint8_t unlike = 0;
    hash.fill(++unlike);
  }
  return hash;
}

HashPath path_of(const nlohmann::json& proof) {
  HashPath path;
  for (const auto& hash : proof) {  // null has no elements
    path.push_back(hash_of(hash));
  }
  return path;
}

TEST(Rfc6962Vectors, EveryInclusionProofIsJudgedRightly) {
  const auto cases = nlohmann::json::parse(content(kData / "rfc6962" / "inclusion.json"));
  ASSERT_EQ(98u, cases.size());
  for (const auto& one : cases) {
    const bool good = verify_inclusion(
        hash_of(one["leafHash"]), one["leafIdx"].get<std::uint64_t>(),
        one["treeSize"].get<std::uint64_t>(), path_of(one["proof"]), hash_of(one["root"]));
    EXPECT_EQ(!one["wantErr"].get<bool>(), good) << one["file"];
  }
}

TEST(Rfc6962Vectors, EveryConsistencyProofIsJudgedRightly) {
  const auto cases = nlohmann::json::parse(content(kData / "rfc6962" / "consistency.json"));
  ASSERT_EQ(98u, cases.size());
  for (const auto& one : cases) {
    const bool good =
        verify_consistency(one["size1"].get<std::uint64_t>(), one["size2"].get<std::uint64_t>(),
                           hash_of(one["root1"]), hash_of(one["root2"]), path_of(one["proof"]));
    EXPECT_EQ(!one["wantErr"].get<bool>(), good) << one["file"];
  }
}

class TilesLog : public testing::Test {
 protected:
  void SetUp() override {
    const auto key = parse_verifier_key(kLogKey);
    ASSERT_TRUE(key) << key.error().context;
    key_ = *key;
    const auto entries = decode_entries(content(log_ / "tile/entries/000.p/15"));
    ASSERT_TRUE(entries);
    entries_ = *entries;
    ASSERT_EQ(kLogSize, entries_.size());
  }

  const std::filesystem::path log_ = kData / "tlog-tiles";
  VerifierKey key_;
  std::vector<std::string> entries_;
};

TEST_F(TilesLog, EveryTileAndBundleIsMadeByteForByte) {
  MemoryHashes hashes;
  std::vector<Record> records;
  for (std::uint64_t size = 1; size <= kLogSize; ++size) {
    records.push_back({{size - 1}, entries_[size - 1]});
    hashes.append(leaf_hash(entries_[size - 1]));
    const TileCoordinate tile{.entries = false, .level = 0, .index = 0, .width = size};
    const TileCoordinate bundle{.entries = true, .level = 0, .index = 0, .width = size};
    EXPECT_EQ(content(log_ / tile_path(tile)), hash_tile(hashes, tile).value());
    EXPECT_EQ(content(log_ / tile_path(bundle)), encode_entries(records));
  }
}

TEST_F(TilesLog, EveryCheckpointIsSignedAndIsTheRootOfItsEntries) {
  MemoryHashes hashes;
  for (std::uint64_t size = 0; size <= kLogSize; ++size) {
    const auto note = content(log_ / ("checkpoint." + std::to_string(size)));
    const auto checkpoint = open_checkpoint(note, key_);
    ASSERT_TRUE(checkpoint) << checkpoint.error().context;
    EXPECT_EQ(size, checkpoint->size);
    EXPECT_EQ(checkpoint->root, tree_root(size, nodes_of(hashes)).value());
    EXPECT_EQ(note, to_bytes(parse_note(note).value()));
    if (size < kLogSize) {
      hashes.append(leaf_hash(entries_[size]));
    }
  }
}

}  // namespace
}  // namespace langnghe::test
