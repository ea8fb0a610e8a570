#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <vault/vault.hpp>

#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

namespace fs = std::filesystem;
using namespace eventstore;

const SealBinding kName{{"tan-quy-dong"}, {"resident-7"}, "name"};
const std::string kMaster(64, 'a');

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

/// The promises of a vault on a disk beyond those of the others.
class FileVaultTest : public testing::Test {
 protected:
  std::expected<std::unique_ptr<Vault>, VaultError> try_open(std::string master_hex = kMaster,
                                                             bool create_master = false) {
    return open_file_vault({.directory = folder_,
                            .master_file = master_file_,
                            .master_hex = std::move(master_hex),
                            .create_master = create_master});
  }

  std::unique_ptr<Vault> open(std::string master_hex = kMaster, bool create_master = false) {
    auto opened = try_open(std::move(master_hex), create_master);
    EXPECT_TRUE(opened.has_value()) << opened.error().context;
    return std::move(*opened);
  }

  [[nodiscard]] std::vector<fs::path> key_files() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
      if (entry.is_regular_file() && entry.path().parent_path() != folder_) {
        files.push_back(entry.path());
      }
    }
    return files;
  }

  TemporaryDirectory directory_;
  fs::path folder_ = directory_.path() / "deep" / "vault";
  fs::path master_file_ = directory_.path() / "master" / "key";
};

TEST_F(FileVaultTest, KeysAndTombstonesAreThereWhenItIsOpenedAgain) {
  std::string sealed;
  {
    const auto vault = open();
    ASSERT_TRUE(vault->create_key("7"));
    ASSERT_TRUE(vault->create_key("8"));
    sealed = *vault->seal("7", kName, "Đào");
    ASSERT_TRUE(vault->destroy_key("8"));
  }
  const auto vault = open();
  EXPECT_EQ(vault->open("7", kName, sealed), "Đào");
  EXPECT_EQ(vault->seal("8", kName, "").error().code, VaultErrorCode::key_destroyed);
  EXPECT_EQ(vault->create_key("8").error().code, VaultErrorCode::key_destroyed);
}

TEST_F(FileVaultTest, EachSubjectHasOneSmallFileThatOnlyTheOwnerReads) {
  const auto vault = open();
  for (int subject = 0; subject < 20; ++subject) {
    ASSERT_TRUE(vault->create_key("resident " + std::to_string(subject)));
    ASSERT_TRUE(vault->create_key("resident " + std::to_string(subject)));
  }
  const auto files = key_files();
  EXPECT_EQ(files.size(), 20u);
  for (const fs::path& file : files) {
    struct stat status{};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0600u);
    EXPECT_LE(status.st_size, 512);
    EXPECT_EQ(file.parent_path().filename().string().size(), 2u);
    EXPECT_EQ(file.string().find("resident"), std::string::npos);
  }
}

TEST_F(FileVaultTest, DestroyingLeavesNothingOfTheKeyInItsFile) {
  const auto vault = open();
  ASSERT_TRUE(vault->create_key("7"));
  const fs::path file = key_files().at(0);
  // A second name for the same blocks shows what is left on the disk after the file is replaced.
  const fs::path blocks = directory_.path() / "blocks";
  fs::create_hard_link(file, blocks);
  const std::string before = content(file);
  ASSERT_TRUE(vault->destroy_key("7"));
  for (const fs::path& path : {file, blocks}) {
    const std::string after = content(path);
    ASSERT_EQ(after.size(), before.size());
    EXPECT_EQ(after.substr(8), std::string(after.size() - 8, '\0')) << path;
  }
  EXPECT_EQ(key_files().size(), 1u) << "no draft stays behind";
}

// Killed after the key's blocks were written over and before the tombstone took its place.
TEST_F(FileVaultTest, ADestructionThatWasCutOffIsADestruction) {
  const auto vault = open();
  ASSERT_TRUE(vault->create_key("7"));
  ASSERT_TRUE(vault->create_key("8"));
  const auto files = key_files();
  ASSERT_TRUE(vault->destroy_key("7"));
  const auto is_tombstone = [](const fs::path& path) {
    return content(path).starts_with("LNGONE");
  };
  const auto tombstone = std::ranges::find_if(files, is_tombstone);
  const auto key = std::ranges::find_if_not(files, is_tombstone);
  ASSERT_NE(tombstone, files.end());
  ASSERT_NE(key, files.end());
  write(*key, content(*tombstone));
  EXPECT_EQ(vault->seal("8", kName, "x").error().code, VaultErrorCode::key_destroyed);
  EXPECT_TRUE(vault->destroy_key("8"));
}

TEST_F(FileVaultTest, ADamagedKeyFileIsAFaultAndNotAnEmptyPlace) {
  const auto vault = open();
  ASSERT_TRUE(vault->create_key("7"));
  const fs::path file = key_files().at(0);
  const std::string whole = content(file);
  for (const std::string& damaged : {std::string(), whole.substr(0, 40), "X" + whole.substr(1)}) {
    write(file, damaged);
    EXPECT_EQ(vault->seal("7", kName, "x").error().code, VaultErrorCode::unavailable);
    EXPECT_EQ(vault->create_key("7").error().code, VaultErrorCode::unavailable);
  }
  std::string flipped = whole;
  flipped.back() = static_cast<char>(flipped.back() ^ 1);
  write(file, flipped);
  EXPECT_EQ(vault->seal("7", kName, "x").error().code, VaultErrorCode::bad_master);
  EXPECT_TRUE(vault->destroy_key("7")) << "what cannot be read can still be destroyed";
}

TEST_F(FileVaultTest, AKeyFileDoesNotOpenForAnotherSubject) {
  const auto vault = open();
  ASSERT_TRUE(vault->create_key("7"));
  const fs::path first = key_files().at(0);
  ASSERT_TRUE(vault->create_key("8"));
  const auto files = key_files();
  const auto second = std::ranges::find_if(files, [&](const auto& file) { return file != first; });
  write(*second, content(first));
  EXPECT_EQ(vault->seal("8", kName, "x").error().code, VaultErrorCode::bad_master);
}

TEST_F(FileVaultTest, AnotherMasterKeyIsNoticedWhenItIsOpened) {
  ASSERT_TRUE(open()->create_key("7"));
  const auto opened = try_open(std::string(64, 'b'));
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, VaultErrorCode::bad_master);
  fs::remove(folder_ / "master-check");
  EXPECT_EQ(try_open(std::string(64, 'b')).error().code, VaultErrorCode::bad_master);
}

TEST_F(FileVaultTest, TheMasterKeyIsSixtyFourHexDigits) {
  for (const std::string& bad : {std::string(63, 'a'), std::string(65, 'a'), std::string(64, 'g'),
                                 std::string(32, 'a') + ":" + std::string(31, 'a')}) {
    EXPECT_EQ(try_open(bad).error().code, VaultErrorCode::bad_master) << bad;
  }
  EXPECT_TRUE(open(std::string(64, 'A')));
}

TEST_F(FileVaultTest, TheMasterFileIsMadeOnlyWhenAskedFor) {
  EXPECT_EQ(try_open("").error().code, VaultErrorCode::bad_master);
  EXPECT_FALSE(fs::exists(master_file_));
  std::string sealed;
  {
    const auto vault = open("", true);
    ASSERT_TRUE(vault->create_key("7"));
    sealed = *vault->seal("7", kName, "Đào");
  }
  struct stat status{};
  ASSERT_EQ(::stat(master_file_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0600u);
  EXPECT_EQ(content(master_file_).size(), 65u);
  EXPECT_EQ(open("", true)->open("7", kName, sealed), "Đào");
  EXPECT_EQ(open(content(master_file_).substr(0, 64))->open("7", kName, sealed), "Đào");
}

TEST_F(FileVaultTest, AMasterFileOfAnotherFormIsRefused) {
  fs::create_directories(master_file_.parent_path());
  for (const std::string& bad :
       {std::string(), std::string("\n"), std::string("secret"), std::string(1'000, 'a')}) {
    write(master_file_, bad);
    EXPECT_EQ(try_open("", true).error().code, VaultErrorCode::bad_master);
    EXPECT_EQ(content(master_file_), bad) << "a file that is there is never written over";
  }
}

TEST_F(FileVaultTest, TwoVaultsOnOneFolderAgreeOnAKey) {
  const auto one = open();
  const auto other = open();
  ASSERT_TRUE(one->create_key("7"));
  ASSERT_TRUE(other->create_key("7"));
  EXPECT_EQ(other->open("7", kName, *one->seal("7", kName, "Đào")), "Đào");
  ASSERT_TRUE(other->destroy_key("7"));
  EXPECT_EQ(one->seal("7", kName, "x").error().code, VaultErrorCode::key_destroyed);
}

}  // namespace
}  // namespace langnghe::test
