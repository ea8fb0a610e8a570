#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include <transparency/note.hpp>

#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

SigningKey key(std::uint8_t number) {
  return SigningKey::from_seed({number});
}

constexpr std::string_view kText = "langnghe/tan-quy-dong\n3\nroot\n";

Note signed_note() {
  return {std::string(kText), {sign_note(kText, "langnghe/tan-quy-dong", key(1))}};
}

VerifierKey log_key() {
  return key(1).verifier("langnghe/tan-quy-dong", SignatureKind::ed25519);
}

VerifierKey witness_key() {
  return key(2).verifier("hdnd.example", SignatureKind::cosignature_v1);
}

TEST(SignedNote, ReadsBackAndVerifies) {
  const auto note = parse_note(to_bytes(signed_note()));
  ASSERT_TRUE(note);
  EXPECT_EQ(kText, note->text);
  const std::vector keys = {log_key()};
  const auto good = verify_note(*note, keys);
  ASSERT_TRUE(good);
  EXPECT_EQ(log_key(), good->front().key);
}

TEST(SignedNote, AWitnessSignsBesideTheLogWithItsTime) {
  Note note = signed_note();
  note.signatures.push_back(cosign_note(note.text, "hdnd.example", key(2), 1'679'315'147));
  const std::vector keys = {log_key(), witness_key()};
  const auto good = verify_note(parse_note(to_bytes(note)).value(), keys);
  ASSERT_TRUE(good);
  ASSERT_EQ(2u, good->size());
  EXPECT_EQ(0u, (*good)[0].timestamp);
  EXPECT_EQ(1'679'315'147u, (*good)[1].timestamp);
}

/// From C2SP's tlog-cosignature page: the layout, and the signature itself, which must not be
/// taken for one of another key.
TEST(SignedNote, TheSpecificationsExampleHasItsTimeInFront) {
  const auto note = parse_note(
      "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
      "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/"
      "Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
      "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJs"
      "X3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n");
  ASSERT_TRUE(note) << note.error().context;
  ASSERT_EQ(2u, note->signatures.size());
  EXPECT_EQ(0x8d66cf3fu, note->signatures[1].key_id);
  EXPECT_EQ(std::string_view("\0\0\0\0\x64\x18\x50\xcb", 8),
            note->signatures[1].signature.substr(0, 8));
  const std::vector keys = {log_key(), witness_key()};
  EXPECT_EQ(ProofErrorCode::not_signed, verify_note(*note, keys).error().code);
}

TEST(SignedNote, AForgedCosignatureRefusesTheNote) {
  const auto refused = [](NoteSignature made) {
    Note note = signed_note();
    note.signatures.push_back(std::move(made));
    const std::vector keys = {log_key(), witness_key()};
    const auto verdict = verify_note(note, keys);
    return !verdict && verdict.error().code == ProofErrorCode::not_signed;
  };
  const NoteSignature good = cosign_note(kText, "hdnd.example", key(2), 1'700'000'000);
  EXPECT_FALSE(refused(good));

  NoteSignature flipped = good;
  flipped.signature[40] ^= 1;
  EXPECT_TRUE(refused(flipped));

  NoteSignature later = good;  // the time is signed for too
  later.signature[7] ^= 1;
  EXPECT_TRUE(refused(later));

  NoteSignature by_another = cosign_note(kText, "hdnd.example", key(3), 1'700'000'000);
  by_another.key_id = good.key_id;
  EXPECT_TRUE(refused(by_another));

  NoteSignature of_another_text = cosign_note("else\n", "hdnd.example", key(2), 1'700'000'000);
  EXPECT_TRUE(refused(of_another_text));

  NoteSignature short_one = good;
  short_one.signature.resize(64);
  EXPECT_TRUE(refused(short_one));

  NoteSignature beyond = cosign_note(kText, "hdnd.example", key(2), std::uint64_t{1} << 63);
  EXPECT_TRUE(refused(beyond));
}

TEST(SignedNote, SignaturesOfOthersArePassedOverButDoNotCount) {
  Note note = signed_note();
  note.signatures.push_back(cosign_note(kText, "stranger.example", key(9), 5));
  const std::vector log = {log_key()};
  EXPECT_TRUE(verify_note(note, log));
  const std::vector witness = {witness_key()};
  EXPECT_EQ(ProofErrorCode::not_signed, verify_note(note, witness).error().code);
  EXPECT_EQ(ProofErrorCode::not_signed, verify_note(note, {}).error().code);
}

TEST(SignedNote, AChangedTextIsNotSigned) {
  Note note = signed_note();
  note.text[22] = '4';
  const std::vector keys = {log_key()};
  EXPECT_EQ(ProofErrorCode::not_signed, verify_note(note, keys).error().code);
}

TEST(SignedNote, WhatIsNotANoteIsRefused) {
  const std::string good = to_bytes(signed_note());
  ASSERT_TRUE(parse_note(good));
  const std::string line = good.substr(good.find("\n\n") + 2);
  for (const std::string& bytes :
       {std::string(), std::string("text\n"), std::string("text\n\n"),
        good.substr(0, good.size() - 1), good + "x", "te\txt\n\n" + line, "te\xff\n\n" + line,
        std::string("text\n\n- a AAAAAAA=\n"), std::string("text\n\n— a AAAAAA\n"),
        std::string("text\n\n— a AAAA\n"), std::string("text\n\n—  AAAAAAA=\n"),
        std::string("text\n\n— a+b AAAAAAA=\n"),
        std::string("text\n\n— a\xc2\xa0"
                    "b AAAAAAA=\n")}) {
    EXPECT_FALSE(parse_note(bytes)) << bytes;
  }
}

TEST(VerifierKey, ReadsBackAndRefusesAnIdThatDoesNotBelong) {
  for (const VerifierKey& good : {log_key(), witness_key()}) {
    EXPECT_EQ(good, parse_verifier_key(good.text()).value());
    std::string wrong = good.text();
    char& digit = wrong[good.name.size() + 1];
    digit = digit == '0' ? '1' : '0';
    EXPECT_FALSE(parse_verifier_key(wrong));
    EXPECT_FALSE(parse_verifier_key("x" + good.text()));
  }
  EXPECT_FALSE(parse_verifier_key(""));
  EXPECT_FALSE(parse_verifier_key("a+b+c"));
}

TEST(SigningKeyFile, IsMadeOnceAndReadAgain) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "keys" / "log.key";
  EXPECT_EQ(ProofErrorCode::unavailable, SigningKey::load(file, false).error().code);
  const auto made = SigningKey::load(file, true);
  ASSERT_TRUE(made) << made.error().context;
  EXPECT_EQ(std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
            std::filesystem::status(file).permissions());
  const auto again = SigningKey::load(file, true);
  ASSERT_TRUE(again);
  EXPECT_EQ(made->public_key(), again->public_key());
}

TEST(SigningKeyFile, IsRefusedWhenOthersMayReadItOrItIsNotAKey) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "log.key";
  ASSERT_TRUE(SigningKey::load(file, true));
  std::filesystem::permissions(file, std::filesystem::perms::group_read,
                               std::filesystem::perm_options::add);
  EXPECT_NE(std::string::npos, SigningKey::load(file, true).error().context.find("chmod"));
  std::filesystem::permissions(
      file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  std::ofstream(file, std::ios::trunc) << "not a key\n";
  EXPECT_FALSE(SigningKey::load(file, true));
}

}  // namespace
}  // namespace langnghe::test
