// A paper of each kind whose every field is given. People and matters are invented.
#include "papers/documents.hpp"
#include "papers/kinds.hpp"

namespace langnghe::papers {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using namespace std::chrono_literals;

constexpr domain::Date on(unsigned m, unsigned d) {
  return {year{2021}, month{m}, day{d}};
}

Head head(std::string symbol) {
  return {"ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG",
          "UBND",
          "Tân Quy Đông",
          std::move(symbol),
          on(1, 29),
          Signer{"Lê Văn Mẫu", domain::SigningCapacity::kt, "Phó Chủ tịch Ủy ban nhân dân phường"},
          on(1, 29),
          true};
}

Matter matter() {
  return {domain::IssueType::petition,
          "Đèn đường hẻm 12 hư ba tháng nay, đề nghị sửa chữa",
          on(1, 14),
          domain::IntakeChannel::dialogue,
          "Tân Mỹ",
          on(1, 14),
          {Person::As::named, "Trần Thị Mẫu", "12/3 Khóm Tân Mỹ"}};
}

Meeting meeting() {
  return {"Tân Mỹ",
          on(1, 14),
          19h + 30min,
          21h,
          "Văn phòng Khóm Tân Mỹ",
          "ông Lê Văn Mẫu, Phó Chủ tịch Ủy ban nhân dân phường",
          "Vệ sinh môi trường, chiếu sáng"};
}

std::vector<TakenAway> taken_away() {
  return {{"Đèn đường hẻm 12 hư ba tháng nay", "Địa chính - Xây dựng", on(3, 4)}};
}

Content sample_minutes() {
  Minutes minutes;
  minutes.head = head("03/BB-UBND");
  minutes.meeting = meeting();
  minutes.secretary = "Nguyễn Thị Thư";
  minutes.chair_name = "Lê Văn Mẫu";
  minutes.officials = "ông Phạm Văn Xây (Địa chính - Xây dựng)";
  minutes.bodies = "Đảng ủy, Ủy ban Mặt trận Tổ quốc Việt Nam phường";
  minutes.residents = 24;
  minutes.presented = "Đã báo kết quả 2 nội dung nêu tại buổi đối thoại trước.";
  minutes.opinions = {{1,
                       matter().person,
                       "Đèn đường hẻm 12 hư ba tháng nay, tối lắm.",
                       {{"Đèn đường hẻm 12", SpokenIssue::Left::taken_away, ""}},
                       domain::ConfirmationMethod::signature,
                       ""}};
  minutes.taken_away = taken_away();
  minutes.addenda = {{on(1, 20), "Bổ sung tên tổ trưởng dự họp"}};
  minutes.refused = {{"Đại diện khóm", "vắng mặt khi ký"}};
  minutes.issues = 1;
  minutes.carried = 1;
  return content_of(minutes);
}

Content sample_report() {
  ReportPaper report;
  report.head = head("30/BC-UBND");
  report.addressee = "Ủy ban nhân dân thành phố Sa Đéc";
  report.through = "Phòng Nội vụ thành phố";
  report.period = {domain::PeriodFamily::calendar, "2021-Q1", on(1, 1), on(3, 31)};
  report.estimated_on = on(3, 14);
  report.narrative = "Trong kỳ, phường đã tổ chức đối thoại tại các khóm theo kế hoạch.";
  report.balance = {"Toàn phường", 2, 31, 1, 28, 0, 6};
  report.by_khom = {{"Khóm Tân Mỹ", 2, 31, 1, 28, 0, 6}};
  report.by_field = {{"Chiếu sáng", 2, 31, 1, 28, 0, 6}};
  report.by_type = {{"Kiến nghị", 2, 31, 1, 28, 0, 6}};
  using enum ReportFigure::Kind;
  report.figures = {{"dialogues.held", count, 5, std::nullopt},
                    {"time.first_reply_on_time", rate, 27, 31},
                    {"opinions.per_dialogue", average, 23, 5}};
  report.frozen_at = 4120;
  report.hash = std::string(64, 'a');
  return content_of(report);
}

}  // namespace

Content sample_of(Kind kind) {
  switch (kind) {
    case Kind::notice:
      return content_of(
          NoticeOfResult{head("12/TB-UBND"),
                         matter(),
                         "Ngày 20 tháng 01 năm 2021, đội chiếu sáng đã thay 3 bóng đèn hẻm 12.\n"
                         "Bộ phận Địa chính - Xây dựng đã kiểm tra, đèn sáng bình thường.",
                         "Quyết định số 14/QĐ-UBND ngày 12 tháng 01 năm 2021",
                         {{"Kiểm tra lại toàn tuyến", "Phạm Văn Xây", on(4, 30)}},
                         "09/TB-UBND"});
    case Kind::minutes:
      return sample_minutes();
    case Kind::conclusion:
      return content_of(Conclusion{head("13/TB-UBND"),
                                   meeting(),
                                   7,
                                   "Giao Địa chính - Xây dựng sửa đèn hẻm 12.",
                                   taken_away(),
                                   {"trụ sở Ủy ban nhân dân", "Văn phòng Khóm Tân Mỹ"}});
    case Kind::plan:
      return content_of(
          PlanPaper{head("05/KH-UBND"),
                    2021,
                    "Tổ chức định kỳ buổi đối thoại, tiếp xúc trực tiếp với Nhân dân năm 2021",
                    "Kế hoạch số 690/KH-UBND ngày 23 tháng 12 năm 2020",
                    {{"Khóm Tân Mỹ", {1, 1, 1, 1}}, {"Khóm Sa Nhiên", {1, 2, 1, 1}}},
                    2,
                    {"trụ sở Ủy ban nhân dân", "văn phòng các khóm"}});
    case Kind::invitation:
      return content_of(
          Invitation{head("08/GM-UBND"), meeting(), {"Ủy ban Mặt trận Tổ quốc Việt Nam phường"}});
    case Kind::extension:
      return content_of(ExtensionNotice{head("15/TB-UBND"), matter(), on(3, 4), on(3, 18),
                                        "chờ vật tư thay thế"});
    case Kind::forwarding:
      return content_of(ForwardingLetter{head("04/PC-UBND"), matter(), "Điện lực Sa Đéc",
                                         "xem xét, thay trụ đèn", "Trụ đèn nghiêng từ năm ngoái."});
    case Kind::report:
      return sample_report();
    case Kind::posting:
      return content_of(PostingSlip{head("02/PG-UBND"), matter(), "12/TB-UBND",
                                    "Văn phòng Khóm Tân Mỹ", on(1, 30), "Bành Thị Mẫu"});
    case Kind::correction:
      return content_of(CorrectionLetter{head("16/TB-UBND"), matter(), "12/TB-UBND", on(1, 29),
                                         "ngày 20 tháng 01 năm 2021 sửa thành ngày 21 tháng 01"});
    case Kind::reminder:
      return content_of(
          Reminder{head("17/PG-UBND"), matter(), "Điện lực Sa Đéc", "04/PC-UBND", on(1, 15), 14});
    case Kind::refusal:
      return content_of(RefusalNotice{head("18/TB-UBND"), matter(),
                                      domain::RefusalGround::same_matter_pending,
                                      "nội dung này đang được giải quyết theo hồ sơ khác"});
    case Kind::receipt:
      return content_of(
          Receipt{head("19/PG-UBND"), matter(), {{"Ảnh chụp trụ đèn hư", on(1, 18), 2}}});
    case Kind::delivery:
      return content_of(DeliveryRecord{head("20/BB-UBND"),
                                       matter(),
                                       "12/TB-UBND",
                                       {{on(1, 30), domain::DeliveryMethod::in_person,
                                         domain::Acknowledgement::signature, "sổ giao 14"}}});
    case Kind::programme:
      return content_of(Programme{head("06/CTr-UBND"), meeting()});
    case Kind::poster:
      return content_of(Poster{"ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG", "Tân Quy Đông", meeting()});
    case Kind::decision:
      return content_of(PlanDecision{head("21/QĐ-UBND"),
                                     2021,
                                     "05/KH-UBND",
                                     on(1, 5),
                                     "Khóm Sa Nhiên có nhiều nội dung mới",
                                     2,
                                     {{"Khóm Tân Mỹ", {1, 1, 1, 1}}}});
    case Kind::supplement:
      return content_of(SupplementReport{
          head("31/BC-UBND"),
          "Ủy ban nhân dân thành phố Sa Đéc",
          "Phòng Nội vụ thành phố",
          {domain::PeriodFamily::calendar, "2021-Q1", on(1, 1), on(3, 31)},
          "30/BC-UBND",
          1,
          "bổ sung ý kiến ghi trên giấy",
          {{{"Khóm Tân Mỹ", 2, 31, 1, 28, 0, 6}, {"Khóm Tân Mỹ", 2, 32, 1, 28, 0, 7}}},
          {{"time.first_reply_on_time", ReportFigure{"", ReportFigure::Kind::rate, 27, 31},
            ReportFigure{"", ReportFigure::Kind::rate, 28, 32}}}});
    case Kind::slip:
      return content_of(Slip{"ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG", "I-2021-0001", matter(),
                             on(1, 28), on(3, 4), 120, "tan-quy-dong/i-2021-0001"});
  }
  return {};
}

}  // namespace langnghe::papers
