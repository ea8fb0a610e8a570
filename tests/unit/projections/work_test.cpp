#include <algorithm>

#include <gtest/gtest.h>

#include <projections/commitments.hpp>
#include <projections/issues.hpp>
#include <projections/residents.hpp>
#include <projections/work.hpp>

#include "example_year.hpp"

namespace langnghe::projections {
namespace {

using namespace domain;
using test::day;
using work::List;
using Ids = std::vector<std::string>;

class Work : public testing::Test {
 protected:
  void raise(const std::string& issue, const std::string& khom = "tan-my") {
    ledger_.act("2021-03-01",
                test::opinion("d-" + khom, "p-" + issue, khom, "2021-03-01", {issue}));
  }
  void classify(const std::string& issue, std::string_view due) {
    ledger_.act("2021-03-02", issue,
                test::classified(IssueType::petition, "ROADS", "2021-03-16", due));
  }
  [[nodiscard]] Ids ids(List list, const work::Query& query) const {
    Ids found;
    const auto lists = work::lists(*ledger_.snapshot(), {list}, query);
    for (const auto& item : lists.at(list).issues) {
      found.push_back(item.issue.value);
    }
    for (const auto& task : lists.at(list).tasks) {
      found.push_back(task.id);
    }
    return found;
  }
  [[nodiscard]] Ids ids(List list) const { return ids(list, {.today = day("2021-03-10")}); }

  test::WardLedger ledger_;
};

TEST_F(Work, CountsAllAndHoldsTheEarliestDueOfThem) {
  raise("i-1");
  for (const auto* issue : {"i-2", "i-3", "i-4", "i-5"}) {
    raise(issue);
  }
  classify("i-2", "2021-04-09");
  classify("i-3", "2021-03-09");
  classify("i-4", "2021-04-02");
  classify("i-5", "2021-04-02");
  const auto first = [&](std::size_t most) {
    return work::lists(*ledger_.snapshot(), {List::to_assign},
                       {.today = day("2021-03-10"), .most = most})
        .at(List::to_assign);
  };
  for (std::size_t most = 0; most < 6; ++most) {
    Ids held;
    for (const auto& item : first(most).issues) {
      held.push_back(item.issue.value);
    }
    const Ids all{"i-3", "i-4", "i-5", "i-2"};
    EXPECT_EQ(held, Ids(all.begin(), all.begin() + static_cast<long>(std::min(most, all.size()))));
    EXPECT_EQ(first(most).count, 4U);
    EXPECT_EQ(first(most).late, 1U);
  }
}

TEST_F(Work, GoesFromListToListAsTheIssueGoes) {
  raise("i-1");
  EXPECT_EQ(ids(List::to_classify), Ids{"i-1"});
  classify("i-1", "2021-04-02");
  EXPECT_EQ(ids(List::to_classify), Ids{});
  EXPECT_EQ(ids(List::to_assign), Ids{"i-1"});
  ledger_.act("2021-03-03", "i-1", test::assigned("u-minh"));
  EXPECT_EQ(ids(List::to_accept), Ids{"i-1"});
  ledger_.act("2021-03-03", "i-1", AssignmentAccepted{});
  EXPECT_EQ(ids(List::to_answer), Ids{"i-1"});
  ledger_.act("2021-03-04", "i-1", test::drafted());
  EXPECT_EQ(ids(List::to_approve), Ids{"i-1"});
  ledger_.act("2021-03-05", "i-1", AnswerSentBack{1, "ghi rõ"});
  EXPECT_EQ(ids(List::to_approve), Ids{});
  EXPECT_EQ(ids(List::draft_sent_back), Ids{"i-1"});
  ledger_.act("2021-03-05", "i-1", test::drafted());
  ledger_.act("2021-03-08", "i-1", AnswerApproved{1, ""});
  EXPECT_EQ(ids(List::to_issue), Ids{"i-1"});
  ledger_.act("2021-03-08", "i-1", test::notice(1, "2021-03-08"));
  EXPECT_EQ(ids(List::to_deliver), Ids{"i-1"});
  ledger_.act("2021-03-09", "i-1", NoticePosted{"văn phòng khóm"});
  EXPECT_EQ(ids(List::to_close), Ids{"i-1"});
  ledger_.act("2021-03-09", "i-1", test::closed());
  EXPECT_TRUE(work::waiting(*ledger_.snapshot()).empty());
  ledger_.act("2021-03-10", "i-1", ReopenRequested{Requester::resident, "chưa xong"});
  EXPECT_EQ(ids(List::reopen_to_decide), Ids{"i-1"});
  ledger_.act("2021-03-10", "i-1", ReopenDeclined{"đã xong", "12/TB"});
  EXPECT_TRUE(work::waiting(*ledger_.snapshot()).empty());
}

TEST_F(Work, OfTheClockFollowsFromTheDay) {
  raise("i-late");
  classify("i-late", "2021-03-09");
  raise("i-soon");
  classify("i-soon", "2021-03-13");
  raise("i-far");
  classify("i-far", "2021-03-14");
  EXPECT_EQ(ids(List::overdue), Ids{"i-late"});
  EXPECT_EQ(ids(List::due_soon), Ids{"i-soon"});
  EXPECT_EQ(ids(List::due_soon, {.today = day("2021-03-10"), .due_within_days = 4}),
            (Ids{"i-soon", "i-far"}));
  EXPECT_EQ(ids(List::silent), Ids{});
  ledger_.act("2021-03-08", "i-far", ProgressNoted{"x", NoteVisibility::public_, {}});
  EXPECT_EQ(ids(List::silent, {.today = day("2021-03-11")}), (Ids{"i-late", "i-soon"}));
  ledger_.act("2021-03-08", "i-soon", ProgressNoted{"x", NoteVisibility::internal, {}});
  EXPECT_EQ(ids(List::silent, {.today = day("2021-03-11")}), (Ids{"i-late", "i-soon"}))
      << "an internal note tells the resident nothing";
}

/// The first reply is owed, whoever has sorted the matter or not.
TEST_F(Work, OfTheClockHoldsAFirstReplyThatNobodyGave) {
  const auto owe = [&](const std::string& issue, std::string_view due) {
    raise(issue);
    ledger_.act("2021-03-01", issue,
                FirstReplyDueSet{"receipt", std::nullopt, {day("2021-02-22"), day(due), 1, 1}});
  };
  owe("i-late", "2021-03-09");
  owe("i-soon", "2021-03-12");
  owe("i-told", "2021-03-09");
  ledger_.act("2021-03-05", "i-told", IssueForwarded{"Điện lực", "15/CV", "sửa", true});
  EXPECT_EQ(ids(List::overdue), Ids{"i-late"});
  EXPECT_EQ(ids(List::due_soon), Ids{"i-soon"});
  const auto snapshot = ledger_.snapshot();
  EXPECT_TRUE(issues::find_one(*snapshot, {"i-late"})->overdue_on(day("2021-03-10")));
  EXPECT_FALSE(issues::find_one(*snapshot, {"i-late"})->overdue_on(day("2021-03-09")));
  const issues::Filter overdue{.overdue = true, .today = day("2021-03-10")};
  const auto page = issues::find(*snapshot, overdue, {.limit = 10});
  ASSERT_EQ(page.rows.size(), 1U);
  EXPECT_EQ(page.rows[0].id.value, "i-late");
  EXPECT_EQ(issues::find(*snapshot, {.open = true}, {.limit = 1}).rows[0].id.value, "i-late");
}

TEST_F(Work, IsLimitedToAnAssigneeAndToKhoms) {
  raise("i-1");
  raise("i-2", "sa-nhien");
  for (const auto* issue : {"i-1", "i-2"}) {
    classify(issue, "2021-04-02");
    ledger_.act("2021-03-03", issue, test::assigned(std::string("u-") + issue));
  }
  const auto today = day("2021-03-10");
  EXPECT_EQ(ids(List::to_accept), (Ids{"i-1", "i-2"}));
  EXPECT_EQ(ids(List::to_accept, {.today = today, .assignee = UserId{"u-i-2"}}), Ids{"i-2"});
  EXPECT_EQ(ids(List::to_accept, {.today = today, .scope = {{"tan-my"}}}), Ids{"i-1"});
}

TEST_F(Work, ShowsWhoHadItHowLongAndHowOftenItCameBack) {
  raise("i-1");
  classify("i-1", "2021-04-02");
  ledger_.act("2021-03-03", "i-1", test::assigned("u-minh"));
  ledger_.act("2021-03-05", "i-1", IssueReturned{ReturnReason::not_my_field, "x", "Đô thị"});
  ledger_.act("2021-03-06", "i-1", test::assigned("u-hoa"));
  ledger_.act("2021-03-07", "i-1", AssignmentAccepted{});
  EXPECT_EQ(ids(List::returned_often), Ids{});
  ledger_.act("2021-03-08", "i-1", IssueReturned{ReturnReason::overloaded, "x", ""});
  EXPECT_EQ(ids(List::returned_often), Ids{"i-1"});
  const auto row = issues::find_one(*ledger_.snapshot(), {"i-1"});
  ASSERT_EQ(row->holdings.size(), 2U);
  EXPECT_EQ(row->holdings[0].from, day("2021-03-03"));
  EXPECT_EQ(row->holdings[0].until, day("2021-03-05"));
  EXPECT_TRUE(row->holdings[0].returned);
  EXPECT_FALSE(row->holdings[0].accepted);
  EXPECT_EQ(row->holdings[1].assignee.value, "u-hoa");
  EXPECT_EQ(row->holdings[1].accepted, day("2021-03-07"));
  EXPECT_EQ(row->state.returns, 2);
  EXPECT_EQ(row->phase_since, day("2021-03-08"));
}

TEST_F(Work, EveryRoleThatWorksHasItsLists) {
  EXPECT_EQ(work::lists_of(Role::clerk).front(), List::to_issue);
  EXPECT_TRUE(work::lists_of(Role::admin).empty());
  for (const auto& [list, name] : EnumText<List>::kNames) {
    bool somebodys = false;
    for (const auto& [role, role_name] : EnumText<Role>::kNames) {
      const auto lists = work::lists_of(role);
      somebodys = somebodys || std::ranges::find(lists, list) != lists.end();
    }
    EXPECT_TRUE(somebodys) << name;
  }
}

TEST_F(Work, PromisesAreFoundByKhomOwnerStatusAndDay) {
  raise("i-1");
  raise("i-2", "sa-nhien");
  ledger_.act("2021-03-01", "i-1", AnsweredOnTheSpot{"sẽ làm", {"o-1"}, true});
  ledger_.act("2021-03-01", "i-1", CommitmentMade{{"c-1"}, "lắp đèn", {"o-1"}, day("2021-03-20")});
  ledger_.act("2021-03-02", "i-2", CommitmentMade{{"c-2"}, "vá đường", {"o-2"}, day("2021-04-10")});
  const auto found = [&](const commitments::Filter& filter) {
    Ids ids;
    const auto page = commitments::find(*ledger_.snapshot(), filter, {}, 10);
    for (const auto& row : page.rows) {
      ids.push_back(row.commitment.id.value);
    }
    return ids;
  };
  EXPECT_EQ(found({}), (Ids{"c-1", "c-2"}));
  EXPECT_EQ(found({.khom = KhomId{"sa-nhien"}}), Ids{"c-2"});
  EXPECT_EQ(found({.owner = OfficialId{"o-1"}}), Ids{"c-1"});
  EXPECT_EQ(found({.overdue = true, .today = day("2021-03-21")}), Ids{"c-1"});
  EXPECT_EQ(found({.due_from = day("2021-03-21"), .due_to = day("2021-04-10")}), Ids{"c-2"});
  ledger_.act("2021-03-15", "i-1",
              CommitmentRevised{{"c-1"}, day("2021-03-20"), day("2021-05-01"), "chờ vật tư"});
  EXPECT_EQ(found({}), (Ids{"c-2", "c-1"}));
  ledger_.act("2021-04-09", "i-2", EvidenceFiled{{"c-2"}, "ảnh", {}});
  EXPECT_EQ(found({.status = Commitment::Status::evidence_filed}), Ids{"c-2"});
  const auto moved =
      commitments::find(*ledger_.snapshot(), {.issue = IssueId{"i-1"}}, {}, 10).rows.at(0);
  EXPECT_EQ(moved.commitment.first_due, day("2021-03-20"));
  EXPECT_EQ(moved.made_on, day("2021-03-01"));
  const auto page = commitments::find(*ledger_.snapshot(), {}, {}, 1);
  EXPECT_EQ(page.total, 2U);
  EXPECT_EQ(commitments::find(*ledger_.snapshot(), {}, page.next, 1).rows.at(0).issue.value, "i-1");
}

TEST_F(Work, ResidentsShowTheirErasureAndTheirIssues) {
  raise("i-1");
  ledger_.act("2021-03-01", test::opinion("d-9", "p-i-1", "tan-my", "2021-03-01", {"i-9"}));
  const auto stream = stream_of(ResidentId{"r-p-i-1"});
  ledger_.act("2021-04-01", {{stream, IdentityWithheld{"yêu cầu"}}});
  EXPECT_EQ(residents::find(*ledger_.snapshot(), {"r-p-i-1"})->state.phase,
            ResidentPhase::withheld);
  EXPECT_EQ(residents::issues_of(*ledger_.snapshot(), {"r-p-i-1"}),
            (std::vector<IssueId>{{"i-1"}, {"i-9"}}));
  ledger_.act(
      "2021-05-01",
      {{stream, KeyDestroyed{ErasureGround::lawful_request, "đơn", "7/QĐ", day("2021-04-30")}}});
  const auto erased = residents::find(*ledger_.snapshot(), {"r-p-i-1"});
  EXPECT_EQ(erased->state.phase, ResidentPhase::erased);
  EXPECT_EQ(erased->state.erasure->decision, "7/QĐ");
  EXPECT_EQ(residents::page(*ledger_.snapshot(), {}, 10).rows.size(), 1U);
}

TEST_F(Work, WhatComesAgainIsCountedByKhomAndField) {
  raise("i-1");
  raise("i-2");
  raise("i-3", "sa-nhien");
  raise("i-4");
  ledger_.act(
      "2021-03-05",
      {{stream_of(IssueId{"i-2"}), IssuesLinked{{"i-1"}, LinkKind::recurring, "cùng chỗ"}},
       {stream_of(IssueId{"i-1"}), IssuesLinked{{"i-2"}, LinkKind::recurring, "cùng chỗ"}}});
  ledger_.act("2021-03-06", "i-4", IssueVoided{"nhập trùng", std::nullopt});
  const auto found = issues::recurrences(*ledger_.snapshot(), day("2021-03-01"), day("2021-03-31"));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].khom.value, "sa-nhien");
  EXPECT_EQ(found[0].recurring, 0);
  EXPECT_EQ(found[1].issues, 2);
  EXPECT_EQ(found[1].recurring, 2);
  EXPECT_EQ(found[1].ids, (std::vector<IssueId>{{"i-1"}, {"i-2"}}));
  EXPECT_TRUE(
      issues::recurrences(*ledger_.snapshot(), day("2021-04-01"), day("2021-04-30")).empty());
}

}  // namespace
}  // namespace langnghe::projections
