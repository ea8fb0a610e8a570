// The year's plan, and the decision that amends it.
#include <numeric>

#include "legal_bases.hpp"
#include "papers/documents.hpp"
#include "wording.hpp"

namespace langnghe::papers {
namespace {

void put_lines(Content& content, const std::vector<PlanLine>& lines) {
  auto& rows = content.lists["khom"];
  for (const auto& line : lines) {
    const auto& quarters = line.per_quarter;
    rows.push_back(
        entry({{"tt", std::to_string(rows.size() + 1)},
               {"khom", khom_named(line.khom)},
               {"quy_1", std::to_string(quarters[0])},
               {"quy_2", std::to_string(quarters[1])},
               {"quy_3", std::to_string(quarters[2])},
               {"quy_4", std::to_string(quarters[3])},
               {"ca_nam", std::to_string(std::accumulate(quarters.begin(), quarters.end(), 0))}}));
  }
}

}  // namespace

Content content_of(const PlanPaper& paper) {
  auto content = headed(domain::PaperKind::plan, paper.head);
  auto& texts = content.texts;
  texts["trich_yeu"] = paper.title;
  texts["can_cu"] =
      legal_bases("dialogue", paper.head.date.value_or(paper.head.today), paper.legal_basis);
  texts["nam"] = std::to_string(paper.year);
  texts["sua_doi"] = paper.version > 1 ? "Kế hoạch này đã được sửa đổi; đây là bản thứ " +
                                             std::to_string(paper.version) + "."
                                       : "";
  texts["noi_cong_khai"] = joined(paper.places);
  put_lines(content, paper.lines);
  return content;
}

Content content_of(const PlanDecision& paper) {
  auto content = headed(domain::PaperKind::decision, paper.head);
  auto& texts = content.texts;
  texts["trich_yeu"] = "Về việc sửa đổi Kế hoạch đối thoại, tiếp xúc trực tiếp với Nhân dân năm " +
                       std::to_string(paper.year);
  texts["ke_hoach"] = paper.plan;
  texts["ngay_ke_hoach"] = paper.plan_on ? in_words(*paper.plan_on) : "……/……/…………";
  texts["ly_do"] = open_ended(paper.reason);
  texts["nam"] = std::to_string(paper.year);
  texts["lan"] = std::to_string(paper.version);
  put_lines(content, paper.lines);
  return content;
}

}  // namespace langnghe::papers
