// The check of a published log, against logs that the test makes: their hashes alone, since no
// codec wrote the records.
#include "checking/log_check.hpp"

#include <map>
#include <string>

#include <gtest/gtest.h>

#include <transparency/tiles.hpp>

#include "checking/verify_fault.hpp"

namespace langnghe::test {
namespace {

using eventstore::Checkpoint;
using eventstore::TileCoordinate;
using tools::VerifyFault;
using tools::VerifyStatus;

class MapLog final : public tools::LogSource {
 public:
  std::optional<std::string> read(const std::string& path, std::size_t bytes_max) override {
    const auto found = files.find(path);
    if (found == files.end()) {
      return std::nullopt;
    }
    longest = std::max(longest, found->second.size());
    EXPECT_LE(found->second.size(), bytes_max);
    return found->second;
  }
  std::map<std::string, std::string> files;
  std::size_t longest = 0;
};

/// A log of that many records and all that is published of it.
struct PublishedLog {
  explicit PublishedLog(std::uint64_t records) : size(records) {
    for (std::uint64_t number = 0; number < size; ++number) {
      hashes.append(eventstore::leaf_hash("record " + std::to_string(number)));
    }
    for (unsigned level = 0; level <= eventstore::kTileLevelMax; ++level) {
      const auto count = size >> (eventstore::kTileLevels * level);
      for (std::uint64_t first = 0; first < count; first += eventstore::kTileWidth) {
        const TileCoordinate tile{.level = level,
                                  .index = first / eventstore::kTileWidth,
                                  .width = std::min(eventstore::kTileWidth, count - first)};
        source.files[eventstore::tile_path(tile)] = *eventstore::hash_tile(hashes, tile);
      }
    }
  }
  [[nodiscard]] Checkpoint head(std::uint64_t of) const {
    return {"langnghe/p", of, *eventstore::tree_root(of, eventstore::nodes_of(hashes)), ""};
  }
  tools::LogFindings check(std::vector<Checkpoint> older = {}) {
    return tools::check_log(source,
                            {.head = head(size), .older = std::move(older), .hashes_only = true});
  }

  std::uint64_t size;
  eventstore::MemoryHashes hashes{};
  MapLog source{};
};

void expect_refused(PublishedLog& log, const std::string& why) {
  try {
    log.check();
    ADD_FAILURE() << "not refused: " << why;
  } catch (const VerifyFault& fault) {
    EXPECT_EQ(VerifyStatus::refused, fault.status()) << fault.what();
    EXPECT_NE(std::string::npos, std::string(fault.what()).find(why)) << fault.what();
  }
}

TEST(LogCheck, TakesLogsOfEverySizeWhereTilesBegin) {
  for (const std::uint64_t size :
       std::initializer_list<std::uint64_t>{0, 1, 255, 256, 257, 65'535, 65'536, 65'537}) {
    PublishedLog log(size);
    EXPECT_TRUE(log.check().not_continued.empty()) << size;
    EXPECT_LE(log.source.longest, eventstore::kTileWidth * sizeof(eventstore::Hash));
  }
}

TEST(LogCheck, RefusesEveryChangedTile) {
  PublishedLog log(65'537);
  for (const auto& [path, bytes] : log.source.files) {
    if (path.starts_with("tile/0/") && path != "tile/0/000" && path != "tile/0/256.p/1") {
      continue;  // all alike
    }
    auto& there = log.source.files[path];
    const auto good = there;
    there[there.size() / 2] = static_cast<char>(there[there.size() / 2] ^ 1);
    EXPECT_THROW(log.check(), VerifyFault) << path;
    there = good + good;
    there.resize(std::min<std::size_t>(there.size(), 8'192) - 1);
    expect_refused(log, path);
    there = good;
  }
  EXPECT_NO_THROW(log.check());
}

TEST(LogCheck, NamesTheTileThatIsMissing) {
  for (const auto* missing : {"tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"}) {
    PublishedLog log(600);
    ASSERT_EQ(1U, log.source.files.erase(missing)) << missing;
    expect_refused(log, missing);
  }
}

TEST(LogCheck, RefusesAHeadOfOtherRecords) {
  PublishedLog log(300);
  auto head = log.head(300);
  head.root[0] ^= 1;
  EXPECT_THROW(check_log(log.source, {.head = head, .older = {}, .hashes_only = true}),
               VerifyFault);
  head = log.head(299);  // a log that is longer than its head is another's: its partial tile is not
  EXPECT_THROW(check_log(log.source, {.head = head, .older = {}, .hashes_only = true}),
               VerifyFault);
}

TEST(LogCheck, FindsTheOlderHeadsThatTheLogDoesNotContinue) {
  PublishedLog log(1'000);
  std::vector<Checkpoint> older;
  for (const std::uint64_t size : std::initializer_list<std::uint64_t>{0, 1, 256, 700, 1'000}) {
    older.push_back(log.head(size));
  }
  EXPECT_TRUE(log.check(older).not_continued.empty());
  for (auto& head : older) {
    auto other = head;
    other.root[31] ^= 1;
    const auto found = log.check({log.head(5), other});
    EXPECT_EQ(std::vector{other}, found.not_continued) << head.size;
  }
}

}  // namespace
}  // namespace langnghe::test
