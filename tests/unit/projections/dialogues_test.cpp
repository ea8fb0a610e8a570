#include <gtest/gtest.h>

#include <projections/dialogues.hpp>

#include "example_year.hpp"

namespace langnghe::projections::dialogues {
namespace {

using test::day;

TEST(Dialogues, HoldTheWholeMeeting) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  const auto snapshot = ledger.snapshot();
  const auto row = find(*snapshot, {"d-1"});
  ASSERT_TRUE(row);
  EXPECT_EQ(row->phase, domain::DialoguePhase::minutes_signed);
  EXPECT_EQ(row->version.value, 9U);
  EXPECT_EQ(row->schedule.khom.value, "tan-my");
  EXPECT_EQ(row->announced_on, day("2021-02-16"));
  EXPECT_EQ(row->attendance->residents, 18);
  EXPECT_EQ(row->opening->start.count(), 485);
  EXPECT_EQ(row->closing->issues, 5);
  EXPECT_EQ(row->minutes->number, 1);
  EXPECT_EQ(row->opinions.size(), 3U);
  const std::vector<domain::IssueId> raised{
      {"i-lamp"}, {"i-dog"}, {"i-drain"}, {"i-wire"}, {"i-fee"}};
  EXPECT_EQ(row->issues, raised);
  EXPECT_FALSE(find(*snapshot, {"d-none"}));
}

TEST(Dialogues, OfADenunciationKeepOnlyThatItWasHandedOver) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  const auto snapshot = ledger.snapshot();
  const std::vector<domain::IssueId> denounced{{"i-secret"}};
  EXPECT_EQ(find(*snapshot, {"d-1"})->redirected, denounced);
  // A complaint came out of an opinion and stays among the issues.
  EXPECT_TRUE(find(*snapshot, {"d-2"})->redirected.empty());
}

TEST(Dialogues, AreListedByDateStartAndId) {
  test::WardLedger ledger;
  const auto at = [](const std::string& id, std::string_view on, int start) {
    auto event = test::scheduled(id, "tan-my", on);
    std::get<domain::DialogueScheduled>(std::get<domain::DialogueEvent>(event.event)).start =
        std::chrono::minutes(start);
    return event;
  };
  ledger.act("2021-01-01", {at("d-c", "2021-03-02", 1140), at("d-b", "2021-03-02", 480),
                            at("d-a", "2021-03-02", 480), at("d-z", "2021-03-01", 60),
                            at("d-out", "2021-03-03", 60)});
  std::vector<std::string> ids;
  for (const auto& row : between(*ledger.snapshot(), day("2021-03-01"), day("2021-03-02"))) {
    ids.push_back(row.id.value);
  }
  EXPECT_EQ(ids, (std::vector<std::string>{"d-z", "d-a", "d-b", "d-c"}));
}

TEST(Dialogues, GiveOpinionsAndResidentsOnlySealed) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  const auto snapshot = ledger.snapshot();
  const auto said = opinion(*snapshot, {"p-2"});
  ASSERT_TRUE(said);
  EXPECT_EQ(said->dialogue.value, "d-1");
  EXPECT_TRUE(said->opinion.anonymous);
  EXPECT_EQ(said->opinion.words.ciphertext, "c2VhbGVk");
  EXPECT_EQ(said->happened.date, day("2021-03-02"));
  const auto person = resident(*snapshot, {"r-p-2"});
  ASSERT_TRUE(person);
  EXPECT_EQ(person->khom.value, "tan-my");
  EXPECT_FALSE(opinion(*snapshot, {"p-none"}));
  EXPECT_FALSE(resident(*snapshot, {"r-none"}));
}

}  // namespace
}  // namespace langnghe::projections::dialogues
