// Papers and books over the API. Their parts are stored as they are, so their words are in the
// bytes.
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "api/world.hpp"
#include "bytes/digest.hpp"

namespace langnghe::api::spec {
namespace {

constexpr std::string_view kDocx =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

class Papers : public testing::Test {
 protected:
  Papers() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  [[nodiscard]] static bool says(const Answer& answer, std::string_view words) {
    return answer.response.body.find(words) != std::string::npos;
  }
  [[nodiscard]] std::vector<Json> register_of_2021() {
    return world.get("register/2021", "clerk").body["items"].get<std::vector<Json>>();
  }
  World world;
};

TEST_F(Papers, ANoticeNamesThePersonOnlyForAPurposeAndTheLedgerKeepsIt) {
  EXPECT_EQ(world.get("issues/i-1/papers/notice", "clerk").status(), 404);
  world.answer_i1();
  const auto size = world.size();
  const auto closed = world.get("issues/i-1/papers/notice", "clerk");
  EXPECT_EQ(closed.status(), 200) << closed.response.body;
  EXPECT_EQ(closed.header("Content-Type"), kDocx);
  EXPECT_EQ(closed.header("Content-Disposition"),
            "attachment; filename=\"thong-bao-ket-qua-i-1.docx\"");
  EXPECT_TRUE(says(closed, "Đã thay bóng đèn."));
  EXPECT_TRUE(says(closed, "/TB-UBND"));
  EXPECT_TRUE(says(closed, "được giữ kín"));
  EXPECT_FALSE(says(closed, kName));
  EXPECT_FALSE(says(closed, "DỰ THẢO"));
  EXPECT_EQ(world.size(), size);

  const auto opened = world.open("issues/i-1/papers/notice", "clerk");
  EXPECT_TRUE(says(opened, kName));
  EXPECT_TRUE(says(opened, kAddress));
  EXPECT_FALSE(says(opened, kPhone));
  EXPECT_EQ(opened.header("Cache-Control"), "no-store");
  EXPECT_EQ(world.size(), size + 1);
  EXPECT_EQ(world.open("issues/i-1/papers/notice", "clerk").response.body, opened.response.body);
}

TEST_F(Papers, AnAnswerThatIsNotIssuedIsADraft) {
  world.set_clock("2021-01-20T08:00:00+07:00");
  world.act("issues/i-1/accept", Json::object(), "officer");
  world.act("issues/i-1/draft-answer",
            {{"outcome", "DONE"}, {"text", "Đã thay."}, {"legal_basis", "Quy định"}}, "officer");
  EXPECT_TRUE(says(world.get("issues/i-1/papers/notice", "officer"), "DỰ THẢO"));
}

TEST_F(Papers, TheMinutesHaveWhatWasSaidAndAnswered) {
  const auto closed = world.get("dialogues/d-1/papers/minutes", "cchc");
  EXPECT_EQ(closed.status(), 200) << closed.response.body;
  EXPECT_TRUE(says(closed, "/BB-UBND"));
  EXPECT_TRUE(says(closed, "trả lời tại chỗ: Đã vá hôm qua"));
  EXPECT_FALSE(says(closed, kWords));
  EXPECT_FALSE(says(closed, kName));
  const auto opened = world.open("dialogues/d-1/papers/minutes", "cchc");
  EXPECT_TRUE(says(opened, kWords));
  EXPECT_TRUE(says(opened, kName));
  EXPECT_TRUE(says(opened, "Người dân (không nêu tên)"));
}

TEST_F(Papers, ASlipAndAPostingNameNobodyWhateverIsAsked) {
  world.answer_i1();
  const auto size = world.size();
  for (const auto* paper : {"slip", "posting"}) {
    const auto answer = world.open(std::string("issues/i-1/papers/") + paper, "clerk");
    EXPECT_EQ(answer.status(), 200) << paper;
    EXPECT_FALSE(says(answer, kName)) << paper;
  }
  EXPECT_EQ(world.size(), size);
}

TEST_F(Papers, ASlipHasTheCodeThatItsHolderLooksTheCaseUpWith) {
  const auto code = world.get("issues/i-1", "clerk").body["case_code"].get<std::string>();
  EXPECT_TRUE(says(world.get("issues/i-1/papers/slip", "clerk"), code));
  EXPECT_FALSE(says(world.get("issues/i-1/papers/slip", "officer"), code))
      << "who hands out no slips learns no code";
}

TEST_F(Papers, AnErasedPersonIsSaidToBeErased) {
  world.answer_i1();
  world.act("residents/r-1/destroy-key",
            {{"ground", "lawful_request"},
             {"reason", "Theo yêu cầu"},
             {"decision", "01/QĐ-UBND"},
             {"decided_on", "2021-01-20"}},
            "chair");
  const auto answer = world.open("issues/i-1/papers/notice", "clerk");
  EXPECT_TRUE(says(answer, "khóa mã đã hủy"));
  EXPECT_EQ(answer.header("X-Paper-Same"), "false");
  EXPECT_FALSE(answer.header("X-Paper-Recorded").empty());
  EXPECT_FALSE(says(answer, kName));
}

TEST_F(Papers, TheActThatIssuesAPaperKeepsWhatItWas) {
  world.answer_i1();
  const auto closed = world.get("issues/i-1/papers/notice", "clerk");
  EXPECT_EQ(closed.header("X-Paper-Same"), "true");
  const auto recorded = closed.header("X-Paper-Recorded");
  EXPECT_EQ(recorded, sha256_hex(closed.response.body));
  // The person's own copy is another one, whose hash would confirm a guess.
  const auto opened = world.open("issues/i-1/papers/notice", "clerk");
  EXPECT_EQ(opened.header("X-Paper-Same"), "true");
  EXPECT_NE(sha256_hex(opened.response.body), recorded);
  bool found = false;
  for (const auto& entry : register_of_2021()) {
    for (const auto& paper : entry["papers"]) {
      found |= paper["sha256"] == recorded && paper["kind"] == "notice" &&
               paper["of"] == "issue-i-1" && paper["template_version"] == 0;
    }
  }
  EXPECT_TRUE(found);
}

TEST_F(Papers, AreMadeAgainAsTheyWereIssuedWhateverCameAfterwards) {
  world.answer_i1();
  const auto issued = world.get("issues/i-1/papers/notice", "clerk");
  world.act("issues/i-1/make-commitment",
            {{"owner", "of-chair"}, {"what", "Kiểm tra lại"}, {"due", "2021-03-01"}}, "chair");
  const auto now = world.get("issues/i-1/papers/notice", "clerk");
  EXPECT_EQ(now.header("X-Paper-Same"), "false");
  const auto again =
      world.get("issues/i-1/papers/notice?as_of=" + now.header("X-Paper-Ledger-Size"), "clerk");
  EXPECT_EQ(again.header("X-Paper-Same"), "true");
  EXPECT_EQ(again.response.body, issued.response.body);
}

// Each moment is held to the paper that was recorded of it, not to a later one.
TEST_F(Papers, AreHeldToWhatWasRecordedOfTheirMoment) {
  world.answer_i1();
  const auto issued = world.get("issues/i-1/papers/notice", "clerk");
  world.act("issues/i-1/make-commitment",
            {{"owner", "of-chair"}, {"what", "Kiểm tra lại"}, {"due", "2021-03-01"}}, "chair");
  EXPECT_EQ(world.get("issues/i-1/papers/notice", "clerk").header("X-Paper-Same"), "false");
  world.post("register/2021/record-paper", {{"kind", "notice"}, {"of", "issue-i-1"}}, "clerk");
  const auto now = world.get("issues/i-1/papers/notice", "clerk");
  EXPECT_EQ(now.header("X-Paper-Same"), "true");
  EXPECT_EQ(now.header("X-Paper-Recorded"), sha256_hex(now.response.body));
  const auto then =
      world.get("issues/i-1/papers/notice?as_of=" + issued.header("X-Paper-Ledger-Size"), "clerk");
  EXPECT_EQ(then.header("X-Paper-Recorded"), issued.header("X-Paper-Recorded"));
  EXPECT_EQ(then.header("X-Paper-Same"), "true");
}

// The minutes tell when and by whom the dialogue was held.
TEST_F(Papers, AnInvitationStaysAsItWasAnnounced) {
  world.post("dialogues",
             {{"dialogue", "d-2"},
              {"khom", "tan-my"},
              {"date", "2021-02-10"},
              {"start", "08:00"},
              {"venue", {{"kind", "khom_office"}, {"place", "Văn phòng khóm"}}},
              {"format", "dialogue"},
              {"chair", "of-chair"}},
             "cchc");
  world.act("dialogues/d-2/announce", {{"document", "08/GM-UBND"}, {"channels", {"Loa"}}}, "cchc");
  const auto announced = world.get("dialogues/d-2/papers/invitation", "clerk");
  EXPECT_EQ(announced.header("X-Paper-Same"), "true") << announced.response.body;
  world.set_clock("2021-02-10T08:20:00+07:00");
  world.act("dialogues/d-2/open", {{"start", "08:15"}, {"chaired_by", "of-clerk"}}, "cchc");
  const auto opened = world.get("dialogues/d-2/papers/invitation", "clerk");
  EXPECT_EQ(opened.header("X-Paper-Same"), "true");
  EXPECT_TRUE(says(opened, "08 giờ 00"));
  EXPECT_TRUE(says(world.get("dialogues/d-2/papers/minutes", "clerk"), "08 giờ 15"));
}

TEST_F(Papers, ASupplementSaysInWordsWhatChanged) {
  world.set_clock("2021-04-02T08:00:00+07:00");
  world.act("reports/calendar/2021-Q1/freeze", Json::object(), "cchc");
  world.act("reports/calendar/2021-Q1/draft", {{"narrative", "Quý I"}}, "cchc");
  world.act("reports/calendar/2021-Q1/sign", {{"signer", "of-chair"}, {"capacity", "TM"}}, "chair");
  world.act("issues/i-1/void", {{"reason", "Nhập nhầm"}, {"happened", "2021-03-01"}}, "chair");
  world.act("reports/calendar/2021-Q1/supplement", {{"reason", "Nhập muộn"}}, "cchc");
  const auto paper = world.get("reports/calendar/2021-Q1/papers/supplement");
  ASSERT_EQ(paper.status(), 200) << paper.response.body;
  for (const auto* words : {"Toàn phường: Nhập nhầm, đã hủy", "Toàn phường: Chuyển kỳ sau",
                            "Khóm Tân Mỹ", "Giao thông"}) {
    EXPECT_TRUE(says(paper, words)) << words;
  }
  for (const auto* raw : {"balance.", "carried_out", "{&quot;", "null"}) {
    EXPECT_FALSE(says(paper, raw)) << raw;
  }
}

TEST_F(Papers, ArePutInTheRegisterByHandOnlyWhereTheyAreIssuedAndNew) {
  const Json plan{{"kind", "plan"}, {"of", "plan-2021"}};
  EXPECT_EQ(world.post("register/2021/record-paper", plan, "clerk").code(), "paper_unchanged");
  const Json notice{{"kind", "notice"}, {"of", "issue-i-1"}};
  EXPECT_EQ(world.post("register/2021/record-paper", notice, "clerk").status(), 404);
  EXPECT_EQ(world.post("register/2020/record-paper", plan, "clerk").code(), "unknown_document");
  EXPECT_EQ(world.post("register/2021/record-paper", plan, "officer").code(), "role_not_permitted");
}

TEST_F(Papers, TheSignedFileComesBackWithItsSignerAndTime) {
  world.answer_i1();
  std::string symbol;
  for (const auto& entry : register_of_2021()) {
    symbol = entry["taken_by"] == "issue-i-1" ? entry["symbol"].get<std::string>() : symbol;
  }
  const auto stored =
      world.upload("attachments?resident=r-1", "%PDF-1.7 signed", "application/pdf", "clerk");
  ASSERT_EQ(stored.status(), 201) << stored.response.body;
  const auto hash = stored.body["attachment"].get<std::string>();
  const Json signed_file{{"symbol", symbol},
                         {"files", Json::array({{{"hash", hash}}})},
                         {"signer", "of-chair"},
                         {"signed_on", "2021-01-20"},
                         {"signed_at", "08:15"}};
  const auto done = world.post("register/2021/record-signed-file", signed_file, "clerk");
  EXPECT_LT(done.status(), 300) << done.response.body;
  EXPECT_EQ(world.post("register/2021/record-signed-file", signed_file, "clerk").code(),
            "duplicate_id");
  for (const auto& entry : register_of_2021()) {
    if (entry["symbol"] == symbol) {
      ASSERT_EQ(entry["signed_files"].size(), 1u);
      EXPECT_EQ(entry["signed_files"][0]["files"][0]["hash"], hash);
      EXPECT_EQ(entry["signed_files"][0]["signed_at"], "08:15");
    }
  }
  const auto picture = world.stored_picture();
  auto of_a_picture = signed_file;
  of_a_picture["files"][0]["hash"] = picture;
  EXPECT_EQ(world.post("register/2021/record-signed-file", of_a_picture, "clerk").code(),
            "value_not_valid");
}

constexpr std::string_view kNoticeTemplate = "paper-templates/notice";

TEST_F(Papers, AWardsOwnTemplateIsTriedAndThenUsedFromItsDay) {
  world.answer_i1();
  const auto shipped = world.get(kNoticeTemplate, "clerk");
  ASSERT_EQ(shipped.status(), 200);
  EXPECT_EQ(shipped.header("X-Template-Version"), "0");
  const auto stored = world.upload("attachments", shipped.response.body, kDocx, "clerk");
  ASSERT_EQ(stored.status(), 201) << stored.response.body;
  const auto hash = stored.body["attachment"].get<std::string>();
  const auto preview =
      world.get(std::string(kNoticeTemplate) + "/preview?format=html&file=" + hash, "clerk");
  ASSERT_EQ(preview.status(), 200) << preview.response.body;
  EXPECT_TRUE(says(preview, "Trần Thị Mẫu"));
  const Json adopted{{"type", "TB"},
                     {"kind", "notice"},
                     {"files", Json::array({{{"hash", hash}}})},
                     {"valid_from", "2021-01-20"},
                     {"basis", "QĐ 05/QĐ-UBND"}};
  world.act("ward/adopt-template", adopted, "clerk");
  EXPECT_EQ(world.get(kNoticeTemplate, "clerk").header("X-Template-Version"), "1");
  const auto notice = world.get("issues/i-1/papers/notice", "clerk");
  EXPECT_EQ(notice.header("X-Paper-Same"), "true");
  EXPECT_EQ(world.get("paper-templates/nothing", "clerk").status(), 404);
}

TEST_F(Papers, ATemplateThatIsNoneIsRefusedByName) {
  const auto adopt = [&](const std::string& hash, std::string_view kind) {
    return world
        .post("ward/adopt-template",
              {{"type", "TB"},
               {"kind", kind},
               {"files", Json::array({{{"hash", hash}}})},
               {"valid_from", "2021-01-20"},
               {"basis", "QĐ 05/QĐ-UBND"}},
              "clerk", {{"if-match", world.version_tag("ward")}})
        .body;
  };
  const auto stored = [&](std::string bytes, std::string_view type) {
    return world.upload("attachments", std::move(bytes), type, "clerk")
        .body["attachment"]
        .get<std::string>();
  };
  const std::string cut = "PK\x03\x04" + std::string(26, 'x') + "[Content_Types].xml";
  EXPECT_EQ(adopt(stored(cut, kDocx), "notice")["code"], "template_not_a_document");
  // The template of another paper has tags of its own.
  const auto minutes = world.get("paper-templates/minutes", "clerk").response.body;
  const auto of_minutes = adopt(stored(minutes, kDocx), "notice");
  EXPECT_EQ(of_minutes["code"], "template_unknown_tag");
  EXPECT_NE(of_minutes["detail"].get<std::string>().find("bat_dau"), std::string::npos)
      << of_minutes;
  const auto slip = world.get("paper-templates/refusal", "clerk").response.body;
  EXPECT_EQ(adopt(stored(slip, kDocx), "extension")["code"], "template_unknown_tag");
  EXPECT_EQ(adopt(std::string(64, 'a'), "notice")["code"], "attachment_unknown");
}

TEST_F(Papers, RecipientsAreTheWardsFromTheirDay) {
  world.answer_i1();
  const auto before = world.get("issues/i-1/papers/notice", "clerk");
  EXPECT_TRUE(says(before, "- Trưởng khóm;"));
  world.act("ward/adopt-recipients",
            {{"kind", "notice"},
             {"recipients", {"Hội đồng nhân dân phường", "Lưu: VT"}},
             {"valid_from", "2021-01-20"},
             {"basis", "Quy chế văn thư"}},
            "clerk");
  const auto now = world.get("issues/i-1/papers/notice", "clerk");
  EXPECT_TRUE(says(now, "- Hội đồng nhân dân phường;"));
  EXPECT_FALSE(says(now, "- Trưởng khóm;"));
  EXPECT_EQ(now.header("X-Paper-Same"), "false");
}

TEST_F(Papers, OfTheWayOfAMatterAreMadeWhereThereIsSomethingToSay) {
  for (const auto* none : {"correction", "refusal", "reminder", "receipt", "delivery"}) {
    EXPECT_EQ(world.get(std::string("issues/i-1/papers/") + none, "clerk").status(), 404) << none;
  }
  world.answer_i1();
  const auto delivery = world.get("issues/i-1/papers/delivery", "clerk");
  EXPECT_TRUE(says(delivery, "giao tận tay"));
  world.act("issues/i-1/correct-notice",
            {{"document", "45/UBND-VP"}, {"reason", "sai ngày"}, {"signer", "of-chair"}}, "clerk");
  const auto correction = world.get("issues/i-1/papers/correction", "clerk");
  EXPECT_TRUE(says(correction, "sai ngày"));
  EXPECT_TRUE(says(correction, "45/UBND-VP"));
  EXPECT_EQ(correction.header("X-Paper-Same"), "true");
  EXPECT_TRUE(says(world.get("dialogues/d-1/papers/poster", "head"), "MỜI NHÂN DÂN DỰ ĐỐI THOẠI"));
  EXPECT_TRUE(says(world.get("dialogues/d-1/papers/programme", "clerk"), "08 giờ 00 phút"));
  EXPECT_EQ(world.get("plans/2021/papers/decision").status(), 404);
  EXPECT_EQ(world.get("reports/calendar/2021-Q1/papers/supplement").status(), 404);
}

TEST_F(Papers, ACaseFileHasEverythingOfOneMatter) {
  world.answer_i1();
  const auto closed = world.get("issues/i-1/case-file", "clerk");
  ASSERT_EQ(closed.status(), 200) << closed.response.body;
  EXPECT_TRUE(closed.header("Content-Type").starts_with("text/html"));
  EXPECT_TRUE(says(closed, "Đèn đường hẻm 12"));
  EXPECT_TRUE(says(closed, "Ban hành thông báo"));
  EXPECT_TRUE(says(closed, "Đã thay bóng đèn."));
  EXPECT_FALSE(says(closed, kName));
  EXPECT_TRUE(says(world.open("issues/i-1/case-file", "clerk"), kName));
  const auto zip = world.get("issues/i-1/case-file?format=zip", "clerk");
  EXPECT_EQ(zip.header("Content-Type"), "application/zip");
  for (const auto* part : {"ho-so.html", "giay-to/thong-bao-ket-qua.docx", "ban-ghi/"}) {
    EXPECT_TRUE(says(zip, part)) << part;
  }
  EXPECT_EQ(world.get("issues/i-none/case-file", "clerk").status(), 404);
}

// For whom the file is opened makes no difference to what hangs on a wall.
TEST_F(Papers, AnOpenedCaseFileNamesNobodyInThePapersForAll) {
  world.answer_i1();
  std::vector<std::string> for_all;
  for (const auto* paper : {"slip", "posting", "delivery"}) {
    for_all.push_back(world.get(std::string("issues/i-1/papers/") + paper, "clerk").response.body);
  }
  const auto zip = world.get("issues/i-1/case-file?format=zip&" + std::string(kPurpose), "clerk");
  EXPECT_TRUE(says(zip, kName));
  for (const auto& paper : for_all) {
    EXPECT_TRUE(paper.starts_with("PK"));
    EXPECT_TRUE(says(zip, paper));
  }
}

TEST_F(Papers, AreShownAsAPageToo) {
  const auto asked = world.get("plans/2021/papers/plan?format=html");
  EXPECT_TRUE(asked.header("Content-Type").starts_with("text/html"));
  EXPECT_TRUE(says(asked, "Kế hoạch đối thoại 2021"));
  const auto preferred =
      world.get("plans/2021/papers/plan", "cchc", {{"accept", "text/html,*/*;q=0.8"}});
  EXPECT_EQ(preferred.response.body, asked.response.body);
  EXPECT_EQ(world.get("plans/2021/papers/plan?format=odt").status(), 400);
}

TEST_F(Papers, WithoutLibreOfficeSayThatItIsMissing) {
  const auto answer = world.get("plans/2021/papers/plan?format=pdf");
  EXPECT_EQ(answer.status(), 503);
  EXPECT_EQ(answer.code(), "pdf_not_installed");
}

TEST_F(Papers, OfADialogueAndAnIssueAreMadeWhereThereIsSomethingToSay) {
  EXPECT_EQ(world.get("dialogues/d-1/papers/invitation", "clerk").status(), 200);
  EXPECT_EQ(world.get("dialogues/d-1/papers/conclusion", "clerk").status(), 404);
  EXPECT_EQ(world.get("issues/i-1/papers/extension", "clerk").status(), 404);
  EXPECT_EQ(world.get("issues/i-1/papers/forwarding", "clerk").status(), 404);
  EXPECT_EQ(world.get("issues/i-none/papers/slip", "clerk").status(), 404);
}

/// Of each figure: its line in the annex as CSV.
TEST_F(Papers, TheFiguresOfTheReportArePrintedAsTheyAreFrozen) {
  const auto report = world.get("reports/calendar/2021-Q1");
  const auto book = world.get("books/figures/calendar/2021-Q1?format=csv").response.body;
  const auto paper = world.get("reports/calendar/2021-Q1/papers/report");
  ASSERT_EQ(paper.status(), 200) << paper.response.body;
  int compared = 0;
  for (const auto& figure : report.body["figures"]) {
    const auto id = figure["id"].get<std::string>();
    const auto at = book.find(',' + id + ',');
    ASSERT_NE(at, std::string::npos) << id;
    const auto line = book.substr(at, book.find("\r\n", at) - at);
    const bool has_of = figure.contains("of") && !figure["of"].is_null();
    const auto of = has_of ? std::to_string(figure["of"].get<int>()) : std::string();
    if (!has_of || of != "0") {
      const auto value = std::to_string(figure["value"].get<int>());
      EXPECT_TRUE(line.ends_with(',' + value + ',' + of)) << line;
    }
    ++compared;
  }
  EXPECT_GT(compared, 50);
  EXPECT_TRUE(says(paper, "quý I năm 2021"));
}

TEST_F(Papers, BooksAreTablesOfWhatTheReaderSees) {
  const auto book = world.get("books/issues", "head");
  EXPECT_EQ(book.status(), 200);
  EXPECT_TRUE(book.response.body.starts_with("PK"));
  const auto text = world.get("books/issues?format=csv&open=true", "head");
  EXPECT_TRUE(says(text, "Đèn đường hẻm 12"));
  EXPECT_FALSE(says(text, "Âm lượng loa"));
  EXPECT_TRUE(says(world.get("books/register/2021?format=csv"), "/BB-UBND"));
  EXPECT_TRUE(says(world.get("books/coverage/2021?format=csv"), "Tân Mỹ,1,1,1"));
  EXPECT_EQ(world.get("books/commitments?format=csv").status(), 200);
  const auto attendance = world.get("books/attendance/2021?format=csv", "head");
  EXPECT_TRUE(says(attendance, "2021-01-14,08 giờ 00 phút,Tân Mỹ,Cán bộ of-chair,21"))
      << attendance.response.body;
}

TEST_F(Papers, TheBookOfReceptionsNamesPeopleForAPurpose) {
  const auto size = world.size();
  const auto closed = world.get("books/reception?format=csv", "clerk");
  EXPECT_TRUE(says(closed, "(giữ kín)"));
  EXPECT_FALSE(says(closed, kName));
  EXPECT_EQ(world.size(), size);
  const auto opened = world.get("books/reception?format=csv&" + std::string(kPurpose), "clerk");
  EXPECT_TRUE(says(opened, kName));
  EXPECT_GT(world.size(), size);
  EXPECT_EQ(world.get("books/reception?from=2021-02-01&to=2021-01-01", "clerk").status(), 400);
}

}  // namespace
}  // namespace langnghe::api::spec
