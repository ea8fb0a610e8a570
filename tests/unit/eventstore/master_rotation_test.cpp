#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include <files/durable_file.hpp>
#include <vault/key_file.hpp>
#include <vault/vault.hpp>

#include "temporary_directory.hpp"
#include "vault/key_wrap.hpp"
#include "vault/seal.hpp"

namespace langnghe::test {
namespace {

namespace fs = std::filesystem;
using namespace eventstore;

const SealBinding kName{{"tan-quy-dong"}, {"resident-7"}, "name"};

class MasterRotationTest : public testing::Test {
 protected:
  [[nodiscard]] FileVaultOptions present() const {
    return {.directory = vault_, .master_file = master_, .master_hex = {}, .create_master = true};
  }
  [[nodiscard]] MasterRotation rotation() const {
    return {.vault = present(), .new_file = new_, .in_place_of = master_, .subjects = {}};
  }
  [[nodiscard]] std::unique_ptr<Vault> open(const fs::path& master) const {
    auto opened = open_file_vault(
        {.directory = vault_, .master_file = master, .master_hex = {}, .create_master = false});
    return opened ? std::move(*opened) : nullptr;
  }

  TemporaryDirectory directory_;
  fs::path vault_ = directory_.path() / "vault";
  fs::path master_ = directory_.path() / "keys" / "master.key";
  fs::path new_ = directory_.path() / "new.key";
};

TEST_F(MasterRotationTest, WrapsEveryKeyAnewAndKeepsTombstones) {
  std::string sealed;
  {
    const auto vault = open_file_vault(present()).value().release();
    const std::unique_ptr<Vault> owned(vault);
    ASSERT_TRUE(owned->create_key("7"));
    ASSERT_TRUE(owned->create_key("8"));
    ASSERT_TRUE(owned->destroy_key("8"));
    sealed = *owned->seal("7", kName, "Đào");
  }
  const fs::path old = directory_.path() / "old.key";
  fs::copy_file(master_, old);
  const auto done = rotate_master_key(rotation());
  ASSERT_TRUE(done) << done.error().context;
  EXPECT_EQ(1u, done->renewed);
  EXPECT_EQ(1u, done->destroyed);
  EXPECT_EQ(0u, done->left);
  EXPECT_FALSE(open(old));
  const auto vault = open(master_);
  ASSERT_TRUE(vault);
  EXPECT_EQ("Đào", vault->open("7", kName, sealed));
  EXPECT_EQ(VaultErrorCode::key_destroyed, vault->seal("8", kName, "x").error().code);
  EXPECT_FALSE(fs::exists(vault_.string() + ".rotating"));
  EXPECT_EQ(0u, rotate_master_key(rotation()).value().renewed) << "it is done";
}

// As a vault was written before keys were bound to their files' names.
TEST_F(MasterRotationTest, KeysOfTheFirstFormAreReadAndRenewedWhereTheSubjectIsKnown) {
  ASSERT_TRUE(open_file_vault(present()));
  SecretKey master;
  std::ifstream digits(master_);
  for (std::size_t i = 0; i < kKeyBytes; ++i) {
    char pair[3] = {};
    digits.read(pair, 2);
    master.data()[i] = static_cast<unsigned char>(std::stoi(pair, nullptr, 16));
  }
  for (const std::string subject : {"7", "8"}) {
    const SecretKey key = SecretKey::random();
    const std::string_view plain(reinterpret_cast<const char*>(key.data()), kKeyBytes);
    const std::string name = hex_name(subject);
    fs::create_directories(vault_ / name.substr(0, 2));
    std::ofstream(vault_ / name.substr(0, 2) / name.substr(2), std::ios::binary)
        << std::string(kFirstKeyMark) + encrypt(master, plain, subject);
  }
  const std::string sealed = open(master_)->seal("7", kName, "Đào").value();
  auto with_subjects = rotation();
  with_subjects.subjects = [] { return std::vector<std::string>{"3", "7"}; };
  const auto done = rotate_master_key(with_subjects);
  ASSERT_TRUE(done) << done.error().context;
  EXPECT_EQ(1u, done->renewed);
  EXPECT_EQ(1u, done->left) << "nobody knows whose it is";
  EXPECT_EQ("Đào", open(master_)->open("7", kName, sealed));
}

TEST_F(MasterRotationTest, AnotherPresentKeyChangesNothing) {
  ASSERT_TRUE(open_file_vault(present()).value()->create_key("7"));
  auto wrong = rotation();
  wrong.vault.master_hex = std::string(64, 'a');
  const auto refused = rotate_master_key(wrong);
  ASSERT_FALSE(refused);
  EXPECT_EQ(VaultErrorCode::bad_master, refused.error().code);
  EXPECT_TRUE(open(master_));
}

// Killed with the new folder half made: what is in it is gone after the next opening.
TEST_F(MasterRotationTest, WhatWasCutOffLeavesNoCopyOfAKey) {
  ASSERT_TRUE(open_file_vault(present()).value()->create_key("7"));
  const fs::path left = vault_.string() + ".rotating";
  fs::create_directories(left / "ab");
  std::ofstream(left / "ab" / "cd") << "a wrapped key";
  ASSERT_TRUE(open(master_));
  EXPECT_FALSE(fs::exists(left));
}

}  // namespace
}  // namespace langnghe::test
