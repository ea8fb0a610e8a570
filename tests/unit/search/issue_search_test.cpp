// Issues are found by words at a ledger size, and are found no more after some acts.
#include <string>

#include <gtest/gtest.h>
#include <search/issue_search.hpp>

#include "indexed_ward.hpp"

namespace langnghe::test {
namespace {

using namespace domain;

class IssuesByWords : public testing::Test {
 protected:
  IndexedWard ward;
  Asked asked{ward};
};

TEST_F(IssuesByWords, AreFoundWithAndWithoutAccentsInEachSpelling) {
  ward.record("i-1", "Đường Hòa Khánh, khu Tân Quy Đông");
  ward.record("i-2", "Rác ven sông");
  for (const auto* words : {"đường", "duong", "ĐƯỜNG", "Hoà", "hòa", "Ho\u0300a", "tân qui",
                            "TAN QUY", "\"quí đông\"", "kha*", "khanh, (khu)"}) {
    EXPECT_EQ(asked.find(words), Names{"i-1"}) << words;
  }
  EXPECT_EQ(asked.find("đường rác"), Names{}) << "all words, in one issue";
  EXPECT_EQ(asked.find("\"khanh hoa\""), Names{}) << "in this order";
  EXPECT_EQ(asked.find("kha"), Names{}) << "whole words";
}

TEST_F(IssuesByWords, AreFoundByAnswerNoticeKhomAndField) {
  ward.record("i-1", "Đèn hư");
  ward.record("i-2", "Rác ven sông", "sa-nhien", "WASTE");
  ward.act("i-1", AnswerDrafted{1, Outcome::done, "Đã thay bóng", ""});
  ward.act("i-1", NoticeIssued{12, "12/TB-UBND", day("2021-02-01"), {"of-1"}, SigningCapacity::tm});
  ward.act("i-2", AnsweredOnTheSpot{"Đội vệ sinh dọn hôm nay", {"of-1"}, true});
  EXPECT_EQ(asked.find("thay bong"), Names{"i-1"});
  EXPECT_EQ(asked.find("12/TB-UBND"), Names{"i-1"});
  EXPECT_EQ(asked.find("2/TB-UBND"), Names{});
  EXPECT_EQ(asked.find("don hom nay"), Names{"i-2"});
  EXPECT_EQ(asked.find("sa nhiên"), Names{"i-2"});
  EXPECT_EQ(asked.find("giao thông"), Names{"i-1"});
  EXPECT_EQ(asked.find("waste sông"), Names{"i-2"});
}

TEST_F(IssuesByWords, AreFoundByEachNameTheirKhomEverHad) {
  ward.record("i-1", "Đèn hư");
  ward.ledger.act("2021-03-01",
                  {{ward_stream(), KhomRenamed{{"tan-my"}, "Mỹ Thuận", day("2021-03-01")}}});
  EXPECT_EQ(asked.find("tan my"), Names{"i-1"});
  EXPECT_EQ(asked.find("mi thuan"), Names{"i-1"});
}

TEST_F(IssuesByWords, AreFoundAsTheyWereAtEachLedgerSize) {
  ward.record("i-1", "Đèn hư");
  const auto before = ward.ledger.size();
  ward.act("i-1", IssueCorrected{CorrectedField::subject, "Đèn hư", "Cống nghẹt", "nghe nhầm"});
  ward.act("i-1", IssueCorrected{CorrectedField::khom, "tan-my", "sa-nhien", "nhầm"});
  EXPECT_EQ(asked.find("den"), Names{});
  EXPECT_EQ(asked.find("cong sa nhien"), Names{"i-1"});
  EXPECT_EQ(asked.find_at(before, "den tan my"), Names{"i-1"});
  EXPECT_EQ(asked.find_at(before, "cong"), Names{});
  EXPECT_EQ(asked.find_at(before - 1, "den"), Names{}) << "before it was recorded";
}

TEST_F(IssuesByWords, WhatWasVoidedOrTakenDownIsFoundNoMoreAndNotInTheFiles) {
  ward.record("i-1", "Kanarienvogel một");
  ward.record("i-2", "Nachtigall hai");
  ward.act("i-2", AnswerDrafted{1, Outcome::done, "Zaunkoenig", ""});
  ward.record("i-3", "Rotkehlchen ba");
  const auto before = ward.ledger.size();
  EXPECT_EQ(asked.find("kanarienvogel"), Names{"i-1"});
  ward.act("i-1", IssueVoided{"ghi nhầm", std::nullopt});
  ward.take_down("i-2");
  ward.act("i-2", AnswerDrafted{2, Outcome::done, "Zaunkoenig", ""});
  for (const auto* words : {"kanarienvogel", "nachtigall", "zaunkoenig"}) {
    EXPECT_EQ(asked.find(words), Names{}) << words;
    EXPECT_EQ(asked.find_at(before, words), Names{}) << words;
    EXPECT_EQ(ward.index_bytes().find(words), std::string::npos) << words;
  }
  EXPECT_EQ(asked.find("rotkehlchen"), Names{"i-3"});
  EXPECT_NE(ward.index_bytes().find("rotkehlchen"), std::string::npos);
}

TEST_F(IssuesByWords, NothingOfADenunciationIsIndexed) {
  ward.act(
      "i-9",
      HandedOver{IssueType::denunciation, {"d-1"}, day("2021-01-05"), 2, "07/SNĐ-Amsel", {"of-1"}});
  EXPECT_EQ(asked.find("amsel"), Names{});
  EXPECT_EQ(ward.index_bytes().find("amsel"), std::string::npos);
}

TEST_F(IssuesByWords, ASealedTextIsNotIndexed) {
  IssueRecorded recorded;
  recorded.channel = IntakeChannel::letter;
  recorded.khom = {"tan-my"};
  recorded.received = day("2021-01-05");
  recorded.subject = "Đèn hư";
  recorded.field = {"ROADS"};
  recorded.resident = {"r-1"};
  recorded.words = SealedText{{"r-1"}, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"};
  ward.ledger.act("2021-01-05", "i-1", recorded);
  EXPECT_EQ(asked.find("den"), Names{"i-1"});
  for (const auto* sealed : {"AAAAAAAAAAAA", "aaaaaaaaaaaa", "r-1"}) {
    EXPECT_EQ(ward.index_bytes().find(sealed), std::string::npos) << sealed;
  }
}

TEST_F(IssuesByWords, NothingThatIsTypedIsReadAsAnExpression) {
  ward.record("i-1", "Đèn hư");
  for (const auto* words :
       {"den OR cong", "subject:den AND NOT x", "den NEAR(hu)", "{place} : den", "den -hu cong"}) {
    EXPECT_EQ(asked.find(words), Names{}) << words;
  }
  for (const auto* words : {"(den)*", "^den", "den') --", "den;"}) {
    EXPECT_EQ(asked.find(words), Names{"i-1"}) << words;
  }
}

TEST(IssueSearch, SaysThatItIsNotReadyRatherThanLess) {
  IndexedWard ward;
  ward.record("i-1", "Đèn hư");
  eventstore::Supervisor supervisor(ward.ledger.store());
  search::IssueSearch search(ward.ledger.store(), ward.folder.path());
  const auto query = search::WordQuery::of("den").value();
  EXPECT_EQ(search.find(ward.ledger.id(), 0, query).error(), search::SearchFault::not_ready);
  EXPECT_FALSE(search.wait_for(ward.ledger.id(), 1, std::chrono::steady_clock::now()));
  search.follow(supervisor);
  EXPECT_EQ(search.find(ward.ledger.id(), ward.ledger.size() + 1, query).error(),
            search::SearchFault::not_ready);
}

}  // namespace
}  // namespace langnghe::test
