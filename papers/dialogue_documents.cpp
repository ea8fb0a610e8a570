// Papers about one dialogue.
#include "papers/documents.hpp"
#include "wording.hpp"

namespace langnghe::papers {
namespace {

std::string time_of(const Meeting& meeting) {
  return "từ " + in_words(meeting.start) +
         (meeting.end ? " đến " + in_words(*meeting.end) : std::string()) + ", ngày " +
         in_words(meeting.date);
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
  auto spoken = entry({{"thu_tu", std::to_string(opinion.order)},
                       {"nguoi_noi", described_first(opinion.speaker)},
                       {"loi_noi", opinion.words.value_or("(lời nói được giữ kín)")},
                       {"doc_lai", read_back(opinion)}});
  auto& issues = spoken.lists["viec_neu"];
  for (const auto& issue : opinion.issues) {
    issues.push_back(entry({{"viec", open_ended(issue.subject)}, {"ket_qua", outcome_of(issue)}}));
  }
  return spoken;
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
  auto content = headed(domain::PaperKind::invitation, paper.head);
  auto& guests = content.lists["khach_moi"];
  for (const auto& guest : paper.guests) {
    guests.push_back(entry({{"khach", open_ended(guest)}}));
  }
  const auto& meeting = paper.meeting;
  content.texts["khom"] = khom_named(meeting.khom);
  content.texts["den_du"] = "Buổi đối thoại, tiếp xúc trực tiếp giữa Ủy ban nhân dân và Nhân dân " +
                            khom_named(meeting.khom);
  content.texts["chu_tri"] = meeting.chair;
  content.texts["thoi_gian"] = time_of(meeting);
  content.texts["dia_diem"] = place_of(meeting);
  content.texts["noi_dung"] = open_ended(meeting.topics);
  return content;
}

/// Only the first hour and the last are known; the rest follows as it comes.
Content content_of(const Programme& paper) {
  auto content = headed(domain::PaperKind::programme, paper.head);
  const auto& meeting = paper.meeting;
  content.texts["trich_yeu"] += ' ' + khom_named(meeting.khom);
  content.texts["thoi_gian"] = time_of(meeting);
  content.texts["dia_diem"] = place_of(meeting);
  content.texts["chu_tri"] = meeting.chair;
  auto& rows = content.lists["muc"];
  const auto add = [&](std::string hour, std::string what, std::string who) {
    rows.push_back(
        entry({{"gio", std::move(hour)}, {"viec", std::move(what)}, {"nguoi", std::move(who)}}));
  };
  add(in_words(meeting.start), "Tuyên bố lý do, giới thiệu thành phần tham dự", "Thư ký");
  add("", "Báo kết quả giải quyết các nội dung đã nêu kỳ trước", "Người chủ trì");
  add("",
      meeting.topics.empty() ? "Nhân dân nêu ý kiến"
                             : "Nhân dân nêu ý kiến; gợi ý: " + open_ended(meeting.topics),
      "Nhân dân");
  add("", "Trả lời tại chỗ hoặc tiếp nhận để giải quyết", "Cán bộ, công chức");
  add("", "Đọc lại biên bản, kết luận", "Người chủ trì, thư ký");
  add(meeting.end ? in_words(*meeting.end) : "", "Kết thúc", "");
  return content;
}

Content content_of(const Poster& paper) {
  const auto& meeting = paper.meeting;
  Content content;
  content.texts["co_quan"] = paper.issuer;
  content.texts["khom"] = khom_named(meeting.khom);
  content.texts["thoi_gian"] = time_of(meeting);
  content.texts["dia_diem"] = place_of(meeting);
  content.texts["chu_tri"] = meeting.chair;
  content.texts["noi_dung"] = open_ended(meeting.topics);
  content.texts["ten_co_quan"] = issuer_in_sentence(paper.issuer, paper.place);
  return content;
}

Content content_of(const Minutes& paper) {
  auto content = headed(domain::PaperKind::minutes, paper.head);
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
        entry({{"ngay", in_words(addendum.date)}, {"noi_dung", open_ended(addendum.text)}}));
  }
  auto& refused = content.lists["tu_choi_ky"];
  for (const auto& each : paper.refused) {
    refused.push_back(entry({{"nguoi", each.signer}, {"ly_do", open_ended(each.reason)}}));
  }
  return content;
}

Content content_of(const Conclusion& paper) {
  auto content = headed(domain::PaperKind::conclusion, paper.head);
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

}  // namespace langnghe::papers
