#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <papers/documents.hpp>
#include <papers/figure_names.hpp>
#include <papers/kinds.hpp>
#include <papers/preview.hpp>

#include "hostile_texts.hpp"
#include "small_template.hpp"

namespace langnghe::papers::spec {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

domain::Date on(int y, unsigned m, unsigned d) {
  return {year{y}, month{m}, day{d}};
}

TEST(Kinds, EveryShippedTemplateTakesItsSampleTwiceWithTheSameBytes) {
  for (const auto& kind : kinds()) {
    const auto sample = sample_of(kind.kind);
    const auto paper = make(kind.kind, sample);
    ASSERT_TRUE(paper.has_value()) << kind.name << ": " << paper.error().where;
    EXPECT_EQ(*paper, *make(kind.kind, sample)) << kind.name;
    EXPECT_EQ(body_of(*paper).find("w:sdt"), std::string::npos) << kind.name;
    const auto shipped = shipped_template(kind.kind);
    EXPECT_TRUE(check_template(shipped, sample, shipped).has_value()) << kind.name;
  }
}

TEST(Kinds, HostileTextsBreakNoPaper) {
  int tried = 0;
  for (const auto& words : hostile_texts()) {
    for (const auto& kind : kinds()) {
      auto content = sample_of(kind.kind);
      replace_texts(content, words);
      const auto paper = make(kind.kind, content);
      ASSERT_TRUE(paper.has_value()) << kind.name;
      EXPECT_TRUE(preview(*paper, "x").has_value()) << kind.name << ": " << words;
      ++tried;
    }
  }
  EXPECT_GE(tried, 200);
}

TEST(Kinds, ADraftBearsItsMarkAndAnIssuedPaperDoesNot) {
  auto content = sample_of(Kind::notice);
  content.texts["du_thao"] = "DỰ THẢO";
  const auto draft = make(Kind::notice, content);
  EXPECT_NE(body_of(*draft).find("DỰ THẢO"), std::string::npos);
  EXPECT_NE(part_of(*draft, "word/header1.xml").find("DỰ THẢO"), std::string::npos);
  content.texts["du_thao"] = "";
  const auto issued = make(Kind::notice, content);
  EXPECT_EQ(body_of(*issued).find("DỰ THẢO"), std::string::npos);
  EXPECT_EQ(part_of(*issued, "word/header1.xml").find("DỰ THẢO"), std::string::npos);
}

/// The text of a name, of a notice with that head.
std::string told(const Head& head, const std::string& name) {
  NoticeOfResult notice;
  notice.head = head;
  notice.matter.received = on(2021, 1, 14);
  return content_of(notice).texts.at(name);
}

TEST(Wording, DatesAndNumbersAreThoseOfDecree30) {
  Head head{"ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG", "UBND", "Tân Quy Đông", "", {}, {}, {}, false};
  head.date = on(2021, 1, 5);
  EXPECT_EQ(told(head, "dia_danh_ngay"), "Tân Quy Đông, ngày 05 tháng 01 năm 2021");
  head.date = on(2021, 6, 29);
  EXPECT_EQ(told(head, "dia_danh_ngay"), "Tân Quy Đông, ngày 29 tháng 6 năm 2021");
  head.date = on(2021, 12, 1);
  EXPECT_EQ(told(head, "dia_danh_ngay"), "Tân Quy Đông, ngày 01 tháng 12 năm 2021");
  EXPECT_EQ(told(head, "co_quan"), "ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN QUY ĐÔNG");
  EXPECT_EQ(told(head, "ten_co_quan"), "Ủy ban nhân dân phường Tân Quy Đông");
  EXPECT_EQ(told(head, "so_ky_hieu"), "      /TB-UBND");
  head.symbol = "07/TB-UBND";
  EXPECT_EQ(told(head, "so_ky_hieu"), "07/TB-UBND");
}

TEST(Wording, WhoSignsDoesSoInTheirCapacity) {
  using enum domain::SigningCapacity;
  Head head;
  head.today = on(2021, 1, 5);
  head.signer = Signer{"A", tm, "Chủ tịch Ủy ban nhân dân phường"};
  EXPECT_EQ(told(head, "ky"), "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH");
  head.signer = Signer{"A", kt, "Phó Chủ tịch UBND phường"};
  EXPECT_EQ(told(head, "ky"), "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
  head.signer = Signer{"A", tl, "Công chức Văn phòng - Thống kê"};
  EXPECT_EQ(told(head, "ky"), "TL. CHỦ TỊCH\nCÔNG CHỨC VĂN PHÒNG - THỐNG KÊ");
  head.signer = Signer{"A", tuq, "Trưởng phòng"};
  EXPECT_EQ(told(head, "ky"), "TUQ. CHỦ TỊCH\nTRƯỞNG PHÒNG");
}

TEST(Wording, AChairOfTheTwoLevelGovernmentSignsForTheBodyAlone) {
  using enum domain::SigningCapacity;
  Head head;
  head.issuer = "ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC";
  head.place = "Sa Đéc";
  head.date = on(2025, 7, 1);
  head.signer = Signer{"A", tm, "Chủ tịch Ủy ban nhân dân"};
  EXPECT_EQ(told(head, "ky"), "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH");
  EXPECT_EQ(told(head, "co_quan"), "ỦY BAN NHÂN DÂN\nPHƯỜNG SA ĐÉC");
  EXPECT_EQ(told(head, "dia_danh_ngay"), "Sa Đéc, ngày 01 tháng 7 năm 2025");
  head.signer = Signer{"A", own, "Chủ tịch"};
  EXPECT_EQ(told(head, "ky"), "CHỦ TỊCH");
}

TEST(Wording, RecipientsAreThoseOfThePaperUnlessTheWardHasItsOwn) {
  Head head;
  head.date = on(2021, 1, 29);
  EXPECT_EQ(told(head, "noi_nhan"), "- Người có ý kiến;\n- Trưởng khóm;\n- Lưu: VT, hồ sơ.");
  head.recipients = {"Như trên", "Lưu: VT, CCHC"};
  EXPECT_EQ(told(head, "noi_nhan"), "- Như trên;\n- Lưu: VT, CCHC.");
}

/// A report to the body above names it first, and "Như trên" stands first among the recipients; a
/// plan and a notice name no addressee (Decree 30/2020, Annex III).
TEST(Wording, OnlyAReportIsAddressed) {
  ReportPaper report;
  report.head.date = on(2025, 10, 1);
  report.addressee = "Ủy ban nhân dân tỉnh Đồng Tháp";
  report.period = {domain::PeriodFamily::calendar, "2025-Q3", on(2025, 7, 1), on(2025, 9, 30)};
  const auto content = content_of(report);
  EXPECT_EQ(content.texts.at("kinh_gui"), "Ủy ban nhân dân tỉnh Đồng Tháp");
  EXPECT_TRUE(content.texts.at("noi_nhan").starts_with("- Như trên;"));
  EXPECT_FALSE(content_of(PlanPaper{}).texts.contains("kinh_gui"));
  EXPECT_FALSE(content_of(NoticeOfResult{}).texts.contains("kinh_gui"));
}

/// Such a decision says in its articles who carries it out (Decree 30/2020, Annex III, form 1.2).
TEST(Wording, ADecisionGoesFirstToThoseItsArticlesName) {
  PlanDecision decision;
  decision.head.date = on(2021, 3, 1);
  EXPECT_TRUE(content_of(decision).texts.at("noi_nhan").starts_with("- Như Điều 3;"));
}

// Decree 30/2020, Annex III: the codes of the types of documents.
TEST(Wording, ADocumentWithoutANumberShowsTheCodeOfItsKind) {
  const auto code = [](const auto& paper) { return content_of(paper).texts.at("so_ky_hieu"); };
  EXPECT_EQ(code(NoticeOfResult{}), "      /TB-");
  EXPECT_EQ(code(CorrectionLetter{}), "      /TB-");
  EXPECT_EQ(code(ExtensionNotice{}), "      /TB-");
  EXPECT_EQ(code(RefusalNotice{}), "      /TB-");
  EXPECT_EQ(code(ForwardingLetter{}), "      /PC-");
  EXPECT_EQ(code(Reminder{}), "      /PG-");
  EXPECT_EQ(code(Receipt{}), "      /PG-");
  EXPECT_EQ(code(PostingSlip{}), "      /PG-");
  EXPECT_EQ(code(DeliveryRecord{}), "      /BB-");
  EXPECT_EQ(code(Invitation{}), "      /GM-");
  EXPECT_EQ(code(Programme{}), "      /CTr-");
  EXPECT_EQ(code(Minutes{}), "      /BB-");
  EXPECT_EQ(code(Conclusion{}), "      /TB-");
  EXPECT_EQ(code(PlanPaper{}), "      /KH-");
  EXPECT_EQ(code(PlanDecision{}), "      /QĐ-");
  EXPECT_EQ(code(ReportPaper{}), "      /BC-");
  EXPECT_EQ(code(SupplementReport{}), "      /BC-");
}

TEST(Wording, LegalBasesAreThoseOfTheDay) {
  Head head;
  head.date = on(2021, 1, 29);
  EXPECT_EQ(told(head, "can_cu"),
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n"
            "Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013.");
  head.date = on(2025, 7, 1);
  EXPECT_TRUE(told(head, "can_cu")
                  .starts_with("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm "
                               "2025;"));
}

TEST(Wording, AnErasedPersonIsSaidToBeErased) {
  NoticeOfResult notice;
  notice.head.today = on(2021, 1, 5);
  notice.matter.received = on(2021, 1, 14);
  notice.matter.person = {Person::As::erased, {}, {}};
  EXPECT_NE(content_of(notice).texts.at("nguoi_dan").find("đã hủy"), std::string::npos);
}

TEST(Report, FiguresAreThoseThatWereCounted) {
  ReportPaper report;
  report.head.today = on(2021, 4, 5);
  report.period = {domain::PeriodFamily::calendar, "2021-Q1", on(2021, 1, 1), on(2021, 3, 31)};
  using enum ReportFigure::Kind;
  report.figures = {{"issues.new", count, 1'234, std::nullopt},
                    {"time.first_reply_on_time", rate, 27, 31},
                    {"time.overdue_open", rate, 0, 0}};
  const auto rows = content_of(report).lists.at("chi_tieu");
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].texts.at("ket_qua"), "1.234");
  EXPECT_EQ(rows[1].texts.at("gia_tri"), "27");
  EXPECT_EQ(rows[1].texts.at("tren"), "31");
  EXPECT_EQ(rows[1].texts.at("ket_qua"), "87,1 %");
  EXPECT_EQ(rows[2].texts.at("ket_qua"), "chưa đo");
  EXPECT_EQ(content_of(report).texts.at("trich_yeu"),
            "Kết quả đối thoại, tiếp xúc trực tiếp với Nhân dân quý I năm 2021");
}

TEST(Report, ASupplementNamesEachNumberThatChanged) {
  using enum ReportFigure::Kind;
  SupplementReport paper;
  paper.head.today = on(2021, 4, 5);
  paper.period = {domain::PeriodFamily::calendar, "2021-Q1", on(2021, 1, 1), on(2021, 3, 31)};
  paper.balances = {
      {{"Khóm Tân Mỹ", 2, 1'031, 1, 28, 0, 6}, {"Khóm Tân Mỹ", 2, 1'032, 1, 28, 0, 7}}};
  paper.figures = {
      {"time.first_reply_on_time", ReportFigure{"", rate, 27, 31}, ReportFigure{"", rate, 28, 32}},
      {"issues.new", std::nullopt, ReportFigure{"", count, 5, std::nullopt}},
      {"issues.new", ReportFigure{"", count, 5, std::nullopt},
       ReportFigure{"", count, 5, std::nullopt}}};
  std::vector<std::vector<std::string>> rows;
  const auto content = content_of(paper);
  for (const auto& row : content.lists.at("thay_doi")) {
    rows.push_back(
        {row.texts.at("tt"), row.texts.at("ten"), row.texts.at("truoc"), row.texts.at("sau")});
  }
  const std::string on_time = figure_name("time.first_reply_on_time");
  const std::string fresh = figure_name("issues.new");
  const std::vector<std::vector<std::string>> meant{
      {"1", "Khóm Tân Mỹ: Mới tiếp nhận", "1.031", "1.032"},
      {"2", "Khóm Tân Mỹ: Chuyển kỳ sau", "6", "7"},
      {"3", on_time, "27/31 (87,1 %)", "28/32 (87,5 %)"},
      {"4", fresh, "chưa đo", "5"},
      {"5", fresh + " (thay đổi bên trong)", "5", "5"}};
  EXPECT_EQ(rows, meant);
}

}  // namespace
}  // namespace langnghe::papers::spec
