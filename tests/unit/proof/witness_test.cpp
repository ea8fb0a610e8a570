#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <transparency/cosigning.hpp>
#include <transparency/witness.hpp>

#include "followed_ledger.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

constexpr std::uint64_t kNow = 1'700'000'000;

/// A log of synthetic records, or one that differs from it from some record on.
struct Log {
  std::vector<std::string> records;
  MemoryHashes hashes{};

  explicit Log(std::uint64_t count, std::uint64_t differs_from = ~std::uint64_t{0})
      : records(synthetic_records(count)) {
    for (std::uint64_t i = differs_from; i < count; ++i) {
      records[i] += " changed";
    }
    for (const auto& record : records) {
      hashes.append(leaf_hash(record));
    }
  }

  [[nodiscard]] std::string note(std::uint64_t size) const {
    return sign_checkpoint(
        {log_origin(kOriginPrefix, kWard), size, tree_root(size, nodes_of(hashes)).value()},
        LogFolders::key());
  }
  [[nodiscard]] std::string request(std::uint64_t from, std::uint64_t to) const {
    return to_text(
        AddCheckpoint{from, consistency_proof(from, to, nodes_of(hashes)).value(), note(to)});
  }
};

class WitnessTest : public testing::Test {
 protected:
  static WitnessKey key() { return {"hdnd.example", SigningKey::from_seed({9, 9})}; }

  [[nodiscard]] std::unique_ptr<Witness> open() const {
    auto opened = Witness::open(memory(), key(), {LogFolders::verifier()});
    EXPECT_TRUE(opened) << opened.error().context;
    return opened ? std::move(*opened) : nullptr;
  }
  [[nodiscard]] std::filesystem::path memory() const { return directory_.path() / "memory"; }

  TemporaryDirectory directory_;
};

TEST_F(WitnessTest, SignsWhatContinuesItsHead) {
  const Log log(300);
  const auto witness = open();
  std::uint64_t known = 0;
  for (const std::uint64_t size : {1u, 2u, 7u, 256u, 257u, 300u, 300u}) {
    const auto answer = witness->add_checkpoint(log.request(known, size), kNow + size);
    ASSERT_EQ(200, answer.status) << answer.body;
    const auto note = parse_note(log.note(size) + answer.body);
    ASSERT_TRUE(note);
    const std::array keys = {witness->verifier()};
    EXPECT_EQ(kNow + size, verify_note(*note, keys).value().front().timestamp);
    known = size;
  }
}

TEST_F(WitnessTest, ARequestOfAnotherFormIs400) {
  const Log log(5);
  const auto witness = open();
  const std::string good = log.request(0, 5);
  std::string many = "old 4\n";
  for (int i = 0; i < 64; ++i) {
    many += "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
  }
  for (const std::string& bad :
       {std::string(), std::string("old 0\n"), std::string("old 00\n\n") + log.note(5),
        std::string("old -1\n\n") + log.note(5), std::string("new 0\n\n") + log.note(5),
        std::string("old 0\nxyz\n\n") + log.note(5), many + "\n" + log.note(5),
        std::string("old 0\n\nno note"), to_text(AddCheckpoint{6, {}, log.note(5)}),
        good.substr(0, good.size() - 1)}) {
    EXPECT_EQ(400, witness->add_checkpoint(bad, kNow).status) << bad;
  }
  EXPECT_EQ(200, witness->add_checkpoint(good, kNow).status);
}

TEST_F(WitnessTest, AnotherLogIs404AndAnotherKeyIs403) {
  const Log log(5);
  const auto witness = open();
  const auto note = [&](std::string origin, const SigningKey& signer) {
    const Checkpoint head{std::move(origin), 5, root_of(log.records)};
    return to_text(AddCheckpoint{0, {}, sign_checkpoint(head, signer)});
  };
  const auto origin = log_origin(kOriginPrefix, kWard);
  EXPECT_EQ(404, witness->add_checkpoint(note("another/log", LogFolders::key()), kNow).status);
  EXPECT_EQ(403, witness->add_checkpoint(note(origin, SigningKey::from_seed({1})), kNow).status);
  std::string forged = log.request(0, 5);
  forged.replace(forged.find("\n5\n"), 3, "\n6\n");
  EXPECT_EQ(403, witness->add_checkpoint(forged, kNow).status);
}

TEST_F(WitnessTest, AnotherOldSizeIs409WithTheSizeItKnows) {
  const Log log(9);
  const auto witness = open();
  const auto first = witness->add_checkpoint(log.request(3, 9), kNow);
  EXPECT_EQ(409, first.status);
  EXPECT_EQ("0\n", first.body);
  EXPECT_EQ(kSizeContentType, first.content_type);
  ASSERT_EQ(200, witness->add_checkpoint(log.request(0, 7), kNow).status);
  for (const std::uint64_t old : {0u, 3u, 8u}) {
    const auto answer = witness->add_checkpoint(log.request(old, 9), kNow);
    EXPECT_EQ(409, answer.status);
    EXPECT_EQ("7\n", answer.body);
  }
  EXPECT_EQ(409, witness->add_checkpoint(log.request(0, 3), kNow).status) << "a rollback";
}

TEST_F(WitnessTest, AForkIsNeverSigned) {
  const Log log(20);
  const Log fork(20, 4);
  const auto witness = open();
  ASSERT_EQ(200, witness->add_checkpoint(log.request(0, 10), kNow).status);
  EXPECT_EQ(409, witness->add_checkpoint(fork.request(10, 10), kNow).status) << "same size";
  EXPECT_EQ(422, witness->add_checkpoint(fork.request(10, 20), kNow).status);
  EXPECT_EQ(422,
            witness->add_checkpoint(to_text(AddCheckpoint{10, {}, log.note(20)}), kNow).status);
  EXPECT_EQ(200, witness->add_checkpoint(log.request(10, 20), kNow).status);
  const auto surplus =
      to_text(AddCheckpoint{20, {Hash{}}, log.note(20)});  // none belongs between equal sizes
  EXPECT_EQ(422, witness->add_checkpoint(surplus, kNow).status);
}

TEST_F(WitnessTest, RemembersAfterARestartAndAloneInItsFolder) {
  const Log log(20);
  const Log fork(20, 4);
  {
    const auto witness = open();
    ASSERT_EQ(200, witness->add_checkpoint(log.request(0, 10), kNow).status);
    EXPECT_FALSE(Witness::open(memory(), key(), {LogFolders::verifier()}));
  }
  const auto witness = open();
  EXPECT_EQ("10\n", witness->add_checkpoint(log.request(0, 20), kNow).body);
  EXPECT_EQ(422, witness->add_checkpoint(fork.request(10, 20), kNow).status);
  EXPECT_EQ(200, witness->add_checkpoint(log.request(10, 20), kNow).status);
}

TEST_F(WitnessTest, ADamagedMemoryRefusesToOpen) {
  const Log log(10);
  ASSERT_EQ(200, open()->add_checkpoint(log.request(0, 10), kNow).status);
  for (const auto& entry : std::filesystem::directory_iterator(memory())) {
    if (entry.path().extension() == ".head") {
      std::filesystem::resize_file(entry.path(), 20);
    }
  }
  EXPECT_FALSE(Witness::open(memory(), key(), {LogFolders::verifier()}));
}

TEST_F(WitnessTest, WithoutItsDiskItSignsNothing) {
  const Log log(10);
  const auto witness = open();
  std::filesystem::remove_all(memory());
  EXPECT_EQ(500, witness->add_checkpoint(log.request(0, 5), kNow).status);
  std::filesystem::create_directories(memory());
  EXPECT_EQ(500, witness->add_checkpoint(log.request(0, 5), kNow).status) << "until a restart";
}

// Many ask at once from the same head, for as many different futures: one of them is signed.
TEST_F(WitnessTest, OfManyForksAtOnceOneIsSigned) {
  constexpr std::uint64_t kForks = 8;
  const auto witness = open();
  ASSERT_EQ(200, witness->add_checkpoint(Log(10).request(0, 10), kNow).status);
  std::atomic<int> signed_heads = 0;
  {
    std::vector<std::jthread> threads;
    for (std::uint64_t fork = 0; fork < kForks; ++fork) {
      threads.emplace_back([&, fork] {
        const Log log(30 + fork, 10 + fork);
        const int status = witness->add_checkpoint(log.request(10, 30 + fork), kNow).status;
        EXPECT_TRUE(status == 200 || status == 409) << status;
        signed_heads += status == 200 ? 1 : 0;
      });
    }
  }
  EXPECT_EQ(1, signed_heads);
}

TEST_F(WitnessTest, ItsKeyIsMadeOnceAndForItsOwnerAlone) {
  const auto file = directory_.path() / "keys" / "witness.key";
  const auto made = make_witness_key(file, "hdnd.example/nhan-chung");
  ASSERT_TRUE(made) << made.error().context;
  struct stat status{};
  ASSERT_EQ(0, ::stat(file.c_str(), &status));
  EXPECT_EQ(0600u, status.st_mode & 0777u);
  EXPECT_EQ(*made, load_witness_key(file).value().verifier());
  EXPECT_FALSE(make_witness_key(file, "another"));
  for (const std::string bad : {"", "a b", "a+b"}) {
    EXPECT_FALSE(make_witness_key(directory_.path() / "bad.key", bad)) << bad;
  }
  std::filesystem::permissions(file, std::filesystem::perms(0640));
  EXPECT_FALSE(load_witness_key(file));
  std::filesystem::permissions(file, std::filesystem::perms(0600));
  std::ofstream(file) << "hdnd.example 1234\n";
  EXPECT_FALSE(load_witness_key(file));
}

TEST(TrustedLogs, AreVerifierKeysOfLogs) {
  const auto log = LogFolders::verifier().text();
  EXPECT_EQ(2u, parse_trusted_logs("# of the ward\n\n" + log + "\r\n" + log).value().size());
  const auto witness =
      SigningKey::from_seed({3}).verifier("w", SignatureKind::cosignature_v1).text();
  EXPECT_FALSE(parse_trusted_logs(witness));
  EXPECT_FALSE(parse_trusted_logs("nonsense\n"));
}

TEST(Quorum, CountsKeysAndRefusesAForgedSignature) {
  const Log log(5);
  const SigningKey first = SigningKey::from_seed({1});
  const SigningKey second = SigningKey::from_seed({2});
  const auto kind = SignatureKind::cosignature_v1;
  auto note = parse_note(log.note(5)).value();
  note.signatures.push_back(cosign_note(note.text, "one", first, kNow));
  note.signatures.push_back(cosign_note(note.text, "two", first, kNow));
  const std::array logs = {LogFolders::verifier()};
  const std::vector all = {first.verifier("one", kind), first.verifier("two", kind),
                           second.verifier("three", kind)};
  EXPECT_EQ(1u, open_witnessed(to_bytes(note), logs, all, 1).value().witnesses.size());
  EXPECT_FALSE(open_witnessed(to_bytes(note), logs, all, 2)) << "one key under two names";
  auto third = cosign_note(note.text, "three", second, kNow);
  note.signatures.push_back(third);
  EXPECT_EQ(2u, open_witnessed(to_bytes(note), logs, all, 2).value().witnesses.size());
  note.signatures.back().signature.back() ^= 1;
  EXPECT_FALSE(open_witnessed(to_bytes(note), logs, all, 0)) << "forged";
}

}  // namespace
}  // namespace langnghe::test
