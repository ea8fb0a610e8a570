#include <gtest/gtest.h>

#include <transparency/checkpoint.hpp>
#include <transparency/tiles.hpp>

#include "followed_ledger.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

Checkpoint head() {
  return {.origin = log_origin(kOriginPrefix, kWard), .size = 3, .root = root_of({"a", "b", "c"})};
}

TEST(Checkpoint, IsThreeLinesAndReadsBack) {
  const std::string text = to_text(head());
  EXPECT_TRUE(text.starts_with("langnghe/tan-quy-dong\n3\n"));
  EXPECT_EQ(head(), parse_checkpoint(text).value());
  Checkpoint extended = head();
  extended.extensions = "more\nand more\n";
  EXPECT_EQ(extended, parse_checkpoint(to_text(extended)).value());
}

TEST(Checkpoint, OtherFormsAreRefused) {
  const std::string hash = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
  ASSERT_TRUE(parse_checkpoint("a\n0\n" + hash));
  for (const std::string& text :
       {std::string(), "\n0\n" + hash, "a\n00\n" + hash, "a\n01\n" + hash, "a\n-1\n" + hash,
        "a\n+1\n" + hash, "a\n18446744073709551616\n" + hash, "a\n\n" + hash,
        std::string("a\n0\nAAAA\n"), "a\n0\n" + hash.substr(0, hash.size() - 1),
        "a\n0\n" + hash + "x", "a\n0\n" + hash + "\n",
        std::string("a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n") /* spare bits set */}) {
    EXPECT_FALSE(parse_checkpoint(text)) << text;
  }
}

TEST(Checkpoint, OpensUnderItsOwnKeyOnly) {
  const std::string note = sign_checkpoint(head(), LogFolders::key());
  EXPECT_EQ(head(), open_checkpoint(note, LogFolders::verifier()).value());
  const VerifierKey other_key =
      SigningKey::from_seed({8}).verifier(head().origin, SignatureKind::ed25519);
  EXPECT_EQ(ProofErrorCode::not_signed, open_checkpoint(note, other_key).error().code);
}

TEST(Checkpoint, OfAnotherLedgerIsRefusedThoughTheKeyIsTheSame) {
  Checkpoint other = head();
  other.origin = log_origin(kOriginPrefix, kOtherWard);
  EXPECT_EQ(ProofErrorCode::not_signed,
            open_checkpoint(sign_checkpoint(other, LogFolders::key()), LogFolders::verifier())
                .error()
                .code);
  // Even when it is signed in this ledger's name.
  Note note{.text = to_text(other), .signatures = {}};
  note.signatures.push_back(sign_note(note.text, head().origin, LogFolders::key()));
  EXPECT_EQ(ProofErrorCode::not_signed,
            open_checkpoint(to_bytes(note), LogFolders::verifier()).error().code);
}

Receipt receipt_for_b() {
  MemoryHashes hashes;
  for (const std::string_view record : {"a", "b", "c"}) {
    hashes.append(leaf_hash(record));
  }
  return {.index = 1,
          .proof = inclusion_proof(1, 3, nodes_of(hashes)).value(),
          .checkpoint = sign_checkpoint(head(), LogFolders::key())};
}

TEST(Receipt, VerifiesFromItsTextAlone) {
  const std::string text = to_text(receipt_for_b());
  EXPECT_TRUE(text.starts_with("c2sp.org/tlog-proof@v1\nindex 1\n"));
  const auto read = parse_receipt(text);
  ASSERT_TRUE(read);
  EXPECT_EQ(text, to_text(*read));
  EXPECT_EQ(head(), verify_receipt(*read, "b", LogFolders::verifier()).value());
}

TEST(Receipt, ProvesNoOtherRecordPlaceOrLog) {
  const auto code = [](const Receipt& receipt, std::string_view record, const VerifierKey& key) {
    return verify_receipt(receipt, record, key).error().code;
  };
  const VerifierKey key = LogFolders::verifier();
  EXPECT_EQ(ProofErrorCode::not_proven, code(receipt_for_b(), "c", key));
  Receipt moved = receipt_for_b();
  moved.index = 0;
  EXPECT_EQ(ProofErrorCode::not_proven, code(moved, "b", key));
  moved.index = 3;
  EXPECT_EQ(ProofErrorCode::not_proven, code(moved, "b", key));
  Receipt bent = receipt_for_b();
  bent.proof[1][5] ^= 4;
  EXPECT_EQ(ProofErrorCode::not_proven, code(bent, "b", key));
  EXPECT_EQ(ProofErrorCode::not_signed,
            code(receipt_for_b(), "b", LogFolders::verifier(kOtherWard)));
  Receipt unsigned_one = receipt_for_b();
  unsigned_one.checkpoint[22] = '4';  // the size
  EXPECT_EQ(ProofErrorCode::not_signed, code(unsigned_one, "b", key));
}

TEST(Receipt, WithExtraDataIsReadAndCutOnesAreNot) {
  const std::string text = to_text(receipt_for_b());
  std::string with_extra = text;
  with_extra.insert(text.find("index"), "extra YWJj\n");
  EXPECT_EQ(text, to_text(parse_receipt(with_extra).value()));
  const std::size_t blank = text.find("\n\n");
  for (std::size_t end = 0; end < blank + 2; ++end) {
    EXPECT_FALSE(parse_receipt(text.substr(0, end))) << end;
  }
  EXPECT_FALSE(parse_receipt("c2sp.org/tlog-proof@v2" + text.substr(text.find('\n'))));
}

}  // namespace
}  // namespace langnghe::test
