#include <algorithm>
#include <array>
#include <utility>

#include "papers/documents.hpp"
#include "papers/figure_names.hpp"
#include "wording.hpp"

namespace langnghe::papers {
namespace {

/// The figures that stand in the text; the annex has all of them.
constexpr auto kInText = std::to_array<std::string_view>({"dialogues.required",
                                                          "dialogues.held",
                                                          "dialogues.khoms_covered",
                                                          "dialogues.outside_office_hours",
                                                          "dialogues.residents",
                                                          "opinions.total",
                                                          "issues.new",
                                                          "issues.answered_on_the_spot",
                                                          "issues.noted",
                                                          "issues.taken_away",
                                                          "forwarded.sent",
                                                          "issues.handed_over_complaints",
                                                          "issues.handed_over_denunciations",
                                                          "time.first_reply_on_time",
                                                          "time.resolution_on_time_original",
                                                          "time.resolution_on_time_effective",
                                                          "time.overdue_open",
                                                          "notices.issued",
                                                          "notices.delivered",
                                                          "promises.made",
                                                          "promises.fulfilled",
                                                          "issues.recurring",
                                                          "feedback.satisfied"});

/// Tenths, rounded half up, with a decimal comma.
std::string with_one_decimal(std::int64_t value, std::int64_t of, std::int64_t times) {
  const auto tenths = (value * times * 10 * 2 + of) / (of * 2);
  return grouped(tenths / 10) + ',' + std::to_string(tenths % 10);
}

bool measured(const ReportFigure& figure) {
  return !figure.of || *figure.of > 0;
}

std::string result_of(const ReportFigure& figure) {
  if (!measured(figure)) {
    return "chưa đo";
  }
  if (figure.kind == ReportFigure::Kind::rate && figure.of) {
    return with_one_decimal(figure.value, *figure.of, 100) + " %";
  }
  if (figure.kind == ReportFigure::Kind::average && figure.of) {
    return with_one_decimal(figure.value, *figure.of, 1);
  }
  return grouped(figure.value);
}

std::string in_short(const ReportFigure& figure) {
  if (measured(figure) && figure.kind == ReportFigure::Kind::rate && figure.of) {
    return grouped(figure.value) + '/' + grouped(*figure.of) + " (" + result_of(figure) + ')';
  }
  return result_of(figure);
}

Content row_of(const ReportBalance& balance) {
  return {{{"ten", balance.name},
           {"ton_truoc", grouped(balance.carried_in)},
           {"moi", grouped(balance.fresh)},
           {"mo_lai", grouped(balance.reopened)},
           {"xong", grouped(balance.ended)},
           {"ghi_nham", grouped(balance.voided)},
           {"ton_sau", grouped(balance.carried_out)}},
          {},
          {}};
}

void put_balances(Content& content, std::string_view list,
                  const std::vector<ReportBalance>& balances) {
  auto& rows = content.lists[std::string(list)];
  for (const auto& balance : balances) {
    rows.push_back(row_of(balance));
  }
}

std::string addressee_of(const std::string& addressee, const std::string& through) {
  if (addressee.empty()) {
    return "……………………";
  }
  return addressee + (through.empty() ? "" : " (qua " + through + ")");
}

void put_summary(Content& content, const ReportPaper& paper) {
  auto& rows = content.lists["tong_hop"];
  const auto add = [&](std::string name, std::string value) {
    rows.push_back(entry({{"tt", std::to_string(rows.size() + 1)},
                          {"ten", std::move(name)},
                          {"so", std::move(value)}}));
  };
  for (const auto id : kInText) {
    const auto figure = std::ranges::find(paper.figures, id, &ReportFigure::id);
    if (figure != paper.figures.end()) {
      add(figure_name(id), in_short(*figure));
    }
  }
  add("Kỳ trước chuyển sang", grouped(paper.balance.carried_in));
  add("Đã kết thúc trong kỳ", grouped(paper.balance.ended));
  add("Chuyển kỳ sau", grouped(paper.balance.carried_out));
}

/// A line of the annex has a row for each of its numbers that changed.
void put_changes(Content& content, const SupplementReport& paper) {
  auto& rows = content.lists["thay_doi"];
  const auto add = [&](std::string name, std::string before, std::string after) {
    rows.push_back(entry({{"tt", std::to_string(rows.size() + 1)},
                          {"ten", std::move(name)},
                          {"truoc", std::move(before)},
                          {"sau", std::move(after)}}));
  };
  using Number = std::pair<std::string_view, std::int64_t ReportBalance::*>;
  constexpr auto kNumbers =
      std::to_array<Number>({{"balance.carried_in", &ReportBalance::carried_in},
                             {"balance.new", &ReportBalance::fresh},
                             {"balance.reopened", &ReportBalance::reopened},
                             {"balance.ended", &ReportBalance::ended},
                             {"balance.voided", &ReportBalance::voided},
                             {"balance.carried_out", &ReportBalance::carried_out}});
  for (const auto& [before, after] : paper.balances) {
    for (const auto& [id, number] : kNumbers) {
      if (before.*number != after.*number) {
        add(after.name + ": " + figure_name(id), grouped(before.*number), grouped(after.*number));
      }
    }
  }
  for (const auto& [id, before, after] : paper.figures) {
    const auto was = before ? in_short(*before) : "chưa đo";
    const auto is = after ? in_short(*after) : "chưa đo";
    add(figure_name(id) + (was == is ? " (thay đổi bên trong)" : ""), was, is);
  }
}

}  // namespace

std::string type_name(const std::optional<domain::IssueType>& type) {
  if (!type) {
    return "Chưa phân loại";
  }
  switch (*type) {
    case domain::IssueType::opinion:
      return "Ý kiến";
    case domain::IssueType::petition:
      return "Kiến nghị";
    case domain::IssueType::report:
      return "Phản ánh";
    case domain::IssueType::question:
      return "Câu hỏi";
    case domain::IssueType::complaint:
      return "Khiếu nại";
    case domain::IssueType::denunciation:
      return "Tố cáo";
  }
  return "";
}

Content content_of(const ReportPaper& paper) {
  auto content = headed(domain::PaperKind::report, paper.head);
  auto& texts = content.texts;
  texts["trich_yeu"] =
      "Kết quả đối thoại, tiếp xúc trực tiếp với Nhân dân " + in_words(paper.period);
  texts["kinh_gui"] = addressee_of(paper.addressee, paper.through);
  texts["loi_van"] = paper.narrative;
  texts["tu_ngay"] = in_words(paper.period.from);
  texts["den_ngay"] = in_words(paper.period.to);
  texts["uoc_tinh"] = paper.estimated_on
                          ? "Số liệu ước tính, tính đến ngày " + in_words(*paper.estimated_on) + "."
                          : "";
  put_summary(content, paper);
  put_balances(content, "theo_khom", paper.by_khom);
  put_balances(content, "theo_linh_vuc", paper.by_field);
  put_balances(content, "theo_loai", paper.by_type);
  auto& figures = content.lists["chi_tieu"];
  for (const auto& figure : paper.figures) {
    figures.push_back(entry({{"ten", figure_name(figure.id)},
                             {"gia_tri", grouped(figure.value)},
                             {"tren", figure.of ? grouped(*figure.of) : ""},
                             {"ket_qua", result_of(figure)}}));
  }
  texts["ban_ghi"] = paper.frozen_at ? std::to_string(*paper.frozen_at) : "(chưa khóa)";
  texts["ma_bam"] = paper.hash;
  return content;
}

Content content_of(const SupplementReport& paper) {
  auto content = headed(domain::PaperKind::supplement, paper.head);
  auto& texts = content.texts;
  texts["trich_yeu"] = "Bổ sung Báo cáo kết quả đối thoại, tiếp xúc trực tiếp với Nhân dân " +
                       in_words(paper.period);
  texts["kinh_gui"] = addressee_of(paper.addressee, paper.through);
  texts["bao_cao"] = paper.report;
  texts["lan"] = two_digits(paper.ordinal);
  texts["ly_do"] = open_ended(paper.reason);
  put_changes(content, paper);
  return content;
}

}  // namespace langnghe::papers
