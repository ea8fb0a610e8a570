#include <string>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <files/durable_file.hpp>

#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

class SmallFile : public testing::Test {
 protected:
  static constexpr std::size_t kMost = 100;

  void write(std::size_t bytes) {
    content_.clear();
    for (std::size_t at = 0; at < bytes; ++at) {
      content_.push_back(static_cast<char>('a' + at % 26));
    }
    ASSERT_TRUE(create_file(file_, content_).value());
  }

  TemporaryDirectory directory_{Medium::memory};
  std::filesystem::path file_ = directory_.path() / "file";
  std::string content_;
};

TEST_F(SmallFile, IsReadWhole) {
  write(kMost);
  EXPECT_EQ(read_small_file(file_, kMost).value(), content_);
}

TEST_F(SmallFile, CanBeEmptyOrAbsent) {
  EXPECT_EQ(read_small_file(file_, kMost).value(), std::nullopt);
  write(0);
  EXPECT_EQ(read_small_file(file_, kMost).value(), "");
}

TEST_F(SmallFile, OneByteTooLongIsAnError) {
  write(kMost + 1);
  EXPECT_EQ(read_small_file(file_, kMost).error(), std::errc::file_too_large);
}

// Files that do not tell their size, as below /proc.
TEST_F(SmallFile, IsReadBeyondTheSizeItTells) {
  const auto told = read_small_file("/proc/self/status", 1 << 20);
  ASSERT_TRUE(told.value().has_value());
  EXPECT_TRUE((**told).starts_with("Name:"));
  EXPECT_TRUE((**told).ends_with("\n"));
  EXPECT_EQ(read_small_file("/proc/self/status", kMost).error(), std::errc::file_too_large);
}

// A backup reads thousands of them: room for the longest that is allowed made each cost 64 MiB.
TEST_F(SmallFile, TakesRoomForWhatItHolds) {
  write(kMost);
  rusage before{};
  ::getrusage(RUSAGE_SELF, &before);
  EXPECT_EQ(read_small_file(file_, std::size_t{1} << 30).value(), content_);
  rusage after{};
  ::getrusage(RUSAGE_SELF, &after);
  EXPECT_LT(after.ru_maxrss, before.ru_maxrss + (64 << 10)) << "KiB";
}

TEST_F(SmallFile, WhatIsJustBeingWrittenIsADraft) {
  EXPECT_TRUE(is_draft(directory_.path() / "a.checkpoint.new-0123456789abcdef"));
  EXPECT_FALSE(is_draft(directory_.path() / "a.checkpoint"));
  EXPECT_FALSE(is_draft("/folder.new-1/a.checkpoint"));
}

}  // namespace
}  // namespace langnghe::test
