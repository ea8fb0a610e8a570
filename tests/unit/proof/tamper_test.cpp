// Changes by somebody who can write to the database, and who notices them: the log at its
// restart, and the check at start-up.
#include <filesystem>
#include <functional>
#include <iterator>

#include <gtest/gtest.h>

#include "followed_ledger.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

constexpr std::uint64_t kSigned = 700;

struct Tampering {
  std::string name;
  std::function<void(std::vector<std::string>&)> change;
  ProofErrorCode expected;
};

void PrintTo(const Tampering& tampering, std::ostream* out) {
  *out << tampering.name;
}

/// The change is made among the last records, and in the first ones.
class TamperedLedger : public testing::TestWithParam<Tampering> {
 protected:
  void SetUp() override {
    FixedLedger store(synthetic_records(kSigned));
    note_ = folders_.sign_up_to(store, kSigned);
  }

  const LogFolders folders_;
  std::string note_;
};

TEST_P(TamperedLedger, StopsTheLogWhenItsHashesAreGone) {
  auto records = synthetic_records(kSigned);
  GetParam().change(records);
  FixedLedger store(records);
  std::filesystem::remove_all(folders_.proof());
  const auto fault = folders_.fault_over(store);
  ASSERT_TRUE(fault);
  EXPECT_EQ(GetParam().expected, fault->code) << fault->context;
  EXPECT_NE(std::string::npos, fault->context.find("restore")) << fault->context;
  EXPECT_EQ(note_, read_anchor(folders_.anchor(), kWard).value()) << "the anchor was moved";
}

TEST_P(TamperedLedger, IsRefusedAtStartUp) {
  auto records = synthetic_records(kSigned);
  GetParam().change(records);
  FixedLedger store(records);
  const auto verdict = check_against_anchor(store, folders_.check(AnchorDepth::whole));
  ASSERT_FALSE(verdict);
  EXPECT_EQ(GetParam().expected, verdict.error().code) << verdict.error().context;
  EXPECT_NE(std::string::npos, verdict.error().context.find("restore"));
}

INSTANTIATE_TEST_SUITE_P(
    Ways, TamperedLedger,
    testing::Values(
        Tampering{"FlippedBitInTheFirstRecord", [](auto& r) { r[0][0] ^= 1; },
                  ProofErrorCode::ledger_differs},
        Tampering{"FlippedBitInTheLastRecord", [](auto& r) { r.back().back() ^= 1; },
                  ProofErrorCode::ledger_differs},
        Tampering{"RecordRemoved", [](auto& r) { r.erase(r.begin() + 300); },
                  ProofErrorCode::ledger_cut},
        Tampering{"RecordRemovedAndOneAdded",
                  [](auto& r) {
                    r.erase(r.begin() + 300);
                    r.push_back("record 700");
                  },
                  ProofErrorCode::ledger_differs},
        Tampering{"RecordAddedInTheMiddle", [](auto& r) { r.insert(r.begin() + 300, "one more"); },
                  ProofErrorCode::ledger_differs},
        Tampering{"TwoSwapped", [](auto& r) { std::swap(r[10], r[600]); },
                  ProofErrorCode::ledger_differs},
        Tampering{"TailCut", [](auto& r) { r.resize(r.size() - 1); }, ProofErrorCode::ledger_cut},
        Tampering{"Emptied", [](auto& r) { r.clear(); }, ProofErrorCode::ledger_cut}),
    [](const auto& way) { return way.param.name; });

class TamperedTail : public TamperedLedger {};

TEST_P(TamperedTail, IsNoticedFromTheTailAlone) {
  auto records = synthetic_records(kSigned);
  GetParam().change(records);
  FixedLedger store(records);
  const auto verdict = check_against_anchor(store, folders_.check(AnchorDepth::tail));
  ASSERT_FALSE(verdict);
  EXPECT_EQ(GetParam().expected, verdict.error().code);
  EXPECT_GE(256u, store.reads());
  const auto fault = folders_.fault_over(store);
  ASSERT_TRUE(fault);
  EXPECT_EQ(GetParam().expected, fault->code);
}

INSTANTIATE_TEST_SUITE_P(
    Ways, TamperedTail,
    testing::Values(Tampering{"FlippedBitInTheLastRecord", [](auto& r) { r.back().back() ^= 1; },
                              ProofErrorCode::ledger_differs},
                    Tampering{"RecordRemovedAndOneAdded",
                              [](auto& r) {
                                r.erase(r.begin());
                                r.push_back("record 700");
                              },
                              ProofErrorCode::ledger_differs},
                    Tampering{"TailCut", [](auto& r) { r.resize(r.size() - 1); },
                              ProofErrorCode::ledger_cut}),
    [](const auto& way) { return way.param.name; });

TEST(TamperedRecord, GetsNoReceipt) {
  const LogFolders folders;
  FixedLedger honest(synthetic_records(kSigned));
  ASSERT_FALSE(folders.sign_up_to(honest, kSigned).empty());
  auto records = synthetic_records(kSigned);
  records[3] = "something else";  // outside the tail, so the log itself starts
  FixedLedger store(records);
  const auto log = folders.start(store);
  ASSERT_EQ(kSigned, log->wait_for(kWard, kSigned, within(kLongEnough)));
  EXPECT_EQ(ProofErrorCode::not_proven, log->receipt(kWard, {3}).error().code);
  EXPECT_TRUE(log->receipt(kWard, {4}));
}

}  // namespace
}  // namespace langnghe::test
