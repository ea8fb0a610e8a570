// Papers about one matter.
#include "papers/documents.hpp"
#include "papers/qr_code.hpp"
#include "wording.hpp"

namespace langnghe::papers {

Content content_of(const NoticeOfResult& paper) {
  Content content;
  put_head(content, paper.head,
           {"TB",
            "Về kết quả giải quyết ý kiến, kiến nghị của Nhân dân",
            "matter",
            {"Người có ý kiến", "Trưởng khóm", "Lưu: VT, hồ sơ"}});
  put_matter(content, paper.matter);
  content.texts["tra_loi"] = paper.answer;
  content.texts["co_so_tra_loi"] = open_ended(paper.legal_basis);
  content.texts["thay_the"] = paper.replaced;
  auto& promises = content.lists["cam_ket"];
  for (const auto& promise : paper.promises) {
    promises.push_back({{{"tt", std::to_string(promises.size() + 1)},
                         {"viec", promise.what},
                         {"nguoi", promise.owner},
                         {"han", in_figures(promise.due)}},
                        {},
                        {}});
  }
  return content;
}

Content content_of(const ExtensionNotice& paper) {
  Content content;
  put_head(content, paper.head,
           {"TB",
            "Về việc gia hạn thời gian giải quyết ý kiến, kiến nghị",
            "matter",
            {"Người có ý kiến", "Bộ phận giải quyết", "Lưu: VT, hồ sơ"}});
  put_matter(content, paper.matter);
  content.texts["han_cu"] = in_words(paper.previous_due);
  content.texts["han_moi"] = in_words(paper.new_due);
  content.texts["ly_do"] = open_ended(paper.reason);
  return content;
}

Content content_of(const ForwardingLetter& paper) {
  Content content;
  put_head(content, paper.head,
           {"PC",
            "Chuyển ý kiến, kiến nghị của Nhân dân đến cơ quan có thẩm quyền",
            "",
            {"Như trên", "Người có ý kiến", "Lưu: VT, hồ sơ"}});
  put_matter(content, paper.matter);
  content.texts["kinh_gui"] = open_ended(paper.body);
  content.texts["de_nghi"] = open_ended(paper.asked);
  content.texts["loi_noi"] = paper.words;
  return content;
}

Content content_of(const PostingSlip& paper) {
  Content content;
  put_head(content, paper.head,
           {"PG",
            "Niêm yết thông báo kết quả giải quyết ý kiến, kiến nghị",
            "",
            {"Trưởng khóm", "Lưu: VT, hồ sơ"}});
  put_matter(content, paper.matter);
  content.texts["van_ban"] = "Thông báo số " + paper.document;
  content.texts["noi_niem_yet"] = paper.place.empty() ? "……………………" : open_ended(paper.place);
  content.texts["ngay_niem_yet"] = paper.on ? in_words(*paper.on) : "……/……/…………";
  content.texts["khom_ten"] = paper.khom_head;
  content.texts["nguoi_niem_yet"] = "";
  return content;
}

Content content_of(const Slip& paper) {
  Content content;
  put_matter(content, paper.matter);
  content.texts["co_quan"] = paper.issuer;
  content.texts["ma"] = paper.code;
  const auto day_or_later = [](const std::optional<domain::Date>& day) {
    return day ? in_figures(day) : std::string("được báo sau khi phân loại");
  };
  content.texts["ngay_nhan"] = in_figures(paper.matter.received);
  content.texts["han_tra_loi"] = day_or_later(paper.first_reply_due);
  content.texts["han_giai_quyet"] = day_or_later(paper.due);
  content.texts["ban_ghi"] = std::to_string(paper.position);
  content.pictures["qr"] = qr_code(paper.link);
  return content;
}

}  // namespace langnghe::papers
