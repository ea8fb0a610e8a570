#include "papers/case_file.hpp"

#include <utility>

#include "package.hpp"
#include "papers/preview.hpp"
#include "wording.hpp"

namespace langnghe::papers {
namespace {

constexpr std::string_view kStyle =
    "@page{size:A4;margin:20mm 15mm 20mm 30mm}body{font-family:'Times New Roman','Liberation "
    "Serif',"
    "serif;font-size:13pt;max-width:165mm;margin:10mm auto;line-height:1.3}h1,h2{font-size:14pt}"
    "table{border-collapse:collapse;width:100%;margin-bottom:6mm}td,th{vertical-align:top;"
    "padding:1mm 2mm;text-align:left;overflow-wrap:anywhere}.b td,.b th{border:1px solid}"
    "thead{display:table-header-group}tr{break-inside:avoid}section{break-before:page}"
    "code{font-size:9pt}p{margin:0 0 6pt}hr{width:24mm;border:0;border-top:1px solid;margin:2px "
    "auto}";

std::string row(std::initializer_list<std::string> cells, std::string_view cell = "td") {
  std::string html = "<tr>";
  for (const auto& each : cells) {
    html.append("<").append(cell).append(">").append(each).append("</").append(cell).append(">");
  }
  return html + "</tr>\n";
}

std::string head_row(std::initializer_list<std::string> cells) {
  return "<table class=b><thead>" + row(cells, "th") + "</thead>\n";
}

std::string code(std::string_view text) {
  return "<code>" + escaped_html(text) + "</code>";
}

std::string facts_table(const CaseFile& file) {
  const auto& matter = file.matter;
  const auto line = [](std::string_view name, std::string_view value) {
    return row({std::string(name), escaped_html(value)});
  };
  return "<table>" + line("Nội dung", matter.subject) +
         line("Người nêu", described_first(matter.person)) +
         line("Nơi tiếp nhận", where_raised(matter)) +
         line("Ngày tiếp nhận", in_figures(matter.received)) +
         line("Khóm", matter.khom.empty() ? "" : khom_named(matter.khom)) +
         line("Loại", type_name(matter.type)) + line("Tình trạng", file.phase) + "</table>\n";
}

std::string records_table(const CaseFile& file) {
  auto html = head_row({"Bản ghi", "Lúc", "Việc", "Người làm", "Mã băm"});
  for (const auto& each : file.records) {
    html += row({std::to_string(each.position), escaped_html(each.happened),
                 escaped_html(each.what), escaped_html(each.who), code(each.hash)});
  }
  return html + "</table>\n";
}

std::string attachments_table(const CaseFile& file) {
  if (file.attachments.empty()) {
    return "<p>Không có.</p>\n";
  }
  auto html = head_row({"Mã băm (SHA-256)", "Loại", "Byte", "Niêm phong"});
  for (const auto& each : file.attachments) {
    html += row({code(each.hash), escaped_html(each.media_type), std::to_string(each.bytes),
                 each.sealed ? "có" : "không"});
  }
  return html + "</table>\n";
}

}  // namespace

std::string case_page(const CaseFile& file) {
  const auto title = "HỒ SƠ " + file.code;
  std::string html = "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>" +
                     escaped_html(title) + "</title><style>" + std::string(kStyle) +
                     "</style></head><body>\n<p>" + escaped_html(file.issuer) + "</p><h1>" +
                     escaped_html(title) + "</h1>\n";
  html += facts_table(file);
  html += "<h2>Diễn biến</h2>\n" + records_table(file);
  html += "<h2>Tệp kèm theo</h2>\n" + attachments_table(file);
  html += "<p>Lập từ " + std::to_string(file.ledger_size) + " bản ghi đầu của sổ cái.</p>\n";
  for (const auto& each : file.papers) {
    const auto body = preview_body(each.docx);
    html +=
        "<section><h2>" + escaped_html(each.title) + "</h2>\n" + body.value_or("") + "</section>\n";
  }
  return html + "</body></html>\n";
}

std::string bundle(std::vector<std::pair<std::string, std::string>> files) {
  Package package;
  for (auto& [name, bytes] : files) {
    package.push_back({std::move(name), std::move(bytes)});
  }
  return stored_zip(package);
}

}  // namespace langnghe::papers
