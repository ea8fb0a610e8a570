#include <map>
#include <mutex>
#include <thread>

#include <gtest/gtest.h>

#include <transparency/cosigning.hpp>
#include <transparency/witness.hpp>

#include "followed_ledger.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;
using std::chrono::milliseconds;

/// Witnesses in this process, reached by name instead of by a socket.
class WitnessesHere {
 public:
  WitnessAddress add(const std::string& name, std::uint8_t seed) {
    auto witness = Witness::open(directory_.path() / name, {name, SigningKey::from_seed({seed})},
                                 {LogFolders::verifier()});
    EXPECT_TRUE(witness);
    const WitnessAddress address{"http://" + name, (*witness)->verifier()};
    const std::scoped_lock lock(mutex_);
    witnesses_[address.url + "/add-checkpoint"] = std::move(*witness);
    return address;
  }

  WitnessPost post() {
    return [this](const std::string& url,
                  std::string body) -> std::expected<WitnessReply, std::string> {
      const std::scoped_lock lock(mutex_);
      const auto found = witnesses_.find(url);
      if (found == witnesses_.end()) {
        return std::unexpected("nobody is there");
      }
      auto answer = found->second->add_checkpoint(body, 1'700'000'000);
      return WitnessReply{answer.status, std::move(answer.body)};
    };
  }

 private:
  TemporaryDirectory directory_;
  std::mutex mutex_;  // guards witnesses_
  std::map<std::string, std::unique_ptr<Witness>> witnesses_;
};

CosigningOptions quick(const LogFolders& folders) {
  CosigningOptions options;
  options.anchor = folders.anchor();
  options.interval = milliseconds(5);
  options.retry_first = milliseconds(5);
  options.retry_most = milliseconds(40);
  return options;
}

template <class Condition>
bool comes_true(Condition condition) {
  const auto deadline = within(kLongEnough);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) {
      return false;
    }
    std::this_thread::yield();
  }
  return true;
}

std::map<std::string, WitnessState> by_name(const Cosigning& cosigning) {
  std::map<std::string, WitnessState> states;
  for (auto& state : cosigning.states()) {
    states[state.name] = state;
  }
  return states;
}

TEST(CosigningWorker, GathersAllSignaturesUnderOneHeadAndRemembersThem) {
  const LogFolders folders;
  WitnessesHere witnesses;
  const auto one = witnesses.add("one", 1);
  const auto two = witnesses.add("two", 2);
  FixedLedger store(synthetic_records(300));
  std::string witnessed;
  {
    const auto log = folders.start(store);
    Cosigning cosigning(store, *log, {one, two}, witnesses.post(), quick(folders));
    ASSERT_TRUE(comes_true([&] {
      const auto head = log->witnessed(kWard);
      return head && head->witnesses == 2 && head->checkpoint.size == 300;
    }));
    witnessed = log->witnessed(kWard)->note;
    EXPECT_EQ(witnessed, log->checkpoint(kWard));
    const auto receipt = log->receipt(kWard, {17}).value();
    EXPECT_EQ(witnessed, receipt.checkpoint);
    cosigning.stop();  // the states follow the signatures
    EXPECT_EQ(300u, by_name(cosigning)["two"].size);
  }
  const std::array logs = {LogFolders::verifier()};
  const std::array keys = {one.key, two.key};
  EXPECT_TRUE(open_witnessed(witnessed, logs, keys, 2));
  const auto log = folders.start(store);
  ASSERT_EQ(300u, log->wait_for(kWard, 300, within(kLongEnough)));
  EXPECT_EQ(witnessed, log->checkpoint(kWard)) << "they are there again after a restart";
}

TEST(CosigningWorker, GoesOnWithoutAWitnessThatDoesNotAnswer) {
  const LogFolders folders;
  WitnessesHere witnesses;
  const auto one = witnesses.add("one", 1);
  const WitnessAddress absent{"http://absent", SigningKey::from_seed({5}).verifier(
                                                   "absent", SignatureKind::cosignature_v1)};
  FixedLedger store(synthetic_records(20));
  const auto log = folders.start(store);
  Cosigning cosigning(store, *log, {absent, one}, witnesses.post(), quick(folders));
  ASSERT_TRUE(comes_true([&] { return by_name(cosigning)["one"].size == 20; }));
  ASSERT_TRUE(comes_true([&] { return by_name(cosigning)["absent"].failures >= 3; }));
  EXPECT_EQ(WitnessFault::unreachable, by_name(cosigning)["absent"].fault);
  EXPECT_EQ(WitnessFault::none, by_name(cosigning)["one"].fault);
}

TEST(CosigningWorker, TellsARolledBackLedgerFromAnotherHistory) {
  WitnessesHere witnesses;
  const auto one = witnesses.add("one", 1);
  const auto fault_over = [&](FixedLedger& store) {
    const LogFolders folders;
    const auto log = folders.start(store);
    Cosigning cosigning(store, *log, {one}, witnesses.post(), quick(folders));
    EXPECT_TRUE(comes_true([&] {
      const auto state = by_name(cosigning)["one"];
      return state.failures > 0 || state.size == store.known_size(kWard);
    }));
    return by_name(cosigning)["one"].fault;
  };
  FixedLedger whole(synthetic_records(50));
  EXPECT_EQ(WitnessFault::none, fault_over(whole));
  FixedLedger older(synthetic_records(40));
  EXPECT_EQ(WitnessFault::seen_more, fault_over(older));
  auto records = synthetic_records(60);
  records[45] = "another";
  FixedLedger other(records);
  EXPECT_EQ(WitnessFault::other_history, fault_over(other));
  FixedLedger longer(synthetic_records(60));
  EXPECT_EQ(WitnessFault::none, fault_over(longer));
}

TEST(CosigningWorker, DoesNotTakeASignatureOfAnotherKey) {
  const LogFolders folders;
  WitnessesHere witnesses;
  auto one = witnesses.add("one", 1);
  one.key = SigningKey::from_seed({6}).verifier("one", SignatureKind::cosignature_v1);
  FixedLedger store(synthetic_records(20));
  const auto log = folders.start(store);
  Cosigning cosigning(store, *log, {one}, witnesses.post(), quick(folders));
  ASSERT_TRUE(comes_true([&] { return by_name(cosigning)["one"].failures > 0; }));
  EXPECT_EQ(WitnessFault::bad_answer, by_name(cosigning)["one"].fault);
  EXPECT_FALSE(log->witnessed(kWard));
}

TEST(WitnessAddressText, IsAUrlAndAKeyOfAWitness) {
  const auto key = SigningKey::from_seed({1}).verifier("w", SignatureKind::cosignature_v1);
  const auto parsed = parse_witness_address("http://127.0.0.1:8090/=" + key.text());
  ASSERT_TRUE(parsed);
  EXPECT_EQ("http://127.0.0.1:8090", parsed->url);
  EXPECT_EQ(key, parsed->key);
  EXPECT_FALSE(parse_witness_address("https://127.0.0.1=" + key.text()));
  EXPECT_FALSE(parse_witness_address(key.text()));
  EXPECT_FALSE(parse_witness_address("http://a=" + LogFolders::verifier().text()));
}

}  // namespace
}  // namespace langnghe::test
