#include "papers/preview.hpp"

#include <array>
#include <cstdint>

#include <pugixml.hpp>

#include "package.hpp"

namespace langnghe::papers {
namespace {

constexpr std::string_view kStyle =
    "body{font-family:'Times New Roman','Liberation Serif',serif;font-size:14pt;max-width:165mm;"
    "margin:20mm auto;line-height:1.3}p{margin:0 0 6pt}table{border-collapse:collapse;width:100%}"
    "td{vertical-align:top;padding:0 2mm}table.b td{border:1px solid}hr{width:24mm;border:0;"
    "border-top:1px solid;margin:2px auto}";

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t group = 0;
    for (std::size_t next = 0; next < 3; ++next) {
      const auto byte = at + next < bytes.size() ? static_cast<unsigned char>(bytes[at + next]) : 0;
      group = (group << 8U) | static_cast<std::uint32_t>(byte);
    }
    for (std::size_t digit = 0; digit < 4; ++digit) {
      const bool filler = at + digit > bytes.size();
      out += filler ? '=' : kDigits[(group >> (18 - 6 * digit)) & 63U];
    }
  }
  return out;
}

/// Writes one document. Lives on the stack of `preview`.
class Page {
 public:
  explicit Page(const Package& package) : package_(package) {}

  void write(const pugi::xml_node& parent) {
    for (const auto& node : parent.children()) {
      const std::string_view name = node.name();
      if (name == "w:p") {
        write_paragraph(node);
      } else if (name == "w:tbl") {
        const bool lines = !node.child("w:tblPr").child("w:tblBorders").empty();
        wrap(node, lines ? "<table class=b>" : "<table>", "</table>");
      } else if (name == "w:tr") {
        wrap(node, "<tr>", "</tr>");
      } else if (name == "w:tc") {
        wrap(node, "<td>", "</td>");
      } else if (name == "w:r") {
        write_run(node);
      }
    }
  }
  [[nodiscard]] std::string take() { return std::move(html_); }

 private:
  void wrap(const pugi::xml_node& node, std::string_view before, std::string_view after) {
    html_ += before;
    write(node);
    html_ += after;
  }

  void write_paragraph(const pugi::xml_node& node) {
    const auto look = node.child("w:pPr");
    if (look.child("w:pBdr")) {
      html_ += "<hr>";
      return;
    }
    const std::string_view align = look.child("w:jc").attribute("w:val").value();
    const bool known = align == "center" || align == "right";
    html_ += "<p style=\"text-align:";
    html_ += known ? align : std::string_view(align == "both" ? "justify" : "left");
    html_ += "\">";
    write(node);
    html_ += "</p>\n";
  }

  void write_run(const pugi::xml_node& run) {
    const auto look = run.child("w:rPr");
    const bool bold = !look.child("w:b").empty();
    const bool italic = !look.child("w:i").empty();
    html_ += bold ? "<b>" : "";
    html_ += italic ? "<i>" : "";
    for (const auto& node : run.children()) {
      const std::string_view name = node.name();
      if (name == "w:t") {
        html_ += escaped_html(node.text().get());
      } else if (name == "w:br") {
        html_ += "<br>";
      } else if (name == "w:tab") {
        html_ += ' ';
      } else if (name == "w:drawing") {
        write_picture(node);
      }
    }
    html_ += italic ? "</i>" : "";
    html_ += bold ? "</b>" : "";
  }

  void write_picture(const pugi::xml_node& drawing) {
    const std::string name = drawing.first_child().child("wp:docPr").attribute("name").value();
    if (const auto* part = find_part(package_, "word/media/" + name + ".png")) {
      html_ += "<img alt=\"" + escaped_html(name) +
               "\" style=\"width:28mm;image-rendering:pixelated\" src=\"data:image/png;base64," +
               base64(part->bytes) + "\">";
    }
  }

  const Package& package_;
  std::string html_;
};

}  // namespace

std::string escaped_html(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += letter;
    }
  }
  return out;
}

std::expected<std::string, TemplateFault> preview_body(std::string_view docx) {
  const auto package = read_package(docx);
  if (!package) {
    return std::unexpected(package.error());
  }
  const auto* part = find_part(*package, "word/document.xml");
  pugi::xml_document document;
  if (!document.load_buffer(part->bytes.data(), part->bytes.size(),
                            pugi::parse_default | pugi::parse_ws_pcdata)) {
    return std::unexpected(TemplateFault{TemplateFaultCode::malformed, part->name});
  }
  Page page(*package);
  page.write(document.child("w:document").child("w:body"));
  return page.take();
}

std::expected<std::string, TemplateFault> preview(std::string_view docx, std::string_view title) {
  auto body = preview_body(docx);
  if (!body) {
    return body;
  }
  return "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>" +
         escaped_html(title) + "</title><style>" + std::string(kStyle) + "</style></head><body>\n" +
         *std::move(body) + "</body></html>\n";
}

}  // namespace langnghe::papers
