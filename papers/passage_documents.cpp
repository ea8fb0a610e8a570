// Papers about the way of a matter and of what was handed over: to other bodies, to the khóm
// office, from hand to hand.
#include "papers/documents.hpp"
#include "wording.hpp"

namespace langnghe::papers {
namespace {

constexpr std::string_view kNoDay = "……/……/…………";
constexpr std::string_view kNoWords = "……………………";

std::string_view words_of(domain::DeliveryMethod method) {
  switch (method) {
    case domain::DeliveryMethod::in_person:
      return "giao tận tay";
    case domain::DeliveryMethod::post:
      return "gửi bưu điện";
    case domain::DeliveryMethod::message:
      return "gửi tin nhắn";
    case domain::DeliveryMethod::khom_head:
      return "qua Trưởng khóm";
    case domain::DeliveryMethod::posted:
      return "niêm yết";
    case domain::DeliveryMethod::read_at_dialogue:
      break;
  }
  return "đọc tại buổi đối thoại";
}

std::string_view words_of(const std::optional<domain::Acknowledgement>& acknowledgement) {
  if (!acknowledgement) {
    return "";
  }
  switch (*acknowledgement) {
    case domain::Acknowledgement::signature:
      return "ký nhận";
    case domain::Acknowledgement::fingerprint:
      return "điểm chỉ";
    case domain::Acknowledgement::electronic:
      return "xác nhận điện tử";
    case domain::Acknowledgement::refused:
      break;
  }
  return "từ chối ký nhận";
}

}  // namespace

Content content_of(const ForwardingLetter& paper) {
  auto content = headed(domain::PaperKind::forwarding, paper.head, paper.matter);
  content.texts["kinh_gui"] = open_ended(paper.body);
  content.texts["de_nghi"] = open_ended(paper.asked);
  content.texts["loi_noi"] = paper.words;
  return content;
}

Content content_of(const Reminder& paper) {
  auto content = headed(domain::PaperKind::reminder, paper.head, paper.matter);
  content.texts["kinh_gui"] = open_ended(paper.body);
  content.texts["van_ban"] = none_if_empty(paper.document, kNoWords);
  content.texts["ngay_chuyen"] = in_words(paper.forwarded_on);
  content.texts["so_ngay"] = two_digits(paper.days);
  return content;
}

Content content_of(const Receipt& paper) {
  auto content = headed(domain::PaperKind::receipt, paper.head, paper.matter);
  content.texts["nguoi_giao"] = "";  // signed by hand
  content.texts["nguoi_nhan"] = "";
  auto& rows = content.lists["tai_lieu"];
  for (const auto& each : paper.papers) {
    rows.push_back(entry({{"tt", std::to_string(rows.size() + 1)},
                          {"ten", each.what},
                          {"ngay", in_figures(each.on)},
                          {"so_tep", two_digits(static_cast<std::int64_t>(each.files))}}));
  }
  return content;
}

Content content_of(const PostingSlip& paper) {
  auto content = headed(domain::PaperKind::posting, paper.head, paper.matter);
  content.texts["van_ban"] = "Thông báo số " + paper.document;
  content.texts["noi_niem_yet"] = none_if_empty(paper.place, kNoWords);
  content.texts["ngay_niem_yet"] = paper.on ? in_words(*paper.on) : std::string(kNoDay);
  content.texts["khom_ten"] = paper.khom_head;
  content.texts["nguoi_niem_yet"] = "";
  return content;
}

Content content_of(const DeliveryRecord& paper) {
  auto content = headed(domain::PaperKind::delivery, paper.head, paper.matter);
  content.texts["van_ban"] = "Thông báo số " + paper.document;
  content.texts["nguoi_giao"] = "";
  content.texts["nguoi_nhan"] = "";
  auto& rows = content.lists["lan_giao"];
  for (const auto& each : paper.handings) {
    rows.push_back(entry({{"tt", std::to_string(rows.size() + 1)},
                          {"ngay", in_figures(each.on)},
                          {"cach", std::string(words_of(each.method))},
                          {"xac_nhan", std::string(words_of(each.acknowledgement))},
                          {"so_theo_doi", each.reference}}));
  }
  return content;
}

}  // namespace langnghe::papers
