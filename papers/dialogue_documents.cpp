// Papers about one dialogue, and the year's plan.
#include <numeric>

#include "legal_bases.hpp"
#include "papers/documents.hpp"
#include "wording.hpp"

namespace langnghe::papers {
namespace {

std::string none_if_empty(const std::string& text, std::string_view none) {
  return text.empty() ? std::string(none) : open_ended(text);
}

std::string place_of(const Meeting& meeting) {
  return meeting.place.empty() ? "nhà một hộ dân thuộc " + khom_named(meeting.khom)
                               : open_ended(meeting.place);
}

std::string outcome_of(const SpokenIssue& issue) {
  switch (issue.left) {
    case SpokenIssue::Left::answered:
      return "trả lời tại chỗ" + (issue.said.empty() ? "" : ": " + open_ended(issue.said));
    case SpokenIssue::Left::noted:
      return "ghi nhận" + (issue.said.empty() ? "" : ": " + open_ended(issue.said));
    case SpokenIssue::Left::taken_away:
      break;
  }
  return "tiếp nhận để giải quyết";
}

std::string read_back(const SpokenOpinion& opinion) {
  if (opinion.confirmed) {
    switch (*opinion.confirmed) {
      case domain::ConfirmationMethod::signature:
        return "đã xác nhận bằng chữ ký";
      case domain::ConfirmationMethod::fingerprint:
        return "đã xác nhận bằng điểm chỉ";
      case domain::ConfirmationMethod::spoken:
        return "đã xác nhận bằng lời";
    }
  }
  return opinion.declined.empty() ? "chưa ghi nhận"
                                  : "không xác nhận, lý do: " + open_ended(opinion.declined);
}

Content entry_of(const SpokenOpinion& opinion) {
  Content entry;
  entry.texts["thu_tu"] = std::to_string(opinion.order);
  entry.texts["nguoi_noi"] = described_first(opinion.speaker);
  entry.texts["loi_noi"] = opinion.words.value_or("(lời nói được giữ kín)");
  entry.texts["doc_lai"] = read_back(opinion);
  auto& issues = entry.lists["viec_neu"];
  for (const auto& issue : opinion.issues) {
    issues.push_back(
        {{{"viec", open_ended(issue.subject)}, {"ket_qua", outcome_of(issue)}}, {}, {}});
  }
  return entry;
}

std::string results_before(const Minutes& paper) {
  if (!paper.presented.empty()) {
    return open_ended(paper.presented) + '.';
  }
  return paper.skipped.empty() ? "Không ghi nhận."
                               : "Không trình bày, lý do: " + open_ended(paper.skipped) + '.';
}

void put_counts(Content& content, const Minutes& paper) {
  auto& texts = content.texts;
  texts["so_y_kien"] = two_digits(static_cast<std::int64_t>(paper.opinions.size()));
  texts["so_viec"] = two_digits(paper.issues);
  texts["so_tai_cho"] = two_digits(paper.on_the_spot);
  texts["so_ghi_nhan"] = two_digits(paper.noted);
  texts["so_tiep_nhan"] = two_digits(paper.carried);
  texts["so_chuyen"] = two_digits(paper.redirected);
  texts["so_nguoi_dan"] = two_digits(paper.residents);
}

}  // namespace

Content content_of(const Invitation& paper) {
  Content content;
  put_head(
      content, paper.head,
      {"GM", "Dự buổi đối thoại, tiếp xúc trực tiếp với Nhân dân", "", {"Như trên", "Lưu: VT"}});
  auto& guests = content.lists["khach_moi"];
  for (const auto& guest : paper.guests) {
    guests.push_back({{{"khach", open_ended(guest)}}, {}, {}});
  }
  const auto& meeting = paper.meeting;
  content.texts["khom"] = khom_named(meeting.khom);
  content.texts["den_du"] = "Buổi đối thoại, tiếp xúc trực tiếp giữa Ủy ban nhân dân và Nhân dân " +
                            khom_named(meeting.khom);
  content.texts["chu_tri"] = meeting.chair;
  content.texts["thoi_gian"] = "từ " + in_words(meeting.start) +
                               (meeting.end ? " đến " + in_words(*meeting.end) : std::string()) +
                               ", ngày " + in_words(meeting.date);
  content.texts["dia_diem"] = place_of(meeting);
  content.texts["noi_dung"] = open_ended(meeting.topics);
  return content;
}

Content content_of(const Minutes& paper) {
  Content content;
  put_head(content, paper.head,
           {"BB", "Buổi đối thoại, tiếp xúc trực tiếp với Nhân dân", "", {"Lưu: VT, hồ sơ"}});
  const auto& meeting = paper.meeting;
  auto& texts = content.texts;
  texts["trich_yeu"] += ' ' + khom_named(meeting.khom);
  texts["bat_dau"] = in_words(meeting.start) + ", ngày " + in_words(meeting.date);
  texts["ket_thuc"] = meeting.end ? in_words(*meeting.end) + " cùng ngày" : "…… giờ …… phút";
  texts["dia_diem"] = place_of(meeting);
  texts["chu_tri"] = meeting.chair;
  texts["thu_ky"] = none_if_empty(paper.secretary, "……………………");
  texts["thu_ky_ten"] = paper.secretary;
  texts["chu_toa_ten"] = paper.chair_name;
  texts["can_bo"] = paper.officials;
  texts["doan_the"] = paper.bodies;
  texts["ket_qua_truoc"] = results_before(paper);
  texts["khong_y_kien"] = paper.opinions.empty() ? "Không có ý kiến nào được nêu." : "";
  put_counts(content, paper);
  auto& opinions = content.lists["y_kien"];
  for (const auto& opinion : paper.opinions) {
    opinions.push_back(entry_of(opinion));
  }
  put_taken_away(content, "viec_tiep_nhan", paper.taken_away);
  auto& addenda = content.lists["phu_luc_bo_sung"];
  for (const auto& addendum : paper.addenda) {
    addenda.push_back(
        {{{"ngay", in_words(addendum.date)}, {"noi_dung", open_ended(addendum.text)}}, {}, {}});
  }
  auto& refused = content.lists["tu_choi_ky"];
  for (const auto& each : paper.refused) {
    refused.push_back({{{"nguoi", each.signer}, {"ly_do", open_ended(each.reason)}}, {}, {}});
  }
  return content;
}

Content content_of(const Conclusion& paper) {
  Content content;
  put_head(content, paper.head,
           {"TB",
            "Kết luận tại buổi đối thoại, tiếp xúc trực tiếp với Nhân dân",
            "dialogue",
            {"Các bộ phận liên quan", "Trưởng khóm (niêm yết)", "Lưu: VT, hồ sơ"}});
  const auto& meeting = paper.meeting;
  content.texts["ngay_doi_thoai"] = in_words(meeting.date);
  content.texts["dia_diem"] = place_of(meeting);
  content.texts["chu_tri"] = meeting.chair;
  content.texts["khom"] = khom_named(meeting.khom);
  content.texts["so_y_kien"] = two_digits(static_cast<std::int64_t>(paper.opinions));
  content.texts["ket_luan"] = paper.text;
  content.texts["noi_cong_khai"] = none_if_empty(joined(paper.places), "……………………");
  put_taken_away(content, "viec", paper.taken_away);
  return content;
}

Content content_of(const PlanPaper& paper) {
  Content content;
  put_head(content, paper.head,
           {"KH",
            paper.title,
            "",
            {"Cơ quan cấp trên trực tiếp", "TT. Đảng ủy; TT. HĐND", "CT, các PCT UBND",
             "UBMTTQ và các đoàn thể", "Các khóm", "Lưu: VT"}});
  auto& texts = content.texts;
  texts["can_cu"] =
      legal_bases("dialogue", paper.head.date.value_or(paper.head.today), paper.legal_basis);
  texts["nam"] = std::to_string(paper.year);
  texts["sua_doi"] = paper.version > 1 ? "Kế hoạch này đã được sửa đổi; đây là bản thứ " +
                                             std::to_string(paper.version) + "."
                                       : "";
  texts["noi_cong_khai"] = joined(paper.places);
  auto& rows = content.lists["khom"];
  for (const auto& line : paper.lines) {
    const auto& quarters = line.per_quarter;
    rows.push_back(
        {{{"tt", std::to_string(rows.size() + 1)},
          {"khom", khom_named(line.khom)},
          {"quy_1", std::to_string(quarters[0])},
          {"quy_2", std::to_string(quarters[1])},
          {"quy_3", std::to_string(quarters[2])},
          {"quy_4", std::to_string(quarters[3])},
          {"ca_nam", std::to_string(std::accumulate(quarters.begin(), quarters.end(), 0))}},
         {},
         {}});
  }
  return content;
}

}  // namespace langnghe::papers
