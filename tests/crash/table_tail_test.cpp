// The parts of a table file that RocksDB trusts before it compares a checksum: the footer and the
// properties at the end. One bit of the latter ended the process by an assertion; now it is refused
// by name.

#include "rocksdb_files/table_tail.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <rocksdb_engine/rocksdb_store.hpp>

#include "damaged_ledger.hpp"
#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

namespace fs = std::filesystem;
using namespace eventstore;

constexpr std::size_t kFooterBytes = 53;
constexpr std::size_t kTrailerBytes = 5;

std::string read_whole(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_whole(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

std::string fault_in(const std::string& table) {
  return fault_in_tail(table.size(), [&](std::uint64_t offset, std::size_t bytes) {
    return table.substr(offset, bytes);
  });
}

std::string flipped(std::string bytes, std::size_t byte, unsigned bit) {
  bytes[byte] = static_cast<char>(bytes[byte] ^ (1 << bit));
  return bytes;
}

/// A varint of the footer, and where it ends.
std::size_t varint_at(const std::string& bytes, std::size_t& at) {
  std::size_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<std::uint8_t>(bytes[at++]);
    value |= std::size_t{byte & 0x7fu} << shift;
    if (byte < 0x80) {
      return value;
    }
  }
}

struct Layout {
  std::size_t metaindex = 0;     // the properties end before it, with their trailer
  std::size_t index_handle = 0;  // in the footer: RocksDB compares the checksum of what it leads to
  std::size_t padding = 0;
};

Layout layout_of(const std::string& table) {
  std::size_t at = table.size() - kFooterBytes + 1;
  Layout layout;
  layout.metaindex = varint_at(table, at);
  static_cast<void>(varint_at(table, at));
  layout.index_handle = at;
  static_cast<void>(varint_at(table, at));
  static_cast<void>(varint_at(table, at));
  layout.padding = at;
  return layout;
}

class TableTail : public ::testing::Test {
 protected:
  void SetUp() override {
    make_small_ledger(ledger());
    for (const auto& entry : fs::directory_iterator(ledger())) {
      if (entry.path().extension() == ".sst") {
        tables_.push_back(entry.path());
      }
    }
    ASSERT_GE(tables_.size(), 4u) << "one of each family at least";
  }

  [[nodiscard]] fs::path ledger() const { return directory_.path() / "ledger"; }

  /// The damaged ledger is not opened, and the operator is told which file it is.
  void expect_refused_by_name(const fs::path& table, const std::string& damaged,
                              const std::string& why) {
    const fs::path copy = directory_.path() / "copy";
    fs::remove_all(copy);
    fs::copy(ledger(), copy);
    write_whole(copy / table.filename(), damaged);
    for (const bool read_only : {false, true}) {
      const auto store = open_rocksdb_store({.directory = copy, .read_only = read_only});
      ASSERT_FALSE(store.has_value()) << table;
      EXPECT_EQ(store.error().code, StoreErrorCode::corrupt) << store.error().context;
      EXPECT_NE(store.error().context.find(table.filename().string()), std::string::npos)
          << store.error().context;
      EXPECT_NE(store.error().context.find(why), std::string::npos) << store.error().context;
    }
  }

  TemporaryDirectory directory_{Medium::memory};
  std::vector<fs::path> tables_;
};

TEST_F(TableTail, WhatIsWrittenIsFoundWell) {
  for (const auto& table : tables_) {
    EXPECT_EQ(fault_in(read_whole(table)), "") << table;
  }
}

// RocksDB takes the top bit of a block's last byte for a sign of a hash index, and asserts that it
// has buckets, before it compares the checksum of this block.
TEST_F(TableTail, TheBitThatEndedTheProcessIsRefusedByName) {
  for (const auto& table : tables_) {
    const std::string bytes = read_whole(table);
    const std::size_t last = layout_of(bytes).metaindex - kTrailerBytes - 1;
    expect_refused_by_name(table, flipped(bytes, last, 7), "the checksum of the properties");
  }
}

// With the kind "none" RocksDB would compare no checksum of this file any more.
TEST_F(TableTail, AKindOfChecksumThatIsNotOursIsRefusedByName) {
  for (const auto& table : tables_) {
    const std::string bytes = read_whole(table);
    const std::size_t kind = bytes.size() - kFooterBytes;
    ASSERT_EQ(bytes[kind], 4) << "XXH3";
    expect_refused_by_name(table, flipped(bytes, kind, 2), "the kind of checksum");
  }
}

TEST_F(TableTail, EveryBitOfItIsChecked) {
  for (const auto& table : tables_) {
    const std::string bytes = read_whole(table);
    const Layout layout = layout_of(bytes);
    for (std::size_t byte = layout.metaindex - kTrailerBytes; byte < bytes.size(); ++byte) {
      if (byte >= layout.index_handle && byte < layout.padding) {
        continue;
      }
      for (unsigned bit = 0; bit < 8; ++bit) {
        ASSERT_NE(fault_in(flipped(bytes, byte, bit)), "") << table << " " << byte << "." << bit;
      }
    }
  }
}

TEST_F(TableTail, EveryLengthItIsCutToIsNoticed) {
  const std::string bytes = read_whole(tables_.front());
  for (std::size_t left = 0; left < bytes.size(); ++left) {
    ASSERT_NE(fault_in(bytes.substr(0, left)), "") << left;
  }
}

}  // namespace
}  // namespace langnghe::test
