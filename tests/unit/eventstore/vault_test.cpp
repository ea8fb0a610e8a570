#include <atomic>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <vault/vault.hpp>

#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

const SealBinding kName{{"tan-quy-dong"}, {"resident-7"}, "name"};
constexpr std::string_view kPlain = "Nguyễn Thị Đào, 12 Nguyễn Huệ";

/// The promises of both vaults.
class Sealing : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    if (!GetParam()) {
      vault_ = make_memory_vault();
      return;
    }
    auto opened = open_file_vault({.directory = directory_.path() / "vault",
                                   .master_file = {},
                                   .master_hex = std::string(64, 'a'),
                                   .create_master = false});
    ASSERT_TRUE(opened) << opened.error().context;
    vault_ = std::move(*opened);
  }

  VaultErrorCode error_of(const auto& result) {
    EXPECT_FALSE(result.has_value());
    return result ? VaultErrorCode{} : result.error().code;
  }

  TemporaryDirectory directory_;
  std::unique_ptr<Vault> vault_;
};

TEST_P(Sealing, WhatWasSealedOpens) {
  ASSERT_TRUE(vault_->create_key("7"));
  for (const std::string& plain :
       {std::string(kPlain), std::string(), std::string("\0\xff", 2), std::string(100'000, 'x')}) {
    const auto sealed = vault_->seal("7", kName, plain);
    ASSERT_TRUE(sealed);
    EXPECT_EQ(vault_->open("7", kName, *sealed), plain);
  }
}

TEST_P(Sealing, AKeyDerivedFromAnotherIsTheSameEachTimeAndOneForEachPurpose) {
  EXPECT_EQ(error_of(vault_->derive("7", "codes")), VaultErrorCode::no_key);
  ASSERT_TRUE(vault_->create_key("7"));
  ASSERT_TRUE(vault_->create_key("8"));
  const auto derived = [&](std::string_view subject, std::string_view purpose) {
    const auto key = vault_->derive(subject, purpose);
    EXPECT_TRUE(key.has_value());
    return std::string(reinterpret_cast<const char*>(key->data()), kKeyBytes);
  };
  const auto codes = derived("7", "codes");
  EXPECT_EQ(derived("7", "codes"), codes);
  EXPECT_NE(derived("7", "index"), codes);
  EXPECT_NE(derived("8", "codes"), codes);
  ASSERT_TRUE(vault_->destroy_key("7"));
  EXPECT_EQ(error_of(vault_->derive("7", "codes")), VaultErrorCode::key_destroyed);
}

TEST_P(Sealing, TheSealIsBase64UrlAndHidesThePlainText) {
  ASSERT_TRUE(vault_->create_key("7"));
  const std::string sealed = *vault_->seal("7", kName, kPlain);
  EXPECT_EQ(sealed.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                     "0123456789-_"),
            std::string::npos);
  EXPECT_EQ(sealed.find("Nguy"), std::string::npos);
  EXPECT_EQ(sealed.size(), ((24 + kPlain.size() + 16) * 4 + 2) / 3);
}

TEST_P(Sealing, NoTwoSealsAreAlike) {
  ASSERT_TRUE(vault_->create_key("7"));
  std::set<std::string> seals;
  for (int count = 0; count < 50; ++count) {
    seals.insert(*vault_->seal("7", kName, kPlain));
  }
  EXPECT_EQ(seals.size(), 50u);
}

TEST_P(Sealing, ASealThatWasMovedDoesNotOpen) {
  ASSERT_TRUE(vault_->create_key("7"));
  ASSERT_TRUE(vault_->create_key("8"));
  const std::string sealed = *vault_->seal("7", kName, kPlain);
  SealBinding elsewhere = kName;
  elsewhere.field = "address";
  EXPECT_EQ(error_of(vault_->open("7", elsewhere, sealed)), VaultErrorCode::not_authentic);
  elsewhere = kName;
  elsewhere.stream.value = "resident-8";
  EXPECT_EQ(error_of(vault_->open("7", elsewhere, sealed)), VaultErrorCode::not_authentic);
  elsewhere = kName;
  elsewhere.ledger.value = "an-hoa";
  EXPECT_EQ(error_of(vault_->open("7", elsewhere, sealed)), VaultErrorCode::not_authentic);
  EXPECT_EQ(error_of(vault_->open("8", kName, sealed)), VaultErrorCode::not_authentic);
}

TEST_P(Sealing, PartsOfABindingDoNotRunIntoEachOther) {
  ASSERT_TRUE(vault_->create_key("7"));
  const std::string sealed = *vault_->seal("7", {{"a"}, {"bc"}, "d"}, kPlain);
  EXPECT_EQ(error_of(vault_->open("7", {{"ab"}, {"c"}, "d"}, sealed)),
            VaultErrorCode::not_authentic);
  EXPECT_EQ(error_of(vault_->open("7", {{"a"}, {"b"}, "cd"}, sealed)),
            VaultErrorCode::not_authentic);
}

TEST_P(Sealing, EveryChangeOfASealIsNoticed) {
  ASSERT_TRUE(vault_->create_key("7"));
  const std::string sealed = *vault_->seal("7", kName, kPlain);
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    std::string changed = sealed;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    ASSERT_EQ(error_of(vault_->open("7", kName, changed)), VaultErrorCode::not_authentic) << at;
  }
  for (std::size_t length = 0; length < sealed.size(); ++length) {
    ASSERT_EQ(error_of(vault_->open("7", kName, sealed.substr(0, length))),
              VaultErrorCode::not_authentic);
  }
  EXPECT_EQ(error_of(vault_->open("7", kName, sealed + "=")), VaultErrorCode::not_authentic);
  EXPECT_EQ(error_of(vault_->open("7", kName, "not base64 at all!")),
            VaultErrorCode::not_authentic);
}

TEST_P(Sealing, WithoutAKeyThereIsNoSeal) {
  EXPECT_EQ(error_of(vault_->seal("7", kName, kPlain)), VaultErrorCode::no_key);
  EXPECT_EQ(error_of(vault_->open("7", kName, "")), VaultErrorCode::no_key);
  EXPECT_EQ(error_of(vault_->destroy_key("7")), VaultErrorCode::no_key);
}

TEST_P(Sealing, MakingAKeyAgainKeepsTheFirst) {
  ASSERT_TRUE(vault_->create_key("7"));
  const std::string sealed = *vault_->seal("7", kName, kPlain);
  ASSERT_TRUE(vault_->create_key("7"));
  EXPECT_EQ(vault_->open("7", kName, sealed), kPlain);
}

TEST_P(Sealing, ADestroyedKeyIsGoneForEver) {
  ASSERT_TRUE(vault_->create_key("7"));
  ASSERT_TRUE(vault_->create_key("8"));
  const std::string sealed = *vault_->seal("7", kName, kPlain);
  const std::string of_another = *vault_->seal("8", kName, kPlain);
  ASSERT_TRUE(vault_->destroy_key("7"));
  EXPECT_EQ(error_of(vault_->open("7", kName, sealed)), VaultErrorCode::key_destroyed);
  EXPECT_EQ(error_of(vault_->seal("7", kName, kPlain)), VaultErrorCode::key_destroyed);
  EXPECT_EQ(error_of(vault_->create_key("7")), VaultErrorCode::key_destroyed);
  EXPECT_TRUE(vault_->destroy_key("7")) << "destroying again is no fault";
  EXPECT_EQ(vault_->open("8", kName, of_another), kPlain);
}

TEST_P(Sealing, ASubjectIsAnyText) {
  for (const std::string& subject :
       {std::string("../../etc/passwd"), std::string("người dân"), std::string(5'000, 's'),
        std::string("a\0b", 3), std::string("a")}) {
    ASSERT_TRUE(vault_->create_key(subject));
    EXPECT_EQ(vault_->open(subject, kName, *vault_->seal(subject, kName, kPlain)), kPlain);
  }
}

TEST_P(Sealing, ManyThreadsMayUseItWhileKeysAreDestroyed) {
  ASSERT_TRUE(vault_->create_key("kept"));
  const std::string kept = *vault_->seal("kept", kName, kPlain);
  std::atomic<int> faults = 0;
  {
    std::vector<std::jthread> threads;
    for (int worker = 0; worker < 6; ++worker) {
      threads.emplace_back([&, worker] {
        for (int round = 0; round < 15; ++round) {
          const std::string subject = std::to_string(round);
          const auto made = vault_->create_key(subject);
          faults += !made && made.error().code != VaultErrorCode::key_destroyed;
          faults += vault_->open("kept", kName, kept) != std::string(kPlain);
          if (worker % 3 == 0) {
            faults += !vault_->destroy_key(subject).has_value();
          }
        }
      });
    }
  }
  EXPECT_EQ(faults, 0);
  for (int round = 0; round < 15; ++round) {
    EXPECT_EQ(error_of(vault_->seal(std::to_string(round), kName, kPlain)),
              VaultErrorCode::key_destroyed);
  }
}

INSTANTIATE_TEST_SUITE_P(Vaults, Sealing, testing::Bool(), [](const auto& each) {
  return std::string(each.param ? "file" : "memory");
});

}  // namespace
}  // namespace langnghe::test
