// The year's plan, and the decision that amends it.
#include <numeric>

#include "legal_bases.hpp"
#include "papers/documents.hpp"
#include "wording.hpp"

namespace langnghe::papers {
namespace {

const std::vector<std::string_view> kOfThePlan{"Cơ quan cấp trên trực tiếp",
                                               "TT. Đảng ủy; TT. HĐND",
                                               "CT, các PCT UBND",
                                               "UBMTTQ và các đoàn thể",
                                               "Các khóm",
                                               "Lưu: VT"};

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
  auto content = headed(paper.head, {"KH", paper.title, "", kOfThePlan});
  auto& texts = content.texts;
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
  const auto subject = "Về việc sửa đổi Kế hoạch đối thoại, tiếp xúc trực tiếp với Nhân dân năm " +
                       std::to_string(paper.year);
  auto content = headed(paper.head, {"QĐ", subject, "dialogue", kOfThePlan});
  auto& texts = content.texts;
  texts["ke_hoach"] = paper.plan;
  texts["ngay_ke_hoach"] = paper.plan_on ? in_words(*paper.plan_on) : "……/……/…………";
  texts["ly_do"] = open_ended(paper.reason);
  texts["nam"] = std::to_string(paper.year);
  texts["lan"] = std::to_string(paper.version);
  put_lines(content, paper.lines);
  return content;
}

}  // namespace langnghe::papers
