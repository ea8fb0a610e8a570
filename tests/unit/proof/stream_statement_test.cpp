#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <transparency/stream_statement.hpp>
#include <transparency/tiles.hpp>

namespace langnghe::eventstore {
namespace {

const auto kStatingKey = SigningKey::from_seed({7});
const std::vector kStatingKeys = {kStatingKey.verifier("langnghe/p", SignatureKind::ed25519)};

StreamStatement some_statement() {
  return {"issue-7", 3, {"langnghe/p", 15, leaf_hash("x"), ""}};
}

TEST(StreamStatement, OpensAsItWasSigned) {
  const auto note = sign_stream_statement(some_statement(), kStatingKey);
  const auto opened = open_stream_statement(note, kStatingKeys);
  ASSERT_TRUE(opened) << opened.error().context;
  EXPECT_EQ(some_statement(), *opened);
}

TEST(StreamStatement, IsRefusedWithAnyBitFlipped) {
  const auto note = sign_stream_statement(some_statement(), kStatingKey);
  for (std::size_t at = 0; at < note.size() * 8; ++at) {
    auto changed = note;
    changed[at / 8] = static_cast<char>(changed[at / 8] ^ (1 << (at % 8)));
    EXPECT_FALSE(open_stream_statement(changed, kStatingKeys)) << at;
  }
}

TEST(StreamStatement, IsRefusedUnderAnotherKeyOrName) {
  const auto note = sign_stream_statement(some_statement(), kStatingKey);
  const auto other = SigningKey::from_seed({8});
  EXPECT_FALSE(open_stream_statement(
      note, std::vector{other.verifier("langnghe/p", SignatureKind::ed25519)}));
  auto elsewhere = some_statement();
  elsewhere.head.origin = "langnghe/q";
  EXPECT_FALSE(open_stream_statement(sign_stream_statement(elsewhere, kStatingKey), kStatingKeys));
}

TEST(StreamStatement, IsNoCheckpointAndACheckpointIsNone) {
  const auto statement = sign_stream_statement(some_statement(), kStatingKey);
  EXPECT_FALSE(open_checkpoint(statement, kStatingKeys));
  const auto checkpoint = sign_checkpoint(some_statement().head, kStatingKey);
  EXPECT_FALSE(open_stream_statement(checkpoint, kStatingKeys));
}

TEST(ProvenRecord, IsReadBackAndRefusedInAnyOtherForm) {
  MemoryHashes hashes;
  for (const auto* record : {"a", "b", "c"}) {
    hashes.append(leaf_hash(record));
  }
  const Checkpoint head{"langnghe/p", 3, *tree_root(3, nodes_of(hashes)), ""};
  const ProvenRecord proven{
      {1, *inclusion_proof(1, 3, nodes_of(hashes)), sign_checkpoint(head, kStatingKey)}, "b"};
  const auto text = to_text(proven);
  const auto read = parse_proven_record(text);
  ASSERT_TRUE(read) << read.error().context;
  EXPECT_EQ("b", read->record);
  EXPECT_TRUE(verify_receipt(read->receipt, read->record, kStatingKeys));
  for (std::size_t at = 0; at < text.size() * 8; ++at) {
    auto changed = text;
    changed[at / 8] = static_cast<char>(changed[at / 8] ^ (1 << (at % 8)));
    const auto other = parse_proven_record(changed);
    EXPECT_FALSE(other && verify_receipt(other->receipt, other->record, kStatingKeys)) << at;
  }
  EXPECT_FALSE(parse_proven_record(to_text(proven.receipt))) << "without its record";
  EXPECT_FALSE(parse_proven_record(""));
}

}  // namespace
}  // namespace langnghe::eventstore
