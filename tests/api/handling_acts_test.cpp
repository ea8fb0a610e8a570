#include <algorithm>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class HandlingActs : public testing::Test {
 protected:
  HandlingActs() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  [[nodiscard]] Json issue() { return world.get("issues/i-1").body; }
  World world;
};

TEST_F(HandlingActs, AnIssueGivenBackShowsHowOftenAndHowLongItWasHeld) {
  world.act("issues/i-1/return", {{"reason", "not_my_field"}, {"proposed_unit", "Bộ phận Văn hóa"}},
            "officer");
  EXPECT_EQ(issue()["phase"], "returned");
  EXPECT_EQ(issue()["returns"], 1);
  EXPECT_EQ(issue()["holdings"][0]["assignee"], "officer");
  EXPECT_EQ(issue()["holdings"][0]["returned"], true);
  const auto lists = world.get("work?list=to_assign").body["lists"];
  ASSERT_EQ(lists.size(), 1u);
  EXPECT_EQ(lists[0]["items"][0]["issue"], "i-1");
}

TEST_F(HandlingActs, AnActDatedBeforeTheOneItRestsOnNamesThatAct) {
  world.set_clock("2021-01-20T08:00:00+07:00");
  world.act("issues/i-1/accept", Json::object(), "officer");
  world.act("issues/i-1/draft-answer",
            {{"outcome", "DONE"}, {"text", "Đã thay bóng."}, {"legal_basis", "Quy định"}},
            "officer");
  const auto refused = world.post("issues/i-1/approve-answer", {{"happened", "2021-01-19"}},
                                  "chair", {{"if-match", world.version_tag("issue-i-1")}});
  EXPECT_EQ(refused.status(), 422);
  EXPECT_EQ(refused.code(), "happened_before_start");
  const auto detail = refused.body["detail"].get<std::string>();
  EXPECT_NE(detail.find("2021-01-20"), std::string::npos) << detail;
  EXPECT_EQ(detail.find("draft-answer"), std::string::npos) << "said in words: " << detail;
  world.act("issues/i-1/approve-answer", {{"happened", "2021-01-20"}}, "chair");
}

TEST_F(HandlingActs, WhatIsMissingIsAskedForAndComes) {
  world.act("issues/i-1/request-information", {{"from", "Điện lực"}, {"what", "Lịch thay trụ"}},
            "officer");
  EXPECT_EQ(issue()["information_requests"], 1);
  world.act("issues/i-1/receive-information",
            {{"what", "Tháng 3"}, {"files", {{{"hash", world.stored_picture()}}}}}, "officer");
  EXPECT_EQ(issue()["information_requests"], 0);
}

TEST_F(HandlingActs, APauseIsShownDayByDayAndMovesTheDate) {
  const auto due = issue()["effective_due"];
  const Json pause{
      {"ground", "external_opinion"}, {"until", "2021-01-22"}, {"reason", "Chờ Điện lực"}};
  auto too_long = pause;
  too_long["until"] = "2021-12-31";
  EXPECT_EQ(world.refusal("issues/i-1/resume-clock", Json::object(), "chair"), "clock_not_paused");
  EXPECT_EQ(world.refusal("issues/i-1/pause-clock", too_long, "chair"), "pause_too_long");
  world.act("issues/i-1/pause-clock", pause, "chair");
  EXPECT_EQ(world.refusal("issues/i-1/pause-clock", pause, "chair"), "clock_already_paused");
  EXPECT_EQ(issue()["paused_until"], "2021-01-22");
  const auto deadline = world.get("issues/i-1/deadline").body;
  EXPECT_EQ(deadline["matches"], true) << deadline;
  EXPECT_EQ(deadline["resolution"]["original_due"], due);
  EXPECT_EQ(deadline["resolution"]["paused_until"], "2021-01-22");
  const auto& days = deadline["resolution"]["clock"]["days"];
  EXPECT_TRUE(
      std::ranges::any_of(days, [](const Json& day) { return day["verdict"] == "paused"; }));
  EXPECT_EQ(deadline["resolution"]["steps"][1]["kind"], "paused");
  EXPECT_EQ(deadline["resolution"]["steps"][1]["previous_due"], due);
  world.set_clock("2021-01-18T08:00:00+07:00");
  world.act("issues/i-1/resume-clock", Json::object(), "chair");
  EXPECT_TRUE(issue()["paused_until"].is_null());
  const auto after = world.get("issues/i-1/deadline").body;
  EXPECT_EQ(after["matches"], true) << after;
  EXPECT_EQ(after["resolution"]["steps"][2]["kind"], "resumed");
}

TEST_F(HandlingActs, AnInstructionWithAnOwnerAndADayIsAPromise) {
  world.act("issues/i-1/escalate", {{"level", 2}, {"reason", "Chậm"}}, "supervisor");
  EXPECT_EQ(issue()["escalation"], 2);
  const auto beyond = world.post("issues/i-1/escalate", {{"level", 9}, {"reason", "x"}}, "cchc",
                                 {{"if-match", world.version_tag("issue-i-1")}});
  EXPECT_EQ(beyond.body["errors"][0]["code"], "out_of_range");
  world.act("issues/i-1/instruct",
            {{"text", "Vá trước Tết"}, {"due", "2021-02-09"}, {"owner", "of-chair"}}, "chair");
  const auto commitments = issue()["commitments"];
  ASSERT_EQ(commitments.size(), 1u);
  EXPECT_EQ(commitments[0]["owner"], "of-chair");
  EXPECT_EQ(commitments[0]["due"], "2021-02-09");
  EXPECT_FALSE(commitments[0]["id"].get<std::string>().empty());
}

TEST_F(HandlingActs, APromiseIsKeptWhenTheKhomHasSeenIt) {
  world.act(
      "issues/i-1/make-commitment",
      {{"commitment", "c-1"}, {"what", "Hai đèn"}, {"owner", "of-clerk"}, {"due", "2021-03-31"}},
      "chair");
  world.act("issues/i-1/revise-commitment",
            {{"commitment", "c-1"}, {"due", "2021-04-30"}, {"reason", "Thiếu đèn"}}, "chair");
  world.act("issues/i-1/file-evidence", {{"commitment", "c-1"}, {"text", "Đã lắp"}}, "officer");
  EXPECT_EQ(
      world.refusal("issues/i-1/verify-commitment", {{"commitment", "c-9"}, {"seen", "x"}}, "head"),
      "unknown_commitment");
  world.act("issues/i-1/dispute-commitment", {{"commitment", "c-1"}, {"reason", "Mới một đèn"}},
            "head");
  world.act("issues/i-1/file-evidence", {{"commitment", "c-1"}, {"text", "Đã lắp đủ"}}, "officer");
  world.act("issues/i-1/verify-commitment", {{"commitment", "c-1"}, {"seen", "Hai đèn sáng"}},
            "supervisor");
  const auto list = world.get("commitments?status=verified").body;
  ASSERT_EQ(list["total"], 1);
  EXPECT_EQ(list["items"][0]["first_due"], "2021-03-31");
  EXPECT_EQ(list["items"][0]["due"], "2021-04-30");
  EXPECT_EQ(list["items"][0]["issue"], "i-1");
  EXPECT_EQ(
      world.refusal("issues/i-1/file-evidence", {{"commitment", "c-1"}, {"text", "x"}}, "officer"),
      "commitment_settled");
  EXPECT_EQ(world.get("commitments?status=broken").body["errors"][0]["code"], "not_a_choice");
}

TEST_F(HandlingActs, WhatTheOtherBodySendsBackIsTheWardsAgain) {
  world.act("issues/i-1/forward",
            {{"body", "UBND thành phố"}, {"document", "PC 01"}, {"asked", "Xem xét"}}, "chair");
  world.act("issues/i-1/bounce-forward", {{"document", "CV 77"}, {"reason", "Của phường"}}, "cchc");
  EXPECT_EQ(issue()["bounces"], 1);
  EXPECT_EQ(world.get("issues/i-1/deadline").body["matches"], true);
}

TEST_F(HandlingActs, ARefusalHasAGroundOfTheLawAndANumber) {
  world.act("issues/i-2/contest", {{"reason", "Chưa vá"}}, "cchc");
  world.act("issues/i-2/classify",
            {{"type", "PETITION"}, {"field", "ROADS"}, {"complexity", "simple"}, {"group", true}},
            "cchc");
  const auto not_ours =
      world.post("issues/i-2/refuse-handling",
                 {{"ground", "not_ours"}, {"reason", "x"}, {"signer", "of-chair"}}, "chair",
                 {{"if-match", world.version_tag("issue-i-2")}});
  EXPECT_EQ(not_ours.body["errors"][0]["code"], "not_a_choice");
  world.act("issues/i-2/refuse-handling",
            {{"ground", "already_finally_settled"},
             {"reason", "Đã có quyết định"},
             {"signer", "of-chair"}},
            "chair");
  const auto refused = world.get("issues/i-2").body;
  EXPECT_EQ(refused["phase"], "refused");
  EXPECT_EQ(refused["refusal"]["ground"], "already_finally_settled");
  EXPECT_EQ(refused["classification"]["group"], true);
}

class NoticeActs : public HandlingActs {
 protected:
  NoticeActs() {
    world.set_clock("2021-01-20T08:00:00+07:00");
    world.act("issues/i-1/accept", Json::object(), "officer");
    world.act("issues/i-1/draft-answer",
              {{"outcome", "DONE"}, {"text", "Xong"}, {"legal_basis", "Quy định mẫu"}}, "officer");
    world.act("issues/i-1/approve-answer", Json::object(), "chair");
    world.act("issues/i-1/issue-notice", {{"signer", "of-chair"}, {"capacity", "TM"}}, "clerk");
  }
};

TEST_F(NoticeActs, AWrongNoticeIsReplacedByANewNumber) {
  const auto first = issue()["notice"]["number"].get<int>();
  world.act("issues/i-1/record-delivery-failure",
            {{"method", "post"}, {"reason", "Không có người nhận"}}, "clerk");
  EXPECT_EQ(issue()["delivery_failures"], 1);
  world.act("issues/i-1/replace-notice",
            {{"signer", "of-chair"},
             {"capacity", "TM"},
             {"text", "Đã thay hai bóng"},
             {"reason", "Sai số bóng"}},
            "chair");
  EXPECT_GT(issue()["notice"]["number"].get<int>(), first);
  world.act("issues/i-1/post-notice", {{"place", "Văn phòng khóm"}}, "clerk");
  world.act("issues/i-1/correct-notice", {{"document", "CV 05"}, {"reason", "Lỗi chính tả"}},
            "clerk");
  EXPECT_EQ(issue()["phase"], "notice_posted");
  EXPECT_EQ(issue()["delivered_on"], "2021-01-20");
}

TEST_F(NoticeActs, ARecalledNoticeOpensTheMatterOnItsOldClock) {
  const auto due = issue()["effective_due"];
  world.act("issues/i-1/recall-notice", {{"reason", "Căn cứ hết hiệu lực"}}, "chair");
  EXPECT_EQ(issue()["phase"], "in_progress");
  EXPECT_EQ(issue()["effective_due"], due);
  EXPECT_TRUE(issue()["notice"].is_null());
}

TEST_F(NoticeActs, AReopeningIsRequestedAndDeclinedInWriting) {
  world.act("issues/i-1/record-delivery", {{"method", "in_person"}}, "clerk");
  world.act("issues/i-1/close", Json::object(), "cchc");
  EXPECT_EQ(
      world.refusal("issues/i-1/decline-reopen", {{"reason", "x"}, {"document", "y"}}, "chair"),
      "act_not_allowed_in_state");
  world.act("issues/i-1/request-reopen", {{"requester", "resident"}, {"reason", "Lại hư"}}, "head");
  EXPECT_EQ(issue()["reopen_request"]["requester"], "resident");
  EXPECT_EQ(issue()["reopen_requested"], true);
  world.act("issues/i-1/decline-reopen", {{"reason", "Việc khác"}, {"document", "31/UBND"}},
            "chair");
  EXPECT_TRUE(issue()["reopen_request"].is_null());
  EXPECT_EQ(issue()["phase"], "closed");
}

}  // namespace
}  // namespace langnghe::api::spec
