#include <gtest/gtest.h>

#include <projections/report.hpp>

#include "example_year.hpp"

namespace langnghe::projections::report {
namespace {

using namespace domain;
using test::day;

class FrozenQuarter : public testing::Test {
 protected:
  FrozenQuarter() {
    test::play_example_year(ledger_);
    size_ = ledger_.size();
    frozen_ = now();
  }
  [[nodiscard]] Figures now() const {
    return figures_of(*ledger_.snapshot(), find_period(PeriodFamily::calendar, "2021-Q1").value());
  }
  [[nodiscard]] Differences since() const {
    return differences(frozen_, size_, *ledger_.snapshot(), now());
  }
  [[nodiscard]] static const FigureDifference* find(const Differences& all, std::string_view id) {
    for (const auto& each : all.figures) {
      if (each.figure == id) {
        return &each;
      }
    }
    return nullptr;
  }

  test::WardLedger ledger_;
  std::uint64_t size_ = 0;
  Figures frozen_;
};

TEST_F(FrozenQuarter, DoesNotDifferByWhatIsOfOtherQuarters) {
  ledger_.act("2021-08-01", test::opinion("d-8", "p-8", "tan-my", "2021-08-01", {"i-8"}));
  const auto none = since();
  EXPECT_TRUE(none.figures.empty());
  EXPECT_TRUE(none.positions.empty());
}

TEST_F(FrozenQuarter, DiffersByALateEntryAndNamesIt) {
  ledger_.act("2021-08-01", test::opinion("d-8", "p-8", "tan-my", "2021-08-01", {"i-8"}));
  const auto late = ledger_.size();
  ledger_.act("2021-03-20",
              {{stream_of(IssueId{"i-lamp"}),
                IssueCorrected{CorrectedField::pressing, "false", "true", "sót"}}},
              "2021-08-02");
  const auto all = since();
  ASSERT_NE(find(all, "issues.pressing"), nullptr);
  EXPECT_EQ(find(all, "issues.pressing")->before, R"({"of":6,"value":1})");
  EXPECT_EQ(find(all, "issues.pressing")->after, R"({"of":6,"value":2})");
  EXPECT_NE(find(all, "entries.corrections"), nullptr);
  EXPECT_EQ(all.positions, std::vector{late});
}

TEST_F(FrozenQuarter, DoesNotDifferByACorrectionMadeLater) {
  ledger_.act("2021-08-01", "i-dog",
              IssueCorrected{CorrectedField::khom, "tan-my", "sa-nhien", "ghi nhầm"});
  EXPECT_TRUE(since().figures.empty());
}

TEST_F(FrozenQuarter, DiffersByACorrectionOfItsOwnDaysAndNamesIt) {
  const auto corrected = ledger_.size();
  ledger_.act("2021-03-20",
              {{stream_of(IssueId{"i-dog"}),
                IssueCorrected{CorrectedField::khom, "tan-my", "sa-nhien", "ghi nhầm"}}},
              "2021-08-01");
  const auto all = since();
  ASSERT_NE(find(all, "balance.khom.sa-nhien"), nullptr);
  EXPECT_EQ(find(all, "balance.khom.sa-nhien")->before, "null");
  EXPECT_NE(find(all, "balance.khom.tan-my"), nullptr);
  EXPECT_EQ(find(all, "balance"), nullptr) << "the ward's own balance is what it was";
  EXPECT_EQ(all.positions, std::vector{corrected});
}

TEST_F(FrozenQuarter, IsRebuiltByteForByteWhateverCameLater) {
  const auto text = canonical_text(frozen_);
  ledger_.act("2021-03-20", "i-lamp", ProgressNoted{"x", NoteVisibility::public_, {}});
  ledger_.act("2021-08-01", "i-dog",
              IssueCorrected{CorrectedField::khom, "tan-my", "sa-nhien", "ghi nhầm"});
  const auto then = replay_in_memory(ledger_.store(), ledger_.id(), size_).value();
  EXPECT_EQ(canonical_text(figures_of(*then, frozen_.period)), text);
}

// Made by the program when its dictionary had version 1.
TEST_F(FrozenQuarter, OfTheFirstDictionaryIsRebuiltByteForByte) {
  const auto hash = [&](const char* name) {
    const auto period = find_period(PeriodFamily::calendar, name).value();
    return hash_of(figures_of(*ledger_.snapshot(), period, day("2022-02-01"), 1));
  };
  EXPECT_EQ(hash("2021-Q1"), "cfa206e0065a3977edc899c15e03fda7f23402aa1fa6f5b9a33f984a70631c5f");
  EXPECT_EQ(hash("2021-Q2"), "e155d6fb24623e28fcd1012c754c365b35ee0749505b3cf0d2dcd2d80f55fca9");
  EXPECT_EQ(hash("2021"), "9cc49ff0337f9aede6c7264ccd6c49ffcc28a755011be7df69a08b885f882b5c");
}

// Made by the program when its dictionary had version 2.
TEST_F(FrozenQuarter, OfTheSecondDictionaryIsRebuiltByteForByte) {
  const auto hash = [&](PeriodFamily family, const char* name) {
    return hash_of(
        figures_of(*ledger_.snapshot(), find_period(family, name).value(), day("2022-02-01"), 2));
  };
  EXPECT_EQ(hash(PeriodFamily::calendar, "2021-Q1"),
            "09d3f6c7b8fc25dfdae90fb6f6ad04e43010268c64afdbb096a8f1cfec21d3bc");
  EXPECT_EQ(hash(PeriodFamily::calendar, "2021-Q2"),
            "2ff37fd3bf5f4a2e175d4d5a05a21c1a541c1b2357a56c4f708df42aeec509a2");
  EXPECT_EQ(hash(PeriodFamily::calendar, "2021"),
            "704a70ab6b6cacbe755aa806534be4afd8ae028ccc84ea431955d2b5a63a9b65");
  EXPECT_EQ(hash(PeriodFamily::cchc, "2021-H1"),
            "80986d4114d22b82a671766332673609b871f5b02f8166e4bb823ee33aacb127");
  EXPECT_EQ(hash(PeriodFamily::ttcp, "2021-M9"),
            "cc32a3ad3ca5198dacb6a63bb2060e2c5fcfe5961d665ca3bca301c4ad3b8087");
}

// The first two dictionaries measure at the period's end, whatever the day.
TEST_F(FrozenQuarter, OfTheSecondDictionaryKnowsNoDayOfMeasuring) {
  const auto period = find_period(PeriodFamily::calendar, "2021-Q2").value();
  EXPECT_EQ(figures_of(*ledger_.snapshot(), period, day("2021-05-01"), 2),
            figures_of(*ledger_.snapshot(), period, day("2022-05-01"), 2));
}

}  // namespace
}  // namespace langnghe::projections::report
