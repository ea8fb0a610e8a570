// Papers that tell a resident something of their matter.
#include "papers/documents.hpp"
#include "papers/qr_code.hpp"
#include "wording.hpp"

namespace langnghe::papers {
namespace {

std::string_view words_of(domain::RefusalGround ground) {
  switch (ground) {
    case domain::RefusalGround::already_finally_settled:
      return "nội dung đã có kết quả giải quyết cuối cùng, có hiệu lực pháp luật";
    case domain::RefusalGround::no_content:
      return "không có nội dung cụ thể để xem xét";
    case domain::RefusalGround::not_a_matter_of_fact:
      return "không có cơ sở, sự việc cụ thể để giải quyết";
    case domain::RefusalGround::abusive:
      return "nội dung xúc phạm, lợi dụng quyền kiến nghị, phản ánh";
    case domain::RefusalGround::under_court:
      return "nội dung đang được Tòa án thụ lý";
    case domain::RefusalGround::same_matter_pending:
      break;
  }
  return "nội dung trùng với vụ việc đang được giải quyết";
}

}  // namespace

Content content_of(const NoticeOfResult& paper) {
  auto content = headed(domain::PaperKind::notice, paper.head, paper.matter);
  content.texts["tra_loi"] = paper.answer;
  content.texts["co_so_tra_loi"] = open_ended(paper.legal_basis);
  content.texts["thay_the"] = paper.replaced;
  auto& promises = content.lists["cam_ket"];
  for (const auto& promise : paper.promises) {
    promises.push_back(entry({{"tt", std::to_string(promises.size() + 1)},
                              {"viec", promise.what},
                              {"nguoi", promise.owner},
                              {"han", in_figures(promise.due)}}));
  }
  return content;
}

Content content_of(const CorrectionLetter& paper) {
  auto content = headed(domain::PaperKind::correction, paper.head, paper.matter);
  content.texts["so_goc"] = paper.corrected;
  content.texts["ngay_goc"] = paper.corrected_on ? in_words(*paper.corrected_on) : "……/……/…………";
  content.texts["dinh_chinh"] = open_ended(paper.correction);
  return content;
}

Content content_of(const ExtensionNotice& paper) {
  auto content = headed(domain::PaperKind::extension, paper.head, paper.matter);
  content.texts["han_cu"] = in_words(paper.previous_due);
  content.texts["han_moi"] = in_words(paper.new_due);
  content.texts["ly_do"] = open_ended(paper.reason);
  return content;
}

Content content_of(const RefusalNotice& paper) {
  auto content = headed(domain::PaperKind::refusal, paper.head, paper.matter);
  content.texts["can_cu_tu_choi"] = words_of(paper.ground);
  content.texts["ly_do"] = open_ended(paper.reason);
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
