#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "followed_ledger.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

TEST(Anchor, IsWrittenWholeAndReplaced) {
  const LogFolders folders;
  EXPECT_EQ(std::nullopt, read_anchor(folders.anchor(), kWard).value());
  ASSERT_TRUE(write_anchor(folders.anchor(), kWard, "first\n"));
  ASSERT_TRUE(write_anchor(folders.anchor(), kWard, "second\n"));
  EXPECT_EQ("second\n", read_anchor(folders.anchor(), kWard).value());
  EXPECT_EQ(1, std::distance(std::filesystem::directory_iterator(folders.anchor()), {}));
}

TEST(Anchor, AnInstallationWithoutOneIsFine) {
  const LogFolders folders;
  FixedLedger store(synthetic_records(3));
  EXPECT_TRUE(check_against_anchor(store, folders.check()).value().empty());
}

TEST(Anchor, AGoodLedgerMayHaveGrownSince) {
  const LogFolders folders;
  FixedLedger store(synthetic_records(400));
  ASSERT_FALSE(folders.sign_up_to(store, 400).empty());
  FixedLedger longer(synthetic_records(450));
  for (const AnchorDepth depth : {AnchorDepth::tail, AnchorDepth::whole}) {
    const auto heads = check_against_anchor(longer, folders.check(depth));
    ASSERT_TRUE(heads) << heads.error().context;
    EXPECT_EQ(400u, heads->at(kWard).size);
  }
}

TEST(Anchor, LostHashesAreNoReasonToRefuse) {
  const LogFolders folders;
  FixedLedger store(synthetic_records(400));
  ASSERT_FALSE(folders.sign_up_to(store, 400).empty());
  std::filesystem::remove_all(folders.proof());
  EXPECT_TRUE(check_against_anchor(store, folders.check()));
}

TEST(Anchor, ALedgerThatIsGoneIsRefused) {
  const LogFolders folders;
  FixedLedger store(synthetic_records(4));
  ASSERT_FALSE(folders.sign_up_to(store, 4).empty());
  FixedLedger other(synthetic_records(4), kOtherWard);
  EXPECT_EQ(ProofErrorCode::ledger_cut, check_against_anchor(other, folders.check()).error().code);
}

TEST(Anchor, AnotherKeyAChangedFileAndAnotherLedgersAnchorAreRefused) {
  const LogFolders folders;
  FixedLedger store(synthetic_records(4));
  const std::string note = folders.sign_up_to(store, 4);
  const auto code = [&](const AnchorCheck& check) {
    const auto verdict = check_against_anchor(store, check);
    return verdict ? std::nullopt : std::optional(verdict.error().code);
  };
  AnchorCheck other_key = folders.check();
  other_key.public_key[0] ^= 1;
  EXPECT_EQ(ProofErrorCode::not_signed, code(other_key));

  std::string changed = note;
  changed[changed.find('\n') + 1] = '3';
  ASSERT_TRUE(write_anchor(folders.anchor(), kWard, changed));
  EXPECT_EQ(ProofErrorCode::not_signed, code(folders.check()));
  const auto fault = folders.fault_over(store);
  ASSERT_TRUE(fault);
  EXPECT_EQ(ProofErrorCode::not_signed, fault->code);

  ASSERT_TRUE(write_anchor(folders.anchor(), kWard, note.substr(0, note.size() / 2)));
  EXPECT_EQ(ProofErrorCode::malformed, code(folders.check()));

  const Checkpoint other{.origin = log_origin(kOriginPrefix, kOtherWard),
                         .size = 4,
                         .root = root_of(synthetic_records(4))};
  ASSERT_TRUE(write_anchor(folders.anchor(), kWard, sign_checkpoint(other, LogFolders::key())));
  EXPECT_EQ(ProofErrorCode::not_signed, code(folders.check()));
}

TEST(Anchor, WhatACrashLeftBesideItIsNotRead) {
  const LogFolders folders;
  FixedLedger store(synthetic_records(4));
  ASSERT_FALSE(folders.sign_up_to(store, 4).empty());
  std::ofstream(folders.anchor() / (kWard.value + ".checkpoint.new-0123456789abcdef")) << "half";
  EXPECT_EQ(1u, check_against_anchor(store, folders.check()).value().size());
}

}  // namespace
}  // namespace langnghe::test
